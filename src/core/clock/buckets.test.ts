import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarsFor, life } from "../../../test/kit/lives.ts";
import { calendars, HOUR, traceOf, wall } from "../../../test/kit/rules.ts";
import { livesOf, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import { bucketsOf } from "./buckets.ts";

const NONE = {
  "waiting-for-client": 0,
  "waiting-for-third-party": 0,
  "awaiting-approval": 0,
  "awaiting-confirmation": 0,
  "outside-hours": 0,
  "desk-working": 0,
};

describe("rule 18: every second belongs to exactly one bucket", () => {
  it("working and outside hours, from filing to now", () => {
    const trace = traceOf([["received", "2026-11-20 17:00"]]);
    expect(bucketsOf(trace, calendars("oficina"), wall("2026-11-23 12:00"))).toEqual({
      ...NONE,
      "desk-working": 4 * HOUR,
      "outside-hours": 63 * HOUR,
    });
  });

  it("a wait comes before the hours, and the first of several waits wins", () => {
    const trace = traceOf([["received", "2026-11-23 09:00"]], {
      pauses: [
        ["waiting-for-third-party", "2026-11-23 10:00", "2026-11-23 14:00"],
        ["waiting-for-client", "2026-11-23 11:00", "2026-11-23 12:00"],
        ["waiting-for-authorisation", "2026-11-23 13:00", "2026-11-23 15:00"],
        ["awaiting-confirmation", "2026-11-23 14:30", "2026-11-23 19:00"],
      ],
      ended: ["closed", "2026-11-23 20:00"],
    });
    expect(bucketsOf(trace, calendars("oficina"), wall("2026-12-01 12:00"))).toEqual({
      "waiting-for-client": HOUR,
      "waiting-for-third-party": 3 * HOUR,
      "awaiting-approval": HOUR,
      "awaiting-confirmation": 4 * HOUR,
      "outside-hours": HOUR,
      "desk-working": HOUR,
    });
  });

  it("solved is awaiting confirmation until it is undone or the ticket ends", () => {
    const trace = traceOf(
      [
        ["received", "2026-11-23 09:00"],
        ["solved", "2026-11-23 10:00"],
        ["reopened", "2026-11-23 12:00"],
        ["solved", "2026-11-23 13:00"],
      ],
      { ended: ["closed", "2026-11-23 17:00"] },
    );
    expect(bucketsOf(trace, calendars("oficina"), wall("2026-12-01 12:00"))).toEqual({
      ...NONE,
      "awaiting-confirmation": 6 * HOUR,
      "desk-working": 2 * HOUR,
    });
  });

  it("what the desk put off for itself is the desk's time", () => {
    const trace = traceOf([["received", "2026-11-23 09:00"]], {
      pauses: [["scheduled", "2026-11-23 09:00", null]],
    });
    expect(bucketsOf(trace, calendars("oficina"), wall("2026-11-23 11:00"))).toEqual({
      ...NONE,
      "desk-working": 2 * HOUR,
    });
  });

  it("on the wall clock nothing is outside hours; before filing there is nothing", () => {
    const trace = traceOf([["received", "2026-11-20 17:00"]]);
    expect(bucketsOf(trace, null, wall("2026-11-21 17:00"))["desk-working"]).toBe(24 * HOUR);
    expect(bucketsOf(trace, null, wall("2026-11-20 16:00"))).toEqual(NONE);
    expect(bucketsOf(traceOf([]), null, wall("2026-11-20 16:00"))).toEqual(NONE);
  });
});

describe("invariant: buckets add up", () => {
  it(
    "to the millisecond, at any instant, and none ever shrinks while nothing is told late",
    () => {
      fc.assert(
        fc.property(
          fc.tuple(
            life(),
            fc.constantFrom("one", null),
            fc.double({ min: 0, max: 1, noNaN: true }),
          ),
          ([lived, id, share]) => {
            const { trace, start, now } = lived;
            const calendar = id === null ? null : calendarsFor(lived)(id);
            const then = Math.round(start + (now - start) * share);
            const [earlier, later] = [
              bucketsOf(trace, calendar, then),
              bucketsOf(trace, calendar, now),
            ];
            const sum = (all: typeof later): number =>
              Object.values(all).reduce((a, b) => a + b, 0);
            const end = trace.ended?.at ?? now;
            expect(sum(later)).toBe(Math.min(end, now) - start);
            expect(sum(earlier)).toBe(Math.min(end, then) - start);
            for (const bucket of Object.keys(later) as (keyof typeof later)[]) {
              expect(earlier[bucket]).toBeLessThanOrEqual(later[bucket]);
              expect(earlier[bucket]).toBeGreaterThanOrEqual(0);
            }
          },
        ),
        { numRuns: livesOf(300) },
      );
    },
    RUNS_TIMEOUT,
  );
});
