import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { situation } from "../../../test/kit/calendars.ts";
import type { Situation } from "../../../test/kit/calendars.ts";
import { RUNS, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import { slowCalendar } from "../../../test/kit/slow-calendar.ts";
import type { SlowCalendar } from "../../../test/kit/slow-calendar.ts";
import { DAY, HOUR } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";
import { addOpen, isOpen, nextOpen, openBetween, openPeriods } from "./arithmetic.ts";
import { previousOpenEnd, subtractOpen } from "./arithmetic.ts";
import type { NoOpenTime } from "./arithmetic.ts";
import { calendarOf } from "./calendar.ts";
import type { Calendar } from "./calendar.ts";
import { addDates, civilDateOf, isOpenDate } from "./dates.ts";
import { segments } from "./segments.ts";

/** How far the slow calendar walks for an answer. */
const DAYS = 14;

/** What the fast answer is, said as the slow one would: null when it is farther away than that one walks. */
function within(answer: Instant | NoOpenTime, at: Instant): Instant | null {
  return typeof answer === "number" && Math.abs(answer - at) <= DAYS * DAY ? answer : null;
}

function agrees(name: string, property: fc.IRawProperty<unknown>): void {
  it(name, () => fc.assert(property, { numRuns: RUNS }), RUNS_TIMEOUT);
}

const span = fc.oneof(fc.nat(2 * DAY), fc.nat(DAYS * DAY));
const amount = fc.oneof(fc.constant(0), fc.nat(10 * HOUR), fc.nat(60 * HOUR));

interface Made {
  readonly calendar: Calendar;
  readonly where: Situation;
  readonly slow: SlowCalendar;
}

function openTimeAgrees({ where: { at, pauses }, calendar, slow }: Made, length: number): void {
  const to = at + length;
  const open = slow.between(at, to, pauses);
  expect(openBetween(calendar, at, to, pauses)).toBe(open);
  expect(openBetween(calendar, to, at, pauses)).toBe(open === 0 ? 0 : -open);
  expect(isOpen(calendar, at, pauses)).toBe(slow.isOpen(at, pauses));
  const periods = openPeriods(calendar, at, to, pauses);
  expect(periods.reduce((sum, p) => sum + p.to - p.from, 0)).toBe(open);
  const amiss = periods.filter(
    (period) =>
      !slow.isOpen(period.from, pauses) ||
      !slow.isOpen(period.to - 1, pauses) ||
      (period.from > at && slow.isOpen(period.from - 1, pauses)) ||
      (period.to < to && slow.isOpen(period.to, pauses)),
  );
  expect(amiss).toEqual([]);
}

function amountsAgree({ where: { at, pauses }, calendar, slow }: Made, ms: number): void {
  const added = addOpen(calendar, at, ms, pauses);
  const subtracted = subtractOpen(calendar, at, ms, pauses);
  expect(within(added, at)).toBe(slow.add(at, ms, pauses));
  expect(within(subtracted, at)).toBe(slow.subtract(at, ms, pauses));
  expect(nextOpen(calendar, at, pauses)).toEqual(addOpen(calendar, at, 0, pauses));
  expect(previousOpenEnd(calendar, at, pauses)).toEqual(subtractOpen(calendar, at, 0, pauses));
}

function segmentsAgree({ where: { at, pauses }, calendar, slow }: Made, length: number): void {
  const to = at + length;
  const list = segments(calendar, at, to, pauses);
  expect(list.map(({ from }) => from)).toEqual(
    list.length === 0 ? [] : [at, ...list.slice(0, -1).map((segment) => segment.to)],
  );
  expect(list.at(-1)?.to ?? at).toBe(to);
  expect(list.filter((segment) => segment.to <= segment.from)).toEqual([]);
  const counted = list.map((segment) => (segment.counted ? segment.to - segment.from : 0));
  expect(counted).toEqual(list.map(({ from, to: end }) => slow.between(from, end, pauses)));
}

describe("the calendar agrees with a minute-by-minute walk", () => {
  agrees(
    "on what is open, on adding and subtracting, and on the segments of an explanation",
    fc.property(situation, span, amount, (where, length, ms) => {
      // The slow one is the dear part: once made, it is asked everything.
      const { source } = where;
      const made = { where, calendar: calendarOf(source), slow: slowCalendar(source, DAYS) };
      openTimeAgrees(made, length);
      amountsAgree(made, ms);
      segmentsAgree(made, length);
    }),
  );

  it("on an answer in the last minute that the slow one walks", () => {
    const source = {
      id: "noches",
      zone: "America/Tijuana",
      statutory: [],
      weekly: { wed: [["09:00", "18:00"]], thu: [["21:00", "09:00"]], fri: [["09:00", "18:00"]] },
      closedDates: [],
      exceptions: [],
    } as const;
    const answer = subtractOpen(calendarOf(source), 1_420_070_400_000, 215_940_001);
    expect(answer).toBe(1_418_860_859_999);
    expect(slowCalendar(source, DAYS).subtract(1_420_070_400_000, 215_940_001)).toBe(answer);
  });

  agrees(
    "on open civil dates",
    fc.property(situation, fc.integer({ min: 1, max: 4 }), ({ source, at }, n) => {
      const calendar = calendarOf(source);
      const slow = slowCalendar(source, DAYS);
      const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(source.zone);
      const start = zoned.toPlainDate();
      expect(civilDateOf(calendar, at)).toBe(start.toString());
      for (const sign of [1, -1]) {
        let date = start;
        let left = n;
        for (let days = 0; days < 9 && left > 0; days++) {
          date = date.add({ days: sign });
          const isOpenOne = slow.isOpenDate(date.toString());
          expect(isOpenDate(calendar, date.toString())).toBe(isOpenOne);
          if (isOpenOne) left--;
        }
        if (left > 0) continue;
        expect(addDates(calendar, start.toString(), sign * n)).toBe(date.toString());
      }
    }),
  );
});
