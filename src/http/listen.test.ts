import { Hono } from "hono";
import { afterEach, expect, test } from "vitest";
import { isRefusal } from "../core/refusal.ts";
import type { Env } from "./env.ts";
import { listen } from "./listen.ts";
import type { Listening } from "./listen.ts";

const open: Listening[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.stop(50))));

async function started(app: Hono<Env>): Promise<Listening> {
  const listening = await listen(app, { host: "127.0.0.1", port: 0 });
  if (isRefusal(listening)) throw new Error(listening.refused);
  open.push(listening);
  return listening;
}

test("a port in use is refused by name, with the port", async () => {
  const { port } = await started(new Hono<Env>());
  expect(await listen(new Hono<Env>(), { host: "127.0.0.1", port })).toEqual({
    refused: "port-in-use",
    facts: { host: "127.0.0.1", port },
  });
});

test("an address that this machine does not have is refused", async () => {
  expect(await listen(new Hono<Env>(), { host: "192.0.2.1", port: 0 })).toMatchObject({
    refused: "address-unknown",
  });
});

test("stopping lets an answer under way end, and takes nothing new", async () => {
  const app = new Hono<Env>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  app.get("/slow", async (context) => {
    begin();
    await new Promise((resolve) => setTimeout(resolve, 150));
    return context.text("whole");
  });
  const listening = await started(app);
  const slow = fetch(`http://127.0.0.1:${listening.port}/slow`);
  await begun;
  await listening.stop();
  expect(await (await slow).text()).toBe("whole");
  await expect(fetch(`http://127.0.0.1:${listening.port}/slow`)).rejects.toThrow();
});

test("an answer that never ends is cut when the grace is over", async () => {
  const app = new Hono<Env>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  app.get("/never", () => {
    begin();
    return new Promise<Response>(() => undefined);
  });
  const listening = await started(app);
  const never = fetch(`http://127.0.0.1:${listening.port}/never`).then(
    () => "answered",
    () => "cut",
  );
  await begun;
  await listening.stop(50);
  expect(await never).toBe("cut");
});
