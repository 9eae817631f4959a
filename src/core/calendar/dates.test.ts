import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "../time/iso.ts";
import type { Instant } from "../time/instant.ts";
import { HOUR } from "../time/instant.ts";
import type { NoOpenTime } from "./arithmetic.ts";
import { calendarOf } from "./calendar.ts";
import {
  addDates,
  addDatesAt,
  civilDateOf,
  closingOf,
  instantOn,
  isOpenDate,
  openingOf,
} from "./dates.ts";
import type { CalendarSource, Hours } from "./source.ts";

const at = (text: string): Instant => {
  const written = parseInstant(`${text.replace(" ", "T")}-06:00`);
  if (written === null) throw new Error(`not an instant: ${text}`);
  return written.at;
};
const shown = (answer: Instant | NoOpenTime): string =>
  typeof answer === "number"
    ? formatInstant(answer, -6 * HOUR)
        .slice(0, 16)
        .replace("T", " ")
    : answer.code;

function calendar(hours: readonly Hours[], change: Partial<CalendarSource> = {}) {
  const weekly = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
  const none = { closedDates: [], exceptions: [] };
  const zone = "America/Mexico_City";
  return calendarOf({ id: "oficina", zone, weekly, statutory: ["mx-lft"], ...none, ...change });
}

const OFICINA = calendar([
  ["09:00", "14:00"],
  ["16:00", "19:00"],
]);
const NIGHT = calendar([["22:00", "06:00"]]);

describe("the first opening of a date", () => {
  const opens = (of: ReturnType<typeof calendar>, date: string): string | null => {
    const opening = openingOf(of, date);
    return opening === null ? null : shown(opening);
  };

  it("is that of its own hours, not of the night before", () => {
    expect(opens(OFICINA, "2026-11-20")).toBe("2026-11-20 09:00");
    expect(opens(NIGHT, "2026-11-20")).toBe("2026-11-20 22:00");
  });

  it("is none on a weekend, on a holiday and on the morning after the last night", () => {
    expect(opens(OFICINA, "2026-11-21")).toBeNull();
    expect(opens(OFICINA, "2026-11-16")).toBeNull();
    expect(opens(NIGHT, "2026-11-21")).toBeNull();
  });

  it("is later where a break takes its beginning", () => {
    const breaks = { "2026-11-20": [["08:00", "10:30"]] } as const;
    expect(opens(calendar([["09:00", "18:00"]], { breaks }), "2026-11-20")).toBe(
      "2026-11-20 10:30",
    );
  });
});

describe("open civil dates", () => {
  it("are counted without the start, over weekends and holidays, both ways", () => {
    expect(addDates(OFICINA, "2026-11-12", 2)).toBe("2026-11-17");
    expect(addDates(OFICINA, "2026-11-17", -2)).toBe("2026-11-12");
    expect(addDates(OFICINA, "2026-11-15", 1)).toBe("2026-11-17");
    expect(addDates(OFICINA, "2026-11-15", 0)).toBe("2026-11-15");
    expect(addDates(OFICINA, "2026-12-30", 3)).toBe("2027-01-05");
  });

  it("are those with hours of their own: not the morning after a night, not a date of breaks alone", () => {
    expect(["2026-11-20", "2026-11-21"].map((date) => isOpenDate(NIGHT, date))).toEqual([
      true,
      false,
    ]);
    const breaks = { "2026-11-24": [["08:00", "20:00"]] } as const;
    expect(isOpenDate(calendar([["09:00", "18:00"]], { breaks }), "2026-11-24")).toBe(false);
    const exceptions = [{ date: "2026-11-21", open: [["10:00", "12:00"]] as const }];
    expect(isOpenDate(calendar([["09:00", "18:00"]], { exceptions }), "2026-11-21")).toBe(true);
  });

  it("are refused where there are none", () => {
    const refusal = { code: "no-open-time", calendar: "oficina" };
    expect(addDates(calendar([]), "2026-11-12", 1)).toEqual(refusal);
    expect(addDates(calendar([]), "2026-11-12", -1)).toEqual(refusal);
    expect(addDatesAt(calendar([]), at("2026-11-12 10:00"), 1, "at-closing")).toEqual(refusal);
  });

  it("throw on a number of dates that is none", () => {
    expect(() => addDates(OFICINA, "2026-11-12", 1.5)).toThrow(RangeError);
  });
});

describe("a promise of dates", () => {
  it.each([
    ["2026-11-12 10:20", 2, "2026-11-17 10:20", "ends at the same wall time"],
    ["2026-11-14 11:00", 1, "2026-11-17 11:00", "does so from a closed date too"],
    ["2026-11-12 20:00", 1, "2026-11-13 19:00", "ends at closing when that is earlier"],
    ["2026-11-12 15:00", 1, "2026-11-13 14:00", "ends at the last closing before a lunch hour"],
    ["2026-11-12 07:00", 1, "2026-11-13 09:00", "ends at opening when filed before hours"],
    ["2026-11-12 19:00", 1, "2026-11-13 19:00", "may end at the closing instant itself"],
  ])("filed %s, %i dates: %s: it %s", (filed, n, due) => {
    expect(shown(addDatesAt(OFICINA, at(filed), n, "same-wall-time"))).toBe(due);
  });

  it("ends at the last closing of the date when the policy says so", () => {
    expect(shown(addDatesAt(OFICINA, at("2026-11-12 10:20"), 2, "at-closing"))).toBe(
      "2026-11-17 19:00",
    );
    expect(shown(addDatesAt(NIGHT, at("2026-11-17 23:00"), 1, "at-closing"))).toBe(
      "2026-11-19 06:00",
    );
    expect(closingOf(OFICINA, "2026-11-16")).toBeNull();
  });

  it("keeps a wall time of the night in the night", () => {
    expect(shown(addDatesAt(NIGHT, at("2026-11-18 03:00"), 1, "same-wall-time"))).toBe(
      "2026-11-19 03:00",
    );
  });

  it("moves with the clocks: the same wall time, not the same hours later", () => {
    const tijuana = calendar([["09:00", "18:00"]], { zone: "America/Tijuana" });
    const friday = instantOn(tijuana, "2026-03-06", 16 * HOUR);
    const monday = addDatesAt(tijuana, friday, 1, "same-wall-time");
    expect(monday).toBe(friday + 71 * HOUR);
  });
});

describe("the civil date of an instant", () => {
  it("is the calendar's zone's, at midnight to the millisecond", () => {
    const midnight = at("2026-11-17 00:00");
    expect(civilDateOf(OFICINA, midnight)).toBe("2026-11-17");
    expect(civilDateOf(OFICINA, midnight - 1)).toBe("2026-11-16");
    expect(civilDateOf(OFICINA, at("2027-01-01 00:00") - 1)).toBe("2026-12-31");
  });
});
