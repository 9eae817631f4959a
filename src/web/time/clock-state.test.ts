import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../core/time/instant.ts";
import { clockState } from "./clock-state.ts";

// Friday 09:00-18:00 and Monday 09:00-18:00 of the centre of Mexico, 20 and 23 November 2026.
const hours = [
  { from: Date.UTC(2026, 10, 20, 15), to: Date.UTC(2026, 10, 21, 0) },
  { from: Date.UTC(2026, 10, 23, 15), to: Date.UTC(2026, 10, 24, 0) },
];
const friday17 = Date.UTC(2026, 10, 20, 23);
const monday12 = Date.UTC(2026, 10, 23, 18);
const running = (at: number) => ({
  due: { kind: "limit", clock: "c", at } as const,
  progress: "working" as const,
});

describe("the clock of a row", () => {
  test("counts what remains in the calendar's own time, a weekend between", () => {
    expect(clockState(running(monday12), hours, friday17)).toEqual({
      is: "left",
      left: 4 * HOUR,
      clock: "c",
      near: false,
    });
  });

  test("is near with an hour of service left, though the wall clock shows days", () => {
    const at = Date.UTC(2026, 10, 23, 15, 30);
    const state = clockState(running(at), hours, Date.UTC(2026, 10, 20, 23, 30));
    expect(state).toMatchObject({ is: "left", left: HOUR, near: true });
  });

  test("says that it is outside hours, with the date, where nothing is counted now", () => {
    const saturday = Date.UTC(2026, 10, 21, 18);
    expect(clockState(running(monday12), hours, saturday)).toEqual({
      is: "shut",
      at: monday12,
      clock: "c",
    });
  });

  test("counts the wall clock where the clock has no calendar", () => {
    expect(clockState(running(friday17 + 2 * HOUR), null, friday17)).toMatchObject({
      left: 2 * HOUR,
    });
  });

  test("is late from the deadline's own instant on", () => {
    expect(clockState(running(monday12), hours, monday12 - 1)).toMatchObject({ is: "left" });
    expect(clockState(running(monday12), hours, monday12)).toEqual({
      is: "late",
      by: 0,
      clock: "c",
    });
    expect(clockState(running(monday12), hours, monday12 + 35 * MINUTE)).toMatchObject({
      by: 35 * MINUTE,
    });
  });

  test("says the date of what is far off, also beyond the known hours", () => {
    const at = Date.UTC(2026, 11, 24, 18);
    expect(clockState(running(at), hours, friday17)).toEqual({ is: "at", at, clock: "c" });
  });

  test("says whom a paused ticket waits for", () => {
    const due = { kind: "paused", clock: "c", at: null } as const;
    const waits = (progress: Parameters<typeof clockState>[0]["progress"]) =>
      clockState({ due, progress }, hours, friday17);
    expect(waits("waiting-for-client")).toEqual({ is: "paused", waitsFor: "client" });
    expect(waits("waiting-for-third-party")).toEqual({ is: "paused", waitsFor: "third-party" });
    expect(waits("solved")).toEqual({ is: "paused", waitsFor: "confirmation" });
  });

  test("is closed where the ticket is, and none where nothing runs", () => {
    expect(clockState({ due: null, progress: "closed" }, hours, friday17)).toEqual({
      is: "closed",
    });
    expect(clockState({ due: null, progress: "working" }, hours, friday17)).toEqual({ is: "none" });
  });

  test("never shows more time left than the wall clock, nor any once it is late", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 120 }),
        fc.integer({ min: -50, max: 120 }),
        (a, b) => {
          const now = friday17 + a * HOUR;
          const at = friday17 + b * HOUR;
          const state = clockState(running(at), hours, now);
          expect(state.is === "late").toBe(at <= now);
          if (state.is === "left") expect(state.left).toBeLessThanOrEqual(at - now);
        },
      ),
    );
  });
});
