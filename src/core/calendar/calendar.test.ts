import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "../time/iso.ts";
import type { Instant } from "../time/instant.ts";
import { HOUR } from "../time/instant.ts";
import {
  addOpen,
  isOpen,
  nextOpen,
  openBetween,
  previousOpenEnd,
  subtractOpen,
} from "./arithmetic.ts";
import type { NoOpenTime } from "./arithmetic.ts";
import { calendarOf, freeze, thaw } from "./calendar.ts";
import { asKnownAt } from "./source.ts";
import type { CalendarSource, Hours } from "./source.ts";

const at = (text: string): Instant => {
  const written = parseInstant(text.length === 16 ? `${text.replace(" ", "T")}-06:00` : text);
  if (written === null) throw new Error(`not an instant: ${text}`);
  return written.at;
};

const shown = (answer: Instant | NoOpenTime): string =>
  typeof answer === "number"
    ? formatInstant(answer, -6 * HOUR)
        .slice(0, 16)
        .replace("T", " ")
    : answer.code;

const week = (hours: readonly Hours[]): CalendarSource["weekly"] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});

const source = (change: Partial<CalendarSource> = {}): CalendarSource => ({
  id: "oficina",
  zone: "America/Mexico_City",
  weekly: week([["09:00", "18:00"]]),
  statutory: ["mx-lft"],
  closedDates: [],
  exceptions: [],
  ...change,
});

const OFICINA = calendarOf(source());

describe("a promise of business hours, Monday to Friday from nine to six", () => {
  it.each([
    ["2026-11-20 17:00", 4, "2026-11-23 12:00", "goes over the weekend"],
    ["2026-11-13 17:00", 4, "2026-11-17 12:00", "goes over a Monday that is a holiday"],
    ["2026-11-20 17:00", 1, "2026-11-20 18:00", "ends at closing time, not at the next opening"],
    ["2026-11-20 18:00", 1, "2026-11-23 10:00", "starts at the next opening from closing time"],
    ["2026-11-20 20:00", 4, "2026-11-23 13:00", "starts at the next opening from the evening"],
    ["2026-11-22 10:00", 1, "2026-11-23 10:00", "starts at the next opening from a Sunday"],
    ["2026-11-23 07:00", 4, "2026-11-23 13:00", "starts at opening from the early morning"],
    ["2026-11-23 12:00", 6, "2026-11-23 18:00", "takes the day to its end"],
    ["2026-11-23 12:00", 32, "2026-11-26 17:00", "takes several days"],
  ])("filed %s, %i h: due %s: it %s", (filed, hours, due) => {
    expect(shown(addOpen(OFICINA, at(filed), hours * HOUR))).toBe(due);
    expect(openBetween(OFICINA, at(filed), at(due))).toBe(hours * HOUR);
  });
});

