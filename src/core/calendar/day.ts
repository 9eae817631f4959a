import { DAY } from "../time/instant.ts";
import type { Instant, Period } from "../time/instant.ts";
import { weekdayIndex } from "../time/civil.ts";
import { crossesMidnight } from "./hours.ts";
import type { DayHours } from "./hours.ts";
import { cut, merged } from "./periods.ts";
import { exceptionOn, holidayOn, plainHours } from "./rules.ts";
import type { ReadException, Rules } from "./rules.ts";
import { instantOfWall, offsetAt } from "./zone.ts";
import type { ZoneTable } from "./zone.ts";

/** The rules and the clocks that one civil date is computed with. */
export interface DayContext {
  readonly rules: Rules;
  readonly zone: ZoneTable;
}

/** A part of a civil date during which one state of knowledge holds: which exceptions are published does not change in it. */
export interface DayPart extends Period {
  readonly day: number;
  readonly exception: ReadException | undefined;
  /** The exception of the date before, whose hours may reach into this one. */
  readonly exceptionBefore: ReadException | undefined;
}

/** The date's first instant. */
export function startOfDay(zone: ZoneTable, day: number): Instant {
  return instantOfWall(zone, day, 0);
}

/** Cuts a date where an exception of its own, or of the date before, is published during it. */
export function partsOf({ rules, zone }: DayContext, day: number): DayPart[] {
  const from = startOfDay(zone, day);
  const to = startOfDay(zone, day + 1);
  const own = rules.exceptions.get(day);
  const before = rules.exceptions.get(day - 1);
  if (own === undefined && before === undefined) {
    return [{ day, from, to, exception: undefined, exceptionBefore: undefined }];
  }
  const cuts = [...(own ?? []), ...(before ?? [])]
    .map((exception) => exception.published)
    .filter((published) => published > from && published < to)
    .sort((a, b) => a - b);
  const edges = [from, ...new Set(cuts), to];
  return edges.slice(0, -1).map((edge, i) => ({
    day,
    from: edge,
    to: edges[i + 1] as Instant,
    exception: exceptionOn(rules, day, edge),
    exceptionBefore: exceptionOn(rules, day - 1, edge),
  }));
}

/** What the date's own hours open on the date itself. */
function ownPeriods(zone: ZoneTable, day: number, hours: readonly DayHours[]): Period[] {
  return hours.map((h) => ({
    from: instantOfWall(zone, day, h.from),
    to: instantOfWall(zone, day, crossesMidnight(h) ? DAY : h.to),
  }));
}

/** What hours of the date before, those that cross midnight, open on this date. */
function tailPeriods(zone: ZoneTable, day: number, hours: readonly DayHours[]): Period[] {
  return hours.filter(crossesMidnight).map((h) => ({
    from: startOfDay(zone, day),
    to: instantOfWall(zone, day, h.to),
  }));
}

/**
 * What would be open on the date with these exceptions, breaks apart. A holiday or an exception is
 * about the whole civil date: hours that cross midnight into it are cut at its first instant.
 */
export function scheduled(
  { rules, zone }: DayContext,
  { day, exception, exceptionBefore }: Pick<DayPart, "day" | "exception" | "exceptionBefore">,
): { own: Period[]; tail: Period[] } {
  const hours = exception?.open ?? plainHours(rules, day);
  const replaced = exception !== undefined || holidayOn(rules, day) !== undefined;
  const before = replaced ? [] : (exceptionBefore?.open ?? plainHours(rules, day - 1));
  return { own: ownPeriods(zone, day, hours), tail: tailPeriods(zone, day, before) };
}

/** The breaks that fall on the date, those of the date before that cross midnight included. */
export function breaksOn({ rules, zone }: DayContext, day: number): Period[] {
  if (rules.breaks.size === 0) return [];
  const own = ownPeriods(zone, day, rules.breaks.get(day) ?? []);
  return merged([...own, ...tailPeriods(zone, day, rules.breaks.get(day - 1) ?? [])]);
}

/**
 * What is open on a date that is like any other of its weekday: no exception, holiday or break on
 * it or on the date before, and no change of the clocks. Null when it is not such a date.
 */
export function ordinaryOn({ rules, zone }: DayContext, day: number): Period[] | null {
  const { exceptions, breaks, ordinary } = rules;
  if (exceptions.has(day) || exceptions.has(day - 1)) return null;
  if (breaks.has(day) || breaks.has(day - 1)) return null;
  if (holidayOn(rules, day) !== undefined || holidayOn(rules, day - 1) !== undefined) return null;
  const from = startOfDay(zone, day);
  if (startOfDay(zone, day + 1) - from !== DAY) return null;
  if (
    offsetAt(zone, from) !== day * DAY - from ||
    offsetAt(zone, from + DAY) !== day * DAY - from
  ) {
    return null;
  }
  const periods = ordinary[weekdayIndex(day)] ?? [];
  return periods.map((period) => ({ from: from + period.from, to: from + period.to }));
}

/**
 * What is open on a civil date, sorted and disjoint, and whether it is an open date: one on which
 * hours of its own (not merely the end of last night's) give some open time.
 */
export function openOn(context: DayContext, day: number): { open: Period[]; isOpenDate: boolean } {
  const ordinary = ordinaryOn(context, day);
  if (ordinary !== null) {
    return { open: ordinary, isOpenDate: plainHours(context.rules, day).length > 0 };
  }
  const breaks = breaksOn(context, day);
  const open: Period[] = [];
  let isOpenDate = false;
  for (const part of partsOf(context, day)) {
    const { own, tail } = scheduled(context, part);
    isOpenDate ||= own.length > 0 && cut(merged(own), part, breaks).length > 0;
    open.push(...cut(merged(tail.length === 0 ? own : [...tail, ...own]), part, breaks));
  }
  return { open, isOpenDate };
}
