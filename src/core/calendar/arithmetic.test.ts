import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { situation } from "../../../test/kit/calendars.ts";
import { livesOf, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import { parseInstant } from "../time/iso.ts";
import { HOUR, MINUTE } from "../time/instant.ts";
import type { Instant, Span } from "../time/instant.ts";
import { totalOf } from "../time/spans.ts";
import {
  addOpen,
  isOpen,
  nextOpen,
  openBetween,
  openPeriods,
  previousOpenEnd,
  subtractOpen,
} from "./arithmetic.ts";
import { calendarOf } from "./calendar.ts";
import type { CalendarSource, Hours } from "./source.ts";

const at = (text: string): Instant => {
  const written = parseInstant(`${text.replace(" ", "T")}-06:00`);
  if (written === null) throw new Error(`not an instant: ${text}`);
  return written.at;
};
const hours: readonly Hours[] = [
  ["09:00", "14:00"],
  ["15:00", "18:00"],
];
const source: CalendarSource = {
  id: "oficina",
  zone: "America/Mexico_City",
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  statutory: [],
  closedDates: [],
  exceptions: [],
};
const office = () => calendarOf(source);
const refusal = { code: "no-open-time", calendar: "oficina" };

describe("the edges of open hours, to the millisecond", () => {
  const friday = "2026-11-20";

  it.each([
    ["08:59:59.999", false, "09:00"],
    ["09:00", true, "09:00"],
    ["13:59:59.999", true, "13:59:59.999"],
    ["14:00", false, "15:00"],
    ["15:00", true, "15:00"],
  ])("at %s: open %s, and the next open instant is %s", (time, open, next) => {
    const now = at(`${friday} ${time}`);
    expect(isOpen(office(), now)).toBe(open);
    expect(nextOpen(office(), now)).toBe(at(`${friday} ${next}`));
    expect(addOpen(office(), now, 0)).toBe(at(`${friday} ${next}`));
  });

  it.each([
    ["2026-11-20 09:00", "2026-11-19 18:00"],
    ["2026-11-20 09:00:00.001", "2026-11-20 09:00:00.001"],
    ["2026-11-20 14:00", "2026-11-20 14:00"],
    ["2026-11-20 14:30", "2026-11-20 14:00"],
    ["2026-11-20 15:00", "2026-11-20 14:00"],
    ["2026-11-22 12:00", "2026-11-20 18:00"],
  ])("before %s open time last reached %s", (now, last) => {
    expect(previousOpenEnd(office(), at(now))).toBe(at(last));
    expect(subtractOpen(office(), at(now), 0)).toBe(at(last));
  });

  it("what is used up at closing ends there; a millisecond more, after the next opening", () => {
    const start = at(`${friday} 10:00`);
    expect(addOpen(office(), start, 4 * HOUR)).toBe(at(`${friday} 14:00`));
    expect(addOpen(office(), start, 4 * HOUR + 1)).toBe(at(`${friday} 15:00:00.001`));
    expect(addOpen(office(), start, 7 * HOUR)).toBe(at(`${friday} 18:00`));
    expect(addOpen(office(), start, 7 * HOUR + 1)).toBe(at("2026-11-23 09:00:00.001"));
    expect(subtractOpen(office(), at(`${friday} 17:00`), 2 * HOUR)).toBe(at(`${friday} 15:00`));
    expect(subtractOpen(office(), at(`${friday} 17:00`), 2 * HOUR + 1)).toBe(
      at(`${friday} 13:59:59.999`),
    );
  });

  it("a negative amount goes the other way, and a reversed span is as much less than nothing", () => {
    const [start, end] = [at(`${friday} 10:00`), at(`${friday} 16:00`)];
    expect(addOpen(office(), end, -2 * HOUR)).toBe(subtractOpen(office(), end, 2 * HOUR));
    expect(subtractOpen(office(), start, -2 * HOUR)).toBe(addOpen(office(), start, 2 * HOUR));
    expect(openBetween(office(), start, end)).toBe(5 * HOUR);
    expect(openBetween(office(), end, start)).toBe(-5 * HOUR);
    expect(openBetween(office(), start, start)).toBe(0);
  });

  it("periods are cut at both ends and by pauses, and none is empty", () => {
    const [start, end] = [at(`${friday} 13:00`), at("2026-11-23 09:30")];
    const paused: Span[] = [
      { from: at(`${friday} 13:30`), to: at(`${friday} 15:30`) },
      { from: at(`${friday} 17:00`), to: at(`${friday} 18:00`) },
    ];
    expect(openPeriods(office(), start, end, paused)).toEqual([
      { from: start, to: at(`${friday} 13:30`) },
      { from: at(`${friday} 15:30`), to: at(`${friday} 17:00`) },
      { from: at("2026-11-23 09:00"), to: end },
    ]);
    expect(openPeriods(office(), at(`${friday} 14:00`), at(`${friday} 15:00`))).toEqual([]);
    expect(openPeriods(office(), end, start)).toEqual([]);
    expect(openPeriods(office(), start, end, [{ from: start, to: null }])).toEqual([]);
  });

  it("a pause is closed time, from its first instant up to its end", () => {
    const pause = [{ from: at(`${friday} 10:00`), to: at(`${friday} 11:00`) }];
    const openAt = (time: string): boolean => isOpen(office(), at(`${friday} ${time}`), pause);
    expect(["09:59:59.999", "10:00", "10:59:59.999", "11:00"].map(openAt)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(nextOpen(office(), at(`${friday} 10:30`), pause)).toBe(at(`${friday} 11:00`));
    expect(previousOpenEnd(office(), at(`${friday} 10:30`), pause)).toBe(at(`${friday} 10:00`));
    expect(subtractOpen(office(), at(`${friday} 11:30`), HOUR, pause)).toBe(at(`${friday} 09:30`));
    expect(addOpen(office(), at(`${friday} 09:30`), 30 * MINUTE, pause)).toBe(pause[0]?.from);
  });
});

describe("a calendar of a single opening", () => {
  const once = () =>
    calendarOf({
      ...source,
      weekly: {},
      exceptions: [{ date: "2026-11-21", open: [["22:00", "02:00"]] }],
    });
  const [opens, closes] = [at("2026-11-21 22:00"), at("2026-11-22 02:00")];

  it("gives all of it, forward and backward, and not a millisecond more", () => {
    expect(addOpen(once(), at("2020-01-01 00:00"), 4 * HOUR)).toBe(closes);
    expect(addOpen(once(), at("2020-01-01 00:00"), 4 * HOUR + 1)).toEqual(refusal);
    expect(subtractOpen(once(), at("2030-01-01 00:00"), 4 * HOUR)).toBe(opens);
    expect(subtractOpen(once(), at("2030-01-01 00:00"), 4 * HOUR + 1)).toEqual(refusal);
    expect(nextOpen(once(), closes)).toEqual(refusal);
    expect(previousOpenEnd(once(), opens)).toEqual(refusal);
    expect(previousOpenEnd(once(), at("2030-01-01 00:00"))).toBe(closes);
  });

  it("that is over New Year belongs to both years", () => {
    const eve = calendarOf({
      ...source,
      weekly: {},
      exceptions: [{ date: "2026-12-31", open: [["22:00", "02:00"]] }],
    });
    expect(addOpen(eve, at("2026-06-01 00:00"), 3 * HOUR)).toBe(at("2027-01-01 01:00"));
    expect(subtractOpen(eve, at("2027-06-01 00:00"), 3 * HOUR)).toBe(at("2026-12-31 23:00"));
    expect(openBetween(eve, at("2027-01-01 00:00"), at("2028-01-01 00:00"))).toBe(2 * HOUR);
  });
});

describe("whatever is paused", () => {
  it(
    "open time and paused open time are all the open time, and the periods hold exactly what is left",
    () => {
      const span = fc
        .tuple(fc.integer({ min: -10_000, max: 10_000 }), fc.nat(5_000))
        .map(([from, size]): Span => ({ from: from * MINUTE, to: (from + size) * MINUTE }));
      fc.assert(
        fc.property(
          situation,
          fc.nat(500_000_000),
          fc.array(span, { maxLength: 4 }),
          (given, size, list) => {
            const calendar = calendarOf(given.source);
            const [from, to] = [given.at, given.at + size];
            const closed = list.map((one) => ({ from: from + one.from, to: from + (one.to ?? 0) }));
            const periods = openPeriods(calendar, from, to, closed);
            const left = openBetween(calendar, from, to, closed);
            expect(totalOf(periods, to)).toBe(left);
            const all = openPeriods(calendar, from, to);
            expect(totalOf(all, to)).toBe(openBetween(calendar, from, to));
            expect(left).toBeLessThanOrEqual(openBetween(calendar, from, to));
            for (const period of periods) {
              expect(isOpen(calendar, period.from, closed)).toBe(true);
              expect(isOpen(calendar, period.to - 1, closed)).toBe(true);
            }
            const [first] = periods;
            if (first !== undefined) expect(nextOpen(calendar, from, closed)).toBe(first.from);
            const last = periods.at(-1);
            if (last !== undefined) expect(previousOpenEnd(calendar, to, closed)).toBe(last.to);
          },
        ),
        { numRuns: livesOf(300) },
      );
    },
    RUNS_TIMEOUT,
  );
});
