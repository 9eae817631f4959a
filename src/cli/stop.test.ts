import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { stopSignal } from "./stop.ts";

it.each(["SIGTERM", "SIGINT", "SIGHUP", "disconnect"])(
  "a process stops when it hears %s",
  async (event) => {
    const heard = new EventEmitter();
    const stopped = stopSignal(heard);
    heard.emit(event);
    await expect(stopped).resolves.toBeUndefined();
  },
);

it("a signal that comes twice, from the terminal and from the launcher, is heard both times", () => {
  const heard = new EventEmitter();
  void stopSignal(heard);
  heard.emit("SIGINT");
  // Unheard, the second would end the process before it has stopped its database.
  expect(heard.listenerCount("SIGINT")).toBe(1);
});
