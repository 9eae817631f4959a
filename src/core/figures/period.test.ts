import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, civilDate, weekdayOf } from "../time/civil.ts";
import { periodBefore, periodOf, readWeek, weekNumber, weekOf, weeksOf } from "./period.ts";

const date = fc.integer({ min: 0, max: 30_000 }).map(civilDate);

test("a period is whole weeks from a Monday to a Sunday, and holds the date it ends with", () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 52 }), (until, weeks) => {
      const period = periodOf(weeks, until);
      expect(weekdayOf(period.from)).toBe("mon");
      expect(weekdayOf(period.to)).toBe("sun");
      expect(period.from <= until && until <= period.to).toBe(true);
      expect(weeksOf(period)).toHaveLength(weeks);
      expect(weeksOf(period).at(-1)).toBe(weekOf(until));
      const before = periodBefore(period);
      expect(addDays(before.to, 1)).toBe(period.from);
      expect(before).toEqual(periodOf(weeks, before.to));
    }),
  );
});

test.each([
  ["2026-12-28", 2026, 53],
  ["2026-01-01", 2026, 1],
  ["2027-01-01", 2026, 53],
  ["2024-12-30", 2025, 1],
])("%s is in week %i-%i", (day, year, week) => {
  expect(weekNumber(weekOf(day))).toEqual({ year, week });
});

test("a week reads as it is written, and what is none is refused", () => {
  fc.assert(
    fc.property(date, (day) => {
      const monday = weekOf(day);
      const { year, week } = weekNumber(monday);
      const written = `${String(year).padStart(4, "0")}-W${String(week).padStart(2, "0")}`;
      expect(readWeek(written)).toBe(monday);
      expect(readWeek(day)).toBe(monday);
    }),
  );
  expect(["2025-W53", "2026-W00", "2026-W54", "W47", "2026-13-01"].map(readWeek)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
});
