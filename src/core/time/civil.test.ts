import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  civilDate,
  dayNumber,
  dayNumberOf,
  daysInMonth,
  isCivilDate,
  partsOfDay,
  weekdayIndex,
  weekdayOf,
  WEEKDAYS,
} from "./civil.ts";

const day = fc.integer({ min: -700_000, max: 2_900_000 });

describe("a civil date", () => {
  it("has the day number and the weekday that Temporal gives it", () => {
    fc.assert(
      fc.property(day, (days) => {
        const date = Temporal.PlainDate.from("1970-01-01").add({ days });
        const text = civilDate(days);
        expect(text).toBe(date.toString());
        expect(dayNumber(text)).toBe(days);
        expect(weekdayOf(text)).toBe(WEEKDAYS[date.dayOfWeek - 1]);
        expect(isCivilDate(text)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(["2026-02-29", "2026-02-30", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10"])(
    "does not exist as %s",
    (text) => {
      expect(isCivilDate(text)).toBe(false);
      expect(() => dayNumber(text)).toThrow(RangeError);
    },
  );

  it.each(["2026-2-3", "20260203", "2026-02-03T00:00", "", "hoy"])("is not written %j", (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it("has 29 February in leap years, centuries that 400 divides included", () => {
    expect(["2024-02-29", "2000-02-29"].map(isCivilDate)).toEqual([true, true]);
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });
});

describe("civil dates together", () => {
  it("count on and back to where they began, and sort as text as they follow each other", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -700_000, max: 2_900_000 }),
        fc.integer({ min: -18_000, max: 18_000 }),
        (start, days) => {
          const date = civilDate(start);
          const later = addDays(date, days);
          expect(addDays(later, -days)).toBe(date);
          expect(dayNumber(later) - dayNumber(date)).toBe(days);
          expect(Math.sign(later < date ? -1 : later > date ? 1 : 0)).toBe(Math.sign(days));
          const { year, month, day: inMonth } = partsOfDay(start);
          expect(dayNumberOf(year, month, inMonth)).toBe(start);
          expect(inMonth).toBeLessThanOrEqual(daysInMonth(year, month));
        },
      ),
    );
  });

  it.each([1900, 2000, 2023, 2024, 2100, 2400])(
    "have the months of %i as Temporal has them",
    (year) => {
      for (let month = 1; month <= 12; month++) {
        const { daysInMonth: days } = Temporal.PlainYearMonth.from({ year, month });
        expect(daysInMonth(year, month)).toBe(days);
        const last = `${year}-${String(month).padStart(2, "0")}-${days}`;
        expect([isCivilDate(last), isCivilDate(`${last.slice(0, 8)}${days + 1}`)]).toEqual([
          true,
          false,
        ]);
      }
    },
  );

  it("fall on the seven weekdays in turn, before the first of all days too", () => {
    expect(weekdayOf("1969-12-29")).toBe("mon");
    expect([-4, -3, -1, 0, 4, 3_000_000].map(weekdayIndex)).toEqual([6, 0, 2, 3, 0, 6]);
  });

  it.each([
    "-2026-01-01",
    "02026-01-01",
    "2026-01-01 ",
    " 2026-01-01",
    "2026-01-01\n",
    "２０２６-01-01",
    "2026-1e-01",
    "2026-00-01",
    "2026-12-00",
    "2026-12-32",
  ])("are not %j, whoever sends it", (text) => {
    expect(isCivilDate(text)).toBe(false);
  });
});
