/* oxlint-disable max-params -- calendar, instant and amount come first everywhere; an object for each call would cost the hot path */
import type { Instant, Millis, Period, Span } from "../time/instant.ts";
import { union } from "../time/spans.ts";
import { grownEarlier, grownLater, HORIZON_YEARS, roughYear, tableAt } from "./calendar.ts";
import type { Calendar } from "./calendar.ts";
import { earliestWith, latestWith, openBefore, periodAfter } from "./open-table.ts";
import type { OpenTable } from "./open-table.ts";
import { firstOpenYear, lastOpenYear } from "./rules.ts";

/** The calendar has no open time in which the amount could pass, within two hundred years. */
export interface NoOpenTime {
  readonly code: "no-open-time";
  /** The calendar's id. */
  readonly calendar: string;
}

/** The refusal for this calendar. */
export function noOpenTime(calendar: Calendar): NoOpenTime {
  return { code: "no-open-time", calendar: calendar.id };
}

/** From where, and how much. */
interface Reach {
  readonly at: Instant;
  readonly ms: Millis;
}

const isPaused = (closed: readonly Span[] | undefined): closed is readonly Span[] =>
  closed !== undefined && closed.length > 0;

const latestYear = (calendar: Calendar, at: Instant): number =>
  Math.min(lastOpenYear(calendar.compiled.rules), roughYear(at) + HORIZON_YEARS);

const earliestYear = (calendar: Calendar, at: Instant): number =>
  Math.max(firstOpenYear(calendar.compiled.rules), roughYear(at) - HORIZON_YEARS);

/**
 * The earliest instant with exactly `ms` milliseconds of open time between `at` and it: an amount
 * that uses up the whole day ends at closing time, not at the next opening. Nothing at all gives
 * the next open instant; a negative amount is subtracted. `closed` are pauses, during which
 * nothing counts; one that is still open (`to: null`) makes the answer "no-open-time" when the
 * amount has not passed before it.
 */
export function addOpen(
  calendar: Calendar,
  at: Instant,
  ms: Millis,
  closed?: readonly Span[],
): Instant | NoOpenTime {
  if (ms < 0) return subtractOpen(calendar, at, -ms, closed);
  if (isPaused(closed)) return addAround(calendar, { at, ms }, closed);
  const table = calendar.compiled.table;
  if (ms > 0 && table !== null && at >= table.from && at < table.to) {
    const total = openBefore(table, at) + ms;
    if (total <= table.total) return earliestWith(table, total);
  }
  return addFar(calendar, at, ms);
}

function addFar(calendar: Calendar, at: Instant, ms: Millis): Instant | NoOpenTime {
  if (!Number.isFinite(ms)) throw new RangeError(`not an amount of time: ${ms}`);
  if (ms === 0) return nextOpen(calendar, at);
  const limit = latestYear(calendar, at);
  let table: OpenTable | null = tableAt(calendar, at);
  while (table !== null) {
    const total = openBefore(table, at) + ms;
    if (total <= table.total) return earliestWith(table, total);
    table = grownLater(calendar, table, limit);
  }
  return noOpenTime(calendar);
}

function addAround(
  calendar: Calendar,
  { at, ms }: Reach,
  closed: readonly Span[],
): Instant | NoOpenTime {
  let from = at;
  let left = ms;
  for (const pause of union(closed)) {
    if (pause.to !== null && pause.to <= from) continue;
    if (pause.from > from) {
      const passed = openBetween(calendar, from, pause.from);
      if (passed > 0 && left <= passed) return addOpen(calendar, from, left);
      left -= passed;
    }
    if (pause.to === null) return noOpenTime(calendar);
    from = pause.to;
  }
  return addOpen(calendar, from, left);
}

/**
 * The latest instant with exactly `ms` milliseconds of open time between it and `at`: the opening
 * instant at an exact boundary. Nothing at all gives the last instant up to `at` that open time
 * reaches; a negative amount is added. `closed` as in `addOpen`.
 */
