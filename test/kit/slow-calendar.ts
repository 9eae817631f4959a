import type { CalendarSource, Hours } from "../../src/core/calendar/source.ts";
import type { Instant, Span } from "../../src/core/time/instant.ts";

/**
 * Business time the slow way, to hold the fast one against: it asks of every minute whether it is
 * open, straight from the source and with Temporal, and walks. It shares no code with the fast
 * one. Hours, breaks, pauses and publications must be at whole minutes.
 */
export interface SlowCalendar {
  isOpen(at: Instant, closed?: readonly Span[]): boolean;
  between(from: Instant, to: Instant, closed?: readonly Span[]): number;
  /** Null when the answer is farther away than the slow calendar walks. */
  add(at: Instant, ms: number, closed?: readonly Span[]): Instant | null;
  subtract(at: Instant, ms: number, closed?: readonly Span[]): Instant | null;
  isOpenDate(date: string): boolean;
}

const MINUTE = 60_000;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** The minutes of one civil date: 1 where open; and whether the date's own hours open any of them. */
interface DateMinutes {
  readonly start: Instant;
  readonly end: Instant;
  readonly open: Uint8Array;
  readonly isOpenDate: boolean;
}

function wall(date: Temporal.PlainDate, text: string, zone: string): Instant {
  const next = text === "24:00";
  const at = (next ? date.add({ days: 1 }) : date).toPlainDateTime(next ? "00:00" : text);
  return at.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
}

type Stretch = readonly [Instant, Instant];

function onDate(date: Temporal.PlainDate, hours: readonly Hours[], zone: string): Stretch[] {
  return hours.map(([from, to]) => [
    wall(date, from, zone),
    wall(date, to <= from ? "24:00" : to, zone),
  ]);
}

function intoNext(date: Temporal.PlainDate, hours: readonly Hours[], zone: string): Stretch[] {
  const next = date.add({ days: 1 });
  return hours
    .filter(([from, to]) => to <= from)
    .map(([, to]) => [wall(next, "00:00", zone), wall(next, to, zone)]);
}

interface Knowledge {
  readonly own: readonly Stretch[];
  readonly tail: readonly Stretch[];
}

function exceptionHours(
  source: CalendarSource,
  date: string,
  at: Instant,
): readonly Hours[] | null {
  let best: { hours: readonly Hours[]; published: number } | null = null;
  for (const exception of source.exceptions) {
    const published = exception.published ?? -Infinity;
    if (exception.date !== date || published > at) continue;
    if (best === null || published >= best.published) best = { hours: exception.open, published };
  }
  return best?.hours ?? null;
}

function knowledge(source: CalendarSource, date: Temporal.PlainDate, at: Instant): Knowledge {
  const hoursOf = (day: Temporal.PlainDate): { hours: readonly Hours[]; isReplaced: boolean } => {
    const exception = exceptionHours(source, day.toString(), at);
    if (exception !== null) return { hours: exception, isReplaced: true };
    const isClosed = source.closedDates.some((closed) => closed.date === day.toString());
    const usual = source.weekly[WEEKDAYS[day.dayOfWeek - 1] ?? "mon"] ?? [];
    return { hours: isClosed ? [] : usual, isReplaced: isClosed };
  };
  const today = hoursOf(date);
  const before = date.subtract({ days: 1 });
  return {
    own: onDate(date, today.hours, source.zone),
    tail: today.isReplaced ? [] : intoNext(before, hoursOf(before).hours, source.zone),
  };
}

