/* oxlint-disable max-params -- calendar, instant and amount come first everywhere; an object for each call would cost the hot path */
import type { Instant, Millis } from "../time/instant.ts";
import { civilDate, dayNumber, partsOfDay } from "../time/civil.ts";
import type { CivilDate } from "../time/civil.ts";
import { isOpen, noOpenTime, openPeriods } from "./arithmetic.ts";
import type { NoOpenTime } from "./arithmetic.ts";
import {
  contextFor,
  grownEarlier,
  grownLater,
  HORIZON_YEARS,
  roughYear,
  tableFor,
  zoneFor,
} from "./calendar.ts";
import type { Calendar } from "./calendar.ts";
import { breaksOn, partsOf, scheduled, startOfDay } from "./day.ts";
import type { OpenTable } from "./open-table.ts";
import { cut, merged } from "./periods.ts";
import { firstOpenYear, lastOpenYear } from "./rules.ts";
import { instantOfWall, wallOf } from "./zone.ts";

/** Where a promise of dates ends on its last date. */
export type DateEnd = "same-wall-time" | "at-closing";

/** The civil date, in the calendar's zone, on which the instant falls. */
export function civilDateOf(calendar: Calendar, at: Instant): CivilDate {
  return civilDate(wallAt(calendar, at).day);
}

/** The day number and the milliseconds since midnight that the calendar's clocks show at an instant. */
export function wallAt(calendar: Calendar, at: Instant): { day: number; millis: Millis } {
  const year = roughYear(at);
  return wallOf(zoneFor(calendar, year, year), at);
}

/** The instant at which the calendar's clocks show that many milliseconds since midnight of the date (24 hours: the next midnight). */
export function instantOn(calendar: Calendar, date: CivilDate, millis: Millis): Instant {
  return instantOnDay(calendar, dayNumber(date), millis);
}

function instantOnDay(calendar: Calendar, day: number, millis: Millis): Instant {
  const { year } = partsOfDay(day);
  return instantOfWall(zoneFor(calendar, year, year), day, millis);
}

/** Whether hours of the date itself give some open time; the end of the night before does not make it an open date. */
export function isOpenDate(calendar: Calendar, date: CivilDate): boolean {
  const day = dayNumber(date);
  const { year } = partsOfDay(day);
  const table = tableFor(calendar, year, year);
  return table.openDates[day - table.firstDay] === 1;
}

function openDayFrom(calendar: Calendar, start: number, n: number): number | null {
  const { year } = partsOfDay(start);
  const { rules } = calendar.compiled;
  const later = n > 0;
  const limit = later
    ? Math.min(lastOpenYear(rules), year + HORIZON_YEARS)
    : Math.max(firstOpenYear(rules), year - HORIZON_YEARS);
  let table: OpenTable | null = tableFor(calendar, year, year);
  let left = Math.abs(n);
  let day = start;
  while (table !== null) {
    const { openDates, firstDay } = table;
    const edge = later ? firstDay + openDates.length - 1 : firstDay;
    while (day !== edge) {
      day += later ? 1 : -1;
      if (openDates[day - firstDay] === 1 && --left === 0) return day;
    }
    table = (later ? grownLater : grownEarlier)(calendar, table, limit);
  }
  return null;
}

/**
 * The n-th open civil date after `date`, which is itself not counted (before it when `n` is
 * negative); the date itself when `n` is 0, open or not.
 */
export function addDates(calendar: Calendar, date: CivilDate, n: number): CivilDate | NoOpenTime {
  const day = openDay(calendar, dayNumber(date), n);
  return day === null ? noOpenTime(calendar) : civilDate(day);
}

function openDay(calendar: Calendar, day: number, n: number): number | null {
  if (!Number.isInteger(n)) throw new RangeError(`not a number of dates: ${n}`);
  return n === 0 ? day : openDayFrom(calendar, day, n);
}

/** The first opening of the date's own hours; the end of the night before is not one. Null when it has none. */
export function openingOf(calendar: Calendar, date: CivilDate): Instant | null {
  const day = dayNumber(date);
  const { year } = partsOfDay(day);
  const context = contextFor(calendar, year, year);
  const own = partsOf(context, day).flatMap((part) =>
    cut(merged(scheduled(context, part).own), part, breaksOn(context, day)),
  );
  return own[0]?.from ?? null;
}

/** The last closing of the date's own hours, which may be on the next morning; null when it has none. */
export function closingOf(calendar: Calendar, date: CivilDate): Instant | null {
  return closingOn(calendar, dayNumber(date));
}

/** Closings that were asked for: a calendar does not change, and silence asks for the same again and again. */
const closings = new WeakMap<Calendar, Map<number, Instant | null>>();

function closingOn(calendar: Calendar, day: number): Instant | null {
  let known = closings.get(calendar);
  if (known === undefined) closings.set(calendar, (known = new Map()));
  let closing = known.get(day);
  if (closing === undefined) known.set(day, (closing = lastClosing(calendar, day)));
  return closing;
}

function lastClosing(calendar: Calendar, day: number): Instant | null {
  const { year } = partsOfDay(day);
  const context = contextFor(calendar, year, year);
  const own = partsOf(context, day).flatMap((part) =>
    cut(merged(scheduled(context, part).own), part, breaksOn(context, day)),
  );
  const tail = partsOf(context, day + 1).flatMap((part) =>
    cut(merged(scheduled(context, part).tail), part, breaksOn(context, day + 1)),
  );
  const last = [...own, ...tail].at(-1);
  return last === undefined ? null : last.to;
}

function sameWallTime(calendar: Calendar, day: number, millis: Millis): Instant {
  const at = instantOnDay(calendar, day, millis);
  const { zone } = contextFor(calendar, roughYear(at), roughYear(at));
  const periods = openPeriods(calendar, startOfDay(zone, day), startOfDay(zone, day + 1));
  if (isOpen(calendar, at) || periods.some((period) => period.to === at)) return at;
  const closed = periods.findLast((period) => period.to < at);
  return closed?.to ?? periods[0]?.from ?? at;
}

/**
 * When `n` open civil dates are over, the date of `at` excluded. "at-closing" is the last closing
 * of that date's own hours. "same-wall-time" is the clock's time at `at`; where the desk is closed
 * at that time of that date, it is the closing before it, or the date's first opening when the
 * time is earlier than all its hours. With `n` 0 the date is that of `at`, and when it is closed
 * the answer is "no-open-time" for "at-closing".
 */
export function addDatesAt(
  calendar: Calendar,
  at: Instant,
  n: number,
  end: DateEnd,
): Instant | NoOpenTime {
  const wall = wallAt(calendar, at);
  const day = openDay(calendar, wall.day, n);
  if (day === null) return noOpenTime(calendar);
  if (end === "at-closing") return closingOn(calendar, day) ?? noOpenTime(calendar);
  return sameWallTime(calendar, day, wall.millis);
}