export function subtractOpen(
  calendar: Calendar,
  at: Instant,
  ms: Millis,
  closed?: readonly Span[],
): Instant | NoOpenTime {
  if (ms < 0) return addOpen(calendar, at, -ms, closed);
  if (isPaused(closed)) return subtractAround(calendar, { at, ms }, closed);
  if (!Number.isFinite(ms)) throw new RangeError(`not an amount of time: ${ms}`);
  if (ms === 0) return previousOpenEnd(calendar, at);
  let table: OpenTable | null = tableAt(calendar, at);
  while (table !== null) {
    const total = openBefore(table, at) - ms;
    if (total >= 0) return latestWith(table, total);
    table = grownEarlier(calendar, table, earliestYear(calendar, at));
  }
  return noOpenTime(calendar);
}

function subtractAround(
  calendar: Calendar,
  { at, ms }: Reach,
  closed: readonly Span[],
): Instant | NoOpenTime {
  let to = at;
  let left = ms;
  for (const pause of union(closed).reverse()) {
    if (pause.from >= to) continue;
    if (pause.to !== null && pause.to < to) {
      const passed = openBetween(calendar, pause.to, to);
      if (passed > 0 && left <= passed) return subtractOpen(calendar, to, left);
      left -= passed;
    }
    to = pause.from;
  }
  return subtractOpen(calendar, to, left);
}

/** Open milliseconds in `[from, to)`, pauses apart; negative when `from` is later than `to`. */
export function openBetween(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  closed?: readonly Span[],
): Millis {
  if (from > to) return 0 - openBetween(calendar, to, from, closed);
  tableAt(calendar, from);
  const table = tableAt(calendar, to);
  let open = openBefore(table, to) - openBefore(table, from);
  if (!isPaused(closed)) return open;
  for (const pause of union(closed)) {
    const start = Math.max(pause.from, from);
    const end = Math.min(pause.to ?? Infinity, to);
    if (end > start) open -= openBefore(table, end) - openBefore(table, start);
  }
  return open;
}

/** The instant itself when it is open, else the next opening; the closing instant is closed. A pause is closed time. */
export function nextOpen(
  calendar: Calendar,
  at: Instant,
  closed?: readonly Span[],
): Instant | NoOpenTime {
  if (isPaused(closed)) return addAround(calendar, { at, ms: 0 }, closed);
  let table: OpenTable | null = tableAt(calendar, at);
  while (table !== null) {
    const i = periodAfter(table, at);
    if (i < table.count) return Math.max(at, table.starts[i] as number);
    table = grownLater(calendar, table, latestYear(calendar, at));
  }
  return noOpenTime(calendar);
}

/** The instant itself when the moment just before it is open, else the last closing before it. A pause is closed time. */
export function previousOpenEnd(
  calendar: Calendar,
  at: Instant,
  closed?: readonly Span[],
): Instant | NoOpenTime {
  if (isPaused(closed)) return subtractAround(calendar, { at, ms: 0 }, closed);
  let table: OpenTable | null = tableAt(calendar, at);
  while (table !== null) {
    const i = periodAfter(table, at);
    if (i < table.count && (table.starts[i] as number) < at) return at;
    if (i > 0) return table.ends[i - 1] as number;
    table = grownEarlier(calendar, table, earliestYear(calendar, at));
  }
  return noOpenTime(calendar);
}

/** Whether the instant is open and in no pause. */
export function isOpen(calendar: Calendar, at: Instant, closed?: readonly Span[]): boolean {
  const table = tableAt(calendar, at);
  const i = periodAfter(table, at);
  if (i === table.count || (table.starts[i] as number) > at) return false;
  return !(closed ?? []).some((pause) => pause.from <= at && at < (pause.to ?? Infinity));
}

/** The open periods in `[from, to)`, cut at both ends, pauses taken out; none when `to` is not later. */
export function openPeriods(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  closed?: readonly Span[],
): Period[] {
  const periods: Period[] = [];
  if (!(to > from)) return periods;
  tableAt(calendar, from);
  const table = tableAt(calendar, to);
  const pauses = isPaused(closed) ? union(closed) : [];
  for (let i = periodAfter(table, from); i < table.count; i++) {
    let start = Math.max(from, table.starts[i] as number);
    const end = Math.min(to, table.ends[i] as number);
    if (start >= to) break;
    for (const pause of pauses) {
      const resumed = pause.to ?? Infinity;
      if (resumed <= start || pause.from >= end) continue;
      if (pause.from > start) periods.push({ from: start, to: pause.from });
      start = resumed;
    }
    if (start < end) periods.push({ from: start, to: end });
  }
  return periods;
}
