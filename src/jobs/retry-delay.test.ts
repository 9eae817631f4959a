import fc from "fast-check";
import { expect, test } from "vitest";
import { retryDelay } from "./retry-delay.ts";

const attempts = fc.integer({ min: 1, max: 200 });
const id = fc.integer({ min: 1, max: 2 ** 40 });

test("the first attempt is repeated within half a minute, and no wait is longer than four hours", () => {
  fc.assert(
    fc.property(attempts, id, (n, of) => {
      const wait = retryDelay(n, of);
      expect(wait).toBeGreaterThanOrEqual(22_500);
      expect(wait).toBeLessThanOrEqual(n === 1 ? 30_000 : 4 * 3_600_000);
    }),
  );
});

test("waits grow until they are four hours, and are the same for the same message", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), id, (n, of) => {
      expect(retryDelay(n + 1, of)).toBeGreaterThan(retryDelay(n, of));
      expect(retryDelay(n, of)).toBe(retryDelay(n, of));
    }),
  );
});

test("what was refused together comes back spread over a quarter of the wait", () => {
  const waits = Array.from({ length: 100 }, (_, of) => retryDelay(6, of + 1));
  expect(new Set(waits).size).toBeGreaterThan(90);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(0.15 * 30_000 * 2 ** 5);
});

test("a server that greylists for a quarter of an hour is asked at least four times within it", () => {
  fc.assert(
    fc.property(id, (of) => {
      const waits = [1, 2, 3, 4].map((n) => retryDelay(n, of));
      expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(15 * 60_000);
    }),
  );
});
