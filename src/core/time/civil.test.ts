import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDate, dayNumber, isCivilDate, weekdayOf, WEEKDAYS } from "./civil.ts";

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
