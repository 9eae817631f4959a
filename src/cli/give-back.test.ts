import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { giveBackSoon } from "./give-back.ts";

test("what nothing needs any more is given back soon, unless the wait is ended", async () => {
  const kept = lost();
  giveBackSoon(10)();
  await sleep(50);
  expect(kept.deref()).toBeDefined();
  const gone = lost();
  giveBackSoon(10);
  await sleep(200);
  expect(gone.deref()).toBeUndefined();
});

/** Something that nothing holds. */
function lost(): WeakRef<object> {
  return new WeakRef({ of: "a start" });
}
