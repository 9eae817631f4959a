import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { situation } from "../../../test/kit/calendars.ts";
import { livesOf, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import { addDays } from "../time/civil.ts";
import { DAY, HOUR } from "../time/instant.ts";
import type { Instant, Span } from "../time/instant.ts";
import {
  addOpen,
  isOpen,
  nextOpen,
  openBetween,
  openPeriods,
  previousOpenEnd,
  subtractOpen,
} from "./arithmetic.ts";
import type { NoOpenTime } from "./arithmetic.ts";
import { calendarOf, freeze, thaw } from "./calendar.ts";
import { civilDateOf } from "./dates.ts";
import { segments } from "./segments.ts";

const amount = fc.oneof(fc.nat(5), fc.nat(10 * HOUR), fc.nat(100 * HOUR));
const length = fc.oneof(fc.nat(5), fc.nat(10 * HOUR), fc.nat(14 * DAY));
const finite = (answer: Instant | NoOpenTime): number =>
  typeof answer === "number" ? answer : Infinity;

/** Pauses that begin and end at any millisecond, not only at whole minutes. */
const shifted = (pauses: readonly Span[], by: number): Span[] =>
  pauses.map(({ from, to }) => ({ from: from + by, to: to === null ? null : to + 2 * by }));

function holds(name: string, property: fc.IRawProperty<unknown>, numRuns = livesOf(5_000)): void {
  it(name, () => fc.assert(property, { numRuns }), RUNS_TIMEOUT);
}

/** For what compiles many years a case. */
const FEWER = livesOf(1_000);

describe("business time", () => {
  holds(
    "between a start and its deadline is exactly the promise",
    fc.property(situation, amount, fc.nat(999), ({ source, at, pauses }, ms, by) => {
      const calendar = calendarOf(source);
      const closed = shifted(pauses, by);
      const deadline = addOpen(calendar, at, ms, closed);
      if (typeof deadline !== "number") return;
      expect(openBetween(calendar, at, deadline, closed)).toBe(ms);
      if (ms > 0) expect(openBetween(calendar, at, deadline - 1, closed)).toBe(ms - 1);
    }),
  );

  holds(
    "between a deadline and what was subtracted from it is exactly the amount",
    fc.property(situation, amount, fc.nat(999), ({ source, at, pauses }, ms, by) => {
      const calendar = calendarOf(source);
      const closed = shifted(pauses, by);
      const start = subtractOpen(calendar, at, ms, closed);
      if (typeof start !== "number") return;
      expect(openBetween(calendar, start, at, closed)).toBe(ms);
      if (ms > 0) expect(openBetween(calendar, start + 1, at, closed)).toBe(ms - 1);
    }),
  );

  holds(
    "gives a deadline that is never earlier for a later start or a longer promise",
    fc.property(situation, amount, length, ({ source, at, pauses }, ms, more) => {
      const calendar = calendarOf(source);
      const deadline = finite(addOpen(calendar, at, ms, pauses));
      expect(finite(addOpen(calendar, at + more, ms, pauses))).toBeGreaterThanOrEqual(deadline);
      expect(finite(addOpen(calendar, at, ms + more, pauses))).toBeGreaterThanOrEqual(deadline);
    }),
  );

  holds(
    "gives a deadline that is never earlier when a day is closed",
    fc.property(situation, amount, fc.nat(14), ({ source, at, pauses }, ms, days) => {
      const calendar = calendarOf(source);
      const date = addDays(civilDateOf(calendar, at), days);
      const exceptions = source.exceptions.filter((exception) => exception.date !== date);
      const before = calendarOf({ ...source, exceptions });
      const closedDates = [...source.closedDates, { date }];
      const byHoliday = calendarOf({ ...source, exceptions, closedDates });
      const byException = calendarOf({
        ...source,
        exceptions: [...exceptions, { date, open: [] }],
      });
      const deadline = finite(addOpen(before, at, ms, pauses));
      expect(finite(addOpen(byHoliday, at, ms, pauses))).toBeGreaterThanOrEqual(deadline);
      expect(finite(addOpen(byException, at, ms, pauses))).toBeGreaterThanOrEqual(deadline);
    }),
  );

  holds(
    "subtracts what it added, from the first open instant on",
    fc.property(situation, amount, ({ source, at, pauses }, ms) => {
      const calendar = calendarOf(source);
      const deadline = addOpen(calendar, at, ms, pauses);
      if (typeof deadline !== "number" || ms === 0) return;
      const start = nextOpen(calendar, at, pauses);
      expect(subtractOpen(calendar, deadline, ms, pauses)).toBe(start);
      expect(addOpen(calendar, deadline, -ms, pauses)).toBe(start);
      expect(subtractOpen(calendar, at, -ms, pauses)).toBe(deadline);
    }),
  );

  holds(
    "changes exactly at the millisecond of each opening and closing",
    fc.property(situation, length, fc.nat(999), ({ source, at, pauses }, size, by) => {
      const calendar = calendarOf(source);
      const closed = shifted(pauses, by);
      for (const { from, to } of openPeriods(calendar, at, at + size, closed)) {
        expect(isOpen(calendar, from, closed)).toBe(true);
        expect(isOpen(calendar, to - 1, closed)).toBe(true);
        expect(nextOpen(calendar, from, closed)).toBe(from);
        expect(previousOpenEnd(calendar, to, closed)).toBe(to);
        expect(addOpen(calendar, from, to - from, closed)).toBe(to);
        expect(subtractOpen(calendar, to, to - from, closed)).toBe(from);
        if (from > at) expect(isOpen(calendar, from - 1, closed)).toBe(false);
        if (to < at + size) expect(finite(nextOpen(calendar, to, closed))).toBeGreaterThan(to);
      }
    }),
  );

  holds(
    "has the same periods and explanation, whatever years were asked for before",
    fc.property(situation, amount, ({ source, at, pauses }, ms) => {
      const fresh = calendarOf(source);
      const used = calendarOf(source);
      openBetween(used, at - 400 * DAY, at + 400 * DAY);
      expect(addOpen(used, at, ms, pauses)).toEqual(addOpen(fresh, at, ms, pauses));
      const to = at + 20 * DAY;
      expect(openPeriods(used, at, to)).toEqual(openPeriods(fresh, at, to));
      expect(segments(used, at, to, pauses)).toEqual(segments(fresh, at, to, pauses));
    }),
    FEWER,
  );

  holds(
    "is the same when the calendar was frozen, sent as JSON and thawed",
    fc.property(situation, length, ({ source, at, pauses }, size) => {
      const calendar = calendarOf(source);
      const json = JSON.stringify(freeze(calendar, 2013, 2030));
      const thawed = thaw(JSON.parse(json));
      const to = at + size;
      expect(openPeriods(thawed, at, to, pauses)).toEqual(openPeriods(calendar, at, to, pauses));
      expect(segments(thawed, at, to)).toEqual(segments(calendar, at, to));
      expect(civilDateOf(thawed, at)).toBe(civilDateOf(calendar, at));
    }),
    FEWER,
  );
});
