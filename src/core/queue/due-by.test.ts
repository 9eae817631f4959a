import { describe, expect, it } from "vitest";
import { calendarOf } from "../calendar/calendar.ts";
import { dueBy } from "./due-by.ts";
import { OFICINA } from "../../../test/kit/rules.ts";

// Friday 20 November 2026, 17:00 in Mexico City, which is at UTC-6 all year.
const now = Date.UTC(2026, 10, 20, 23);

describe("by when something falls due", () => {
  const calendar = calendarOf(OFICINA);

  it("is the end of the day that is meant, in the desk's zone", () => {
    expect(dueBy("overdue", calendar, now)).toBe(now);
    expect(dueBy("today", calendar, now)).toBe(Date.UTC(2026, 10, 21, 6) - 1);
    expect(dueBy("tomorrow", calendar, now)).toBe(Date.UTC(2026, 10, 22, 6) - 1);
    expect(dueBy("week", calendar, now)).toBe(Date.UTC(2026, 10, 27, 6) - 1);
    expect(dueBy("2026-12-01", calendar, now)).toBe(Date.UTC(2026, 11, 2, 6) - 1);
  });

  it("is nothing on a date that there is not", () => {
    expect(dueBy("2026-02-30", calendar, now)).toBeNull();
  });

  it.each(["constructor", "__proto__", "toString", "", "TODAY", "today ", "2026-11-20T00:00"])(
    "is nothing in a word that is no day: %j",
    (wanted) => {
      expect(dueBy(wanted, calendar, now)).toBeNull();
    },
  );

  it("is the last millisecond of a day of 23 hours too", () => {
    const tijuana = calendarOf({ ...OFICINA, zone: "America/Tijuana" });
    // The clocks go on an hour on Sunday 8 March 2026: its midnight is at UTC-8, the next at UTC-7.
    expect(dueBy("2026-03-07", tijuana, now)).toBe(Date.UTC(2026, 2, 8, 8) - 1);
    expect(dueBy("2026-03-08", tijuana, now)).toBe(Date.UTC(2026, 2, 9, 7) - 1);
  });
});
