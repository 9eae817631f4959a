import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendars, wall, wallOf } from "../../../test/kit/rules.ts";
import { isOpen } from "../calendar/arithmetic.ts";
import { DAY } from "../time/instant.ts";
import { deliveryOf } from "./delivery.ts";

const calendar = calendars("oficina");
const told = (now: string, deadline: string): string | null =>
  wallOf(deliveryOf({ now: wall(now), deadline: wall(deadline), calendar }));

describe("rule 17: a warning is delivered in the working time of those it is for", () => {
  it("at once while they work", () => {
    expect(told("2026-11-23 10:00", "2026-11-23 13:00")).toBe("2026-11-23 10:00");
    expect(told("2026-11-23 09:00", "2026-11-23 13:00")).toBe("2026-11-23 09:00");
  });

  it("at the next opening where it becomes due at night, on a weekend or a holiday", () => {
    expect(told("2026-11-23 22:00", "2026-11-24 13:00")).toBe("2026-11-24 09:00");
    expect(told("2026-11-20 18:00", "2026-11-23 13:00")).toBe("2026-11-23 09:00");
    expect(told("2026-11-13 18:00", "2026-11-17 13:00")).toBe("2026-11-17 09:00");
  });

  it("at once, to whoever is on duty, where the opening would not come before the deadline", () => {
    expect(told("2026-11-23 22:00", "2026-11-24 03:00")).toBe("2026-11-23 22:00");
    expect(told("2026-11-23 22:00", "2026-11-24 09:00")).toBe("2026-11-23 22:00");
    expect(told("2026-11-23 22:00", "2026-11-24 09:01")).toBe("2026-11-24 09:00");
  });

  it("at once where the deadline has passed, whatever the hour", () => {
    expect(told("2026-11-23 22:00", "2026-11-23 18:00")).toBe("2026-11-23 22:00");
    expect(told("2026-11-23 22:00", "2026-11-23 22:00")).toBe("2026-11-23 22:00");
  });

  it("never before it is due, never at the deadline or later while there is time, and in hours wherever it waits", () => {
    const from = wall("2026-01-01 00:00");
    const times = fc.tuple(fc.integer({ min: 0, max: 400 * DAY }), fc.integer({ max: 20 * DAY }));
    fc.assert(
      fc.property(times, ([after, left]) => {
        const now = from + after;
        const deadline = now + left;
        const at = deliveryOf({ now, deadline, calendar });
        expect(at).toBeGreaterThanOrEqual(now);
        if (deadline > now) expect(at).toBeLessThan(deadline);
        if (at > now) expect(isOpen(calendar, at) && !isOpen(calendar, now)).toBe(true);
      }),
    );
  });
});
