import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendars, OFICINA, wall, wallOf } from "../../../test/kit/rules.ts";
import { calendarOf } from "../calendar/calendar.ts";
import { civilDateOf, isOpenDate } from "../calendar/dates.ts";
import { dayNumber } from "../time/civil.ts";
import type { DigestRule } from "../policy/tracker-rule.ts";
import { DAY, HOUR } from "../time/instant.ts";
import { digestDue, nextDigest } from "./digest-time.ts";

const oficina = calendars("oficina");
const daily: DigestRule = { every: "day", calendar: "oficina", at: "opening", says: ["added"] };
const weekly: DigestRule = { ...daily, every: "week" };
const nights = calendarOf({
  ...OFICINA,
  id: "noche",
  weekly: { thu: [["22:00", "06:00"]], fri: [["22:00", "06:00"]] },
  statutory: [],
});

const next = (rule: DigestRule, after: string): string | null =>
  wallOf(nextDigest(rule, oficina, wall(after)));

describe("the next digest", () => {
  it("comes at the opening of the next open date: not on a weekend, not on a holiday", () => {
    expect(next(daily, "2026-11-12 08:59")).toBe("2026-11-12 09:00");
    expect(next(daily, "2026-11-12 09:00")).toBe("2026-11-13 09:00");
    expect(next(daily, "2026-11-13 09:00")).toBe("2026-11-17 09:00");
  });

  it("comes on the first open date of each week where it is weekly", () => {
    expect(next(weekly, "2026-11-10 12:00")).toBe("2026-11-17 09:00");
    expect(next(weekly, "2026-11-17 09:00")).toBe("2026-11-23 09:00");
  });

  it("comes at the closing or at a time of the clock where the manual says so", () => {
    expect(next({ ...daily, at: "closing" }, "2026-11-13 09:00")).toBe("2026-11-13 18:00");
    expect(next({ ...daily, at: 7.5 * HOUR }, "2026-11-13 09:00")).toBe("2026-11-17 07:30");
  });

  it("takes the closing of a night's hours on the morning after, and their opening in the evening", () => {
    const closing: DigestRule = { ...daily, at: "closing" };
    const after = wall("2026-11-13 02:00");
    expect(wallOf(nextDigest(closing, nights, after))).toBe("2026-11-13 06:00");
    expect(wallOf(nextDigest(daily, nights, after))).toBe("2026-11-13 22:00");
  });

  it("never comes where the calendar never opens", () => {
    const closed = calendarOf({ ...OFICINA, weekly: {} });
    expect(nextDigest(daily, closed, wall("2026-11-13 09:00"))).toBeNull();
  });

  const anInstant = fc.integer({ min: wall("2025-01-01 00:00"), max: wall("2028-01-01 00:00") });
  const aRule = fc.constantFrom<DigestRule>(
    daily,
    weekly,
    { ...daily, at: "closing" },
    { ...weekly, at: 3 * HOUR },
  );

  it("is later than what it is after, on an open date, and never earlier for a later instant", () => {
    fc.assert(
      fc.property(aRule, anInstant, anInstant, (rule, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const first = nextDigest(rule, oficina, early) ?? 0;
        expect(first).toBeGreaterThan(early);
        expect(isOpenDate(oficina, civilDateOf(oficina, first))).toBe(true);
        expect(nextDigest(rule, oficina, late)).toBeGreaterThanOrEqual(first);
      }),
    );
  });

  it("comes once in every week that opens where it is weekly", () => {
    fc.assert(
      fc.property(anInstant, (after) => {
        const first = nextDigest(weekly, oficina, after) ?? 0;
        const second = nextDigest(weekly, oficina, first) ?? 0;
        const week = (at: number): number =>
          Math.floor((dayNumber(civilDateOf(oficina, at)) + 3) / 7);
        expect(week(second) - week(first)).toBe(1);
      }),
    );
  });
});

describe("a digest that is due", () => {
  const due = (told: string, now: string, rule = daily): string | true | null => {
    const found = digestDue(rule, oficina, { told: wall(told), now: wall(now) });
    return found.due || wallOf(found.next);
  };

  it("is due from its instant on, that day", () => {
    expect(due("2026-11-12 10:00", "2026-11-13 08:59")).toBe("2026-11-13 09:00");
    expect(due("2026-11-12 10:00", "2026-11-13 09:00")).toBe(true);
    expect(due("2026-11-12 10:00", "2026-11-13 23:00")).toBe(true);
  });

  it("waits for the first open date where it was missed: it does not come on a Saturday, a holiday or at night", () => {
    expect(due("2026-11-12 10:00", "2026-11-14 12:00")).toBe("2026-11-17 09:00");
    expect(due("2026-11-12 10:00", "2026-11-16 12:00")).toBe("2026-11-17 09:00");
    expect(due("2026-11-12 10:00", "2026-11-17 03:00")).toBe("2026-11-17 09:00");
    expect(due("2026-11-12 10:00", "2026-11-17 09:00")).toBe(true);
  });

  it("comes on the day after where a weekly one was missed, not a week later", () => {
    expect(due("2026-11-10 10:00", "2026-11-18 02:00", weekly)).toBe("2026-11-18 09:00");
    expect(due("2026-11-10 10:00", "2026-11-18 09:00", weekly)).toBe(true);
  });

  it("is one, however long nobody looked", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 * 24 }), (hours) => {
        const told = wall("2026-01-05 09:00");
        const now = told + hours * HOUR;
        const found = digestDue(daily, oficina, { told, now });
        const after = digestDue(daily, oficina, { told: now, now });
        expect(after.due).toBe(false);
        if (!found.due) expect(found.next).toBeGreaterThan(now);
        if (!found.due) expect((found.next ?? 0) - now).toBeLessThan(6 * DAY);
      }),
    );
  });
});