function minutesOf(source: CalendarSource, text: string): DateMinutes {
  const date = Temporal.PlainDate.from(text);
  const before = date.subtract({ days: 1 });
  const start = wall(date, "00:00", source.zone);
  const end = wall(date, "24:00", source.zone);
  const breaks = [
    ...onDate(date, source.breaks?.[text] ?? [], source.zone),
    ...intoNext(before, source.breaks?.[before.toString()] ?? [], source.zone),
  ];
  const changes = new Set(
    source.exceptions
      .filter((e) => e.date === text || e.date === before.toString())
      .map((e) => e.published),
  );
  const minutes = (end - start) / MINUTE;
  const own = new Uint8Array(minutes);
  const open = new Uint8Array(minutes);
  const minuteAt = (at: Instant): number => Math.min(Math.max((at - start) / MINUTE, 0), minutes);
  const mark = (into: Uint8Array, stretches: readonly Stretch[], as: 0 | 1): void => {
    for (const [from, to] of stretches) into.fill(as, minuteAt(from), minuteAt(to));
  };
  // What is known from each publication on replaces, for the minutes from there, what was known before.
  const edges = [...changes].filter((at) => at !== undefined && at > start && at < end);
  for (const from of [start, ...(edges as Instant[]).toSorted((a, b) => a - b)]) {
    own.fill(0, minuteAt(from));
    open.fill(0, minuteAt(from));
    const known = knowledge(source, date, from);
    const since = (list: readonly Stretch[]): Stretch[] =>
      list.filter(([, to]) => to > from).map(([at, to]) => [Math.max(at, from), to]);
    mark(own, since(known.own), 1);
    mark(open, since([...known.own, ...known.tail]), 1);
  }
  mark(own, breaks, 0);
  mark(open, breaks, 0);
  return { start, end, open, isOpenDate: own.includes(1) };
}

const NEVER: readonly Span[] = [];

/** The slow calendar of a source without statutory tables, which walks so many days for an answer. */
export function slowCalendar(source: CalendarSource, days: number): SlowCalendar {
  const dates = new Map<string, DateMinutes>();
  let last: DateMinutes | null = null;
  const dateOf = (text: string): DateMinutes => {
    const minutes = dates.get(text) ?? minutesOf(source, text);
    dates.set(text, minutes);
    return minutes;
  };
  const holding = (at: Instant): DateMinutes => {
    if (last !== null && at >= last.start && at < last.end) return last;
    const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(source.zone);
    last = dateOf(zoned.toPlainDate().toString());
    return last;
  };
  const isOpen = (at: Instant, closed: readonly Span[] = NEVER): boolean => {
    const date = holding(at);
    if (date.open[Math.floor((at - date.start) / MINUTE)] !== 1) return false;
    for (let i = 0; i < closed.length; i++) {
      const pause = closed[i] as Span;
      if (pause.from <= at && at < (pause.to ?? Infinity)) return false;
    }
    return true;
  };
  const horizon = days * 1440 * MINUTE;
  // The last minute walked may reach beyond the horizon.
  const near = (answer: Instant, at: Instant): Instant | null =>
    Math.abs(answer - at) <= horizon ? answer : null;
  const minuteOf = (at: Instant): Instant => Math.floor(at / MINUTE) * MINUTE;
  return {
    isOpen,
    isOpenDate: (date) => dateOf(date).isOpenDate,
    between(from, to, closed) {
      let total = 0;
      for (let minute = minuteOf(from); minute < to; minute += MINUTE) {
        if (!isOpen(minute, closed)) continue;
        total += Math.min(minute + MINUTE, to) - Math.max(minute, from);
      }
      return total;
    },
    add(at, ms, closed) {
      let left = ms;
      for (let minute = minuteOf(at); minute < at + horizon; minute += MINUTE) {
        if (!isOpen(minute, closed)) continue;
        const from = Math.max(minute, at);
        if (left <= minute + MINUTE - from) return near(from + left, at);
        left -= minute + MINUTE - from;
      }
      return null;
    },
    subtract(at, ms, closed) {
      let left = ms;
      const first = minuteOf(at - 1);
      for (let minute = first; minute + MINUTE > at - horizon; minute -= MINUTE) {
        if (!isOpen(minute, closed)) continue;
        const to = Math.min(minute + MINUTE, at);
        if (left <= to - minute) return near(to - left, at);
        left -= to - minute;
      }
      return null;
    },
  };
}