describe("the layers of a calendar", () => {
  const on = (change: Partial<CalendarSource>, text: string): boolean =>
    isOpen(calendarOf(source(change)), at(text));

  it("let an extra opening fall on a holiday, and close what an exception closes", () => {
    const extra = [{ date: "2026-11-16", open: [["10:00", "12:00"]] as const }];
    expect(on({}, "2026-11-16 11:00")).toBe(false);
    expect(on({ exceptions: extra }, "2026-11-16 11:00")).toBe(true);
    expect(on({ exceptions: extra }, "2026-11-16 13:00")).toBe(false);
    expect(on({ exceptions: [{ date: "2026-11-24", open: [] }] }, "2026-11-24 11:00")).toBe(false);
  });

  it("take the later written of two exceptions of one date, and the later published", () => {
    const short = { date: "2026-11-24", open: [["09:00", "11:00"]] as const };
    const long = { date: "2026-11-24", open: [["09:00", "20:00"]] as const };
    expect(on({ exceptions: [short, long] }, "2026-11-24 19:00")).toBe(true);
    expect(on({ exceptions: [long, short] }, "2026-11-24 19:00")).toBe(false);
    const first = { ...short, published: at("2026-11-20 09:00") };
    const second = { ...long, published: at("2026-11-21 09:00") };
    expect(on({ exceptions: [second, first] }, "2026-11-24 19:00")).toBe(true);
  });

  it("cut the night before at the first instant of a holiday, and drop that date's own night", () => {
    const night = { weekly: week([["22:00", "06:00"]]), statutory: [] };
    const closedDates = [{ date: "2026-11-17" }];
    expect(on({ ...night }, "2026-11-17 03:00")).toBe(true);
    expect(on({ ...night, closedDates }, "2026-11-16 23:59")).toBe(true);
    expect(on({ ...night, closedDates }, "2026-11-17 00:00")).toBe(false);
    expect(on({ ...night, closedDates }, "2026-11-17 23:00")).toBe(false);
    expect(on({ ...night, closedDates }, "2026-11-18 03:00")).toBe(false);
    expect(on({ ...night, closedDates }, "2026-11-18 23:00")).toBe(true);
  });

  it("replace the whole civil date by an exception, the end of the night before included", () => {
    const weekly = week([["22:00", "06:00"]]);
    const exceptions = [{ date: "2026-11-17", open: [["10:00", "12:00"]] as const }];
    expect(on({ weekly, exceptions }, "2026-11-17 03:00")).toBe(false);
    expect(on({ weekly, exceptions }, "2026-11-17 11:00")).toBe(true);
    expect(on({ weekly, exceptions }, "2026-11-18 03:00")).toBe(false);
  });

  it("take breaks out of what is open", () => {
    const breaks = { "2026-11-24": [["12:00", "15:30"]] } as const;
    const calendar = calendarOf(source({ breaks }));
    expect(shown(addOpen(calendar, at("2026-11-24 11:00"), 2 * HOUR))).toBe("2026-11-24 16:30");
  });
});

describe("an exception published while a promise runs", () => {
  // Filed on Monday at 16:00 for eight hours: due on Tuesday at 15:00.
  const filed = at("2026-11-23 16:00");
  const closing = {
    date: "2026-11-24",
    open: [["09:00", "11:00"]] as const,
    published: at("2026-11-24 10:30"),
  };

  it("leaves the time used before as it was and counts the remainder on the new hours", () => {
    const calendar = calendarOf(source({ exceptions: [closing] }));
    expect(shown(addOpen(calendar, filed, 8 * HOUR))).toBe("2026-11-25 13:00");
    const late = { ...closing, published: at("2026-11-24 13:00") };
    const afterwards = calendarOf(source({ exceptions: [late] }));
    expect(openBetween(afterwards, filed, at("2026-11-24 18:00"))).toBe(6 * HOUR);
    expect(shown(addOpen(afterwards, filed, 8 * HOUR))).toBe("2026-11-25 11:00");
  });

  it("changes nothing when it is published after its date is over", () => {
    const over = { ...closing, published: at("2026-11-25 00:00") };
    const calendar = calendarOf(source({ exceptions: [over] }));
    expect(shown(addOpen(calendar, filed, 8 * HOUR))).toBe("2026-11-24 15:00");
  });

  it("is not known before: what was promised then is computed without it", () => {
    const all = source({ exceptions: [closing, { date: "2026-12-24", open: [] }] });
    const before = asKnownAt(all, at("2026-11-24 10:29"));
    expect(before.exceptions.map(({ date }) => date)).toEqual(["2026-12-24"]);
    expect(shown(addOpen(calendarOf(before), filed, 8 * HOUR))).toBe("2026-11-24 15:00");
    expect(asKnownAt(all, at("2026-11-24 10:30"))).toBe(all);
  });
});

