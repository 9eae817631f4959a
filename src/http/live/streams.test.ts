import { expect, it } from "vitest";
import { openStreams, usualStreams } from "./streams.ts";

it("gives those who come without signing in places of their own, which they cannot exceed and which nobody else lacks", async () => {
  const streams = openStreams({ ...usualStreams, ofOne: 2 });
  const open = (of: string, isOutside: boolean): Response | null =>
    streams.open(
      { source: "192.0.2.1", of, ...(isOutside ? { among: { name: "tracker", most: 3 } } : {}) },
      () => () => undefined,
    );
  expect(open("a", true)).not.toBeNull();
  const second = open("a", true);
  // One link has so many, whatever room there is among all.
  expect(open("a", true)).toBeNull();
  expect(open("b", true)).not.toBeNull();
  expect(open("c", true)).toBeNull();
  expect(open("staff", false)).not.toBeNull();
  expect(streams.count()).toBe(4);
  // A place that is left is free again, for the link and among all.
  await second?.body?.cancel();
  expect(streams.count()).toBe(3);
  expect(open("c", true)).not.toBeNull();
  expect(open("a", true)).toBeNull();
  streams.close();
  expect(streams.count()).toBe(0);
});