describe("a calendar without open time", () => {
  const never = calendarOf(source({ weekly: {} }));
  const refusal = { code: "no-open-time", calendar: "oficina" };
  const now = at("2026-11-23 12:00");

  it("refuses to add, subtract and look for openings, at once", () => {
    expect(addOpen(never, now, HOUR)).toEqual(refusal);
    expect(addOpen(never, now, 0)).toEqual(refusal);
    expect(subtractOpen(never, now, HOUR)).toEqual(refusal);
    expect(nextOpen(never, now)).toEqual(refusal);
    expect(previousOpenEnd(never, now)).toEqual(refusal);
    expect(openBetween(never, now, now + 1e10)).toBe(0);
  });

  it("has what its exceptions open, and nothing after them", () => {
    const exceptions = [{ date: "2027-01-10", open: [["10:00", "12:00"]] as const }];
    const once = calendarOf(source({ weekly: {}, exceptions }));
    expect(shown(addOpen(once, now, 2 * HOUR))).toBe("2027-01-10 12:00");
    expect(addOpen(once, now, 2 * HOUR + 1)).toEqual(refusal);
    expect(shown(subtractOpen(once, at("2028-05-05 00:00"), HOUR))).toBe("2027-01-10 11:00");
    expect(subtractOpen(once, now, HOUR)).toEqual(refusal);
  });

  it("is also one whose pause is still open, when the amount has not passed before it", () => {
    const paused = [{ from: at("2026-11-23 13:00"), to: null }];
    expect(shown(addOpen(OFICINA, now, HOUR, paused))).toBe("2026-11-23 13:00");
    expect(addOpen(OFICINA, now, HOUR + 1, paused)).toEqual(refusal);
    expect(nextOpen(OFICINA, at("2026-11-23 13:00"), paused)).toEqual(refusal);
  });

  it("gives up on an amount that two hundred years do not hold", () => {
    expect(addOpen(OFICINA, now, 1e15)).toEqual(refusal);
    expect(subtractOpen(OFICINA, now, 1e15)).toEqual(refusal);
  });
});

describe("a calendar", () => {
  it("throws on what is no instant, no amount, or was never checked", () => {
    expect(() => addOpen(OFICINA, Number.NaN, HOUR)).toThrow(RangeError);
    expect(() => addOpen(OFICINA, 0, Number.NaN)).toThrow(RangeError);
    expect(() => calendarOf(source({ weekly: { mon: [["25:00", "26:00"]] } }))).toThrow(RangeError);
    expect(() => calendarOf(source({ statutory: ["xx-law"] }))).toThrow(RangeError);
    expect(() => addOpen(calendarOf(source({ zone: "Mars/Olympus" })), 0, 1)).toThrow(RangeError);
  });

  it("counts overlapping hours once", () => {
    const hours = [
      ["09:00", "14:00"],
      ["12:00", "18:00"],
      ["13:00", "13:30"],
    ] as const;
    const calendar = calendarOf(source({ weekly: week(hours) }));
    expect(openBetween(calendar, at("2026-11-24 00:00"), at("2026-11-25 00:00"))).toBe(9 * HOUR);
  });

  it("goes on over New Year when it never closes", () => {
    const hours = [["00:00", "24:00"]] as const;
    const weekly = { ...week(hours), sat: hours, sun: hours };
    const calendar = calendarOf(source({ weekly, statutory: [] }));
    const start = at("2026-12-31 23:00");
    expect(addOpen(calendar, start, 48 * HOUR)).toBe(start + 48 * HOUR);
    expect(subtractOpen(calendar, start, 9000 * HOUR)).toBe(start - 9000 * HOUR);
    expect(nextOpen(calendar, at("2027-01-01 00:00"))).toBe(at("2027-01-01 00:00"));
  });

  it("frozen, answers for its years and throws a clear fault outside them", () => {
    const thawed = thaw(freeze(OFICINA, 2026, 2027));
    const filed = at("2026-11-13 17:00");
    expect(shown(addOpen(thawed, filed, 4 * HOUR))).toBe("2026-11-17 12:00");
    expect(shown(subtractOpen(thawed, at("2027-01-04 10:00"), 2 * HOUR))).toBe("2026-12-31 17:00");
    const fault = /oficina is frozen for 2026 to 2027/;
    expect(() => addOpen(thawed, filed, 9000 * HOUR)).toThrow(fault);
    expect(() => subtractOpen(thawed, filed, 9000 * HOUR)).toThrow(fault);
    expect(() => isOpen(thawed, at("2028-06-01 10:00"))).toThrow(fault);
  });

  it("frozen, needs no Temporal", () => {
    const frozen = freeze(OFICINA, 2026, 2027);
    const { Temporal: native } = globalThis;
    try {
      Reflect.deleteProperty(globalThis, "Temporal");
      const thawed = thaw(frozen);
      expect(shown(addOpen(thawed, at("2026-11-13 17:00"), 4 * HOUR))).toBe("2026-11-17 12:00");
    } finally {
      Object.defineProperty(globalThis, "Temporal", {
        value: native,
        configurable: true,
        writable: true,
      });
    }
  });
});
