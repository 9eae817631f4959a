import { DAY } from "../time/instant.ts";
import type { Instant, Period } from "../time/instant.ts";
import { dayNumber, partsOfDay, weekdayIndex, WEEKDAYS } from "../time/civil.ts";
import { crossesMidnight, hoursOf } from "./hours.ts";
import type { DayHours } from "./hours.ts";
import { merged } from "./periods.ts";
import type { CalendarSource, DatedException } from "./source.ts";
import { statutoryDays } from "./statutory/rule.ts";
import { STATUTORY_TABLES } from "./statutory/tables.ts";
import type { Why } from "./why.ts";

/** A dated exception, read. `published` is -Infinity when it was always known. */
export interface ReadException {
  readonly open: readonly DayHours[];
  readonly published: Instant;
  readonly why: Why;
}

/** A calendar source with its texts read and its dates as day numbers. */
export interface Rules {
  readonly source: CalendarSource;
  /** By weekday, Monday first. */
  readonly weekly: readonly (readonly DayHours[])[];
  /** By weekday, what is open between two midnights of an ordinary week, in milliseconds since the first. */
  readonly ordinary: readonly (readonly Period[])[];
  /** By day number, in the order of publication; of two published together the later written wins. */
  readonly exceptions: ReadonlyMap<number, readonly ReadException[]>;
  readonly breaks: ReadonlyMap<number, readonly DayHours[]>;
  readonly closed: ReadonlyMap<number, Why>;
  /** Statutory holidays by year, filled as years are asked for. */
  readonly statutory: Map<number, ReadonlyMap<number, Why>>;
}

function exceptionWhy(exception: DatedException): Why {
  return {
    code: "exception",
    date: exception.date,
    ...(exception.why === undefined ? {} : { why: exception.why }),
    ...(exception.published === undefined ? {} : { published: exception.published }),
  };
}

function readExceptions(source: CalendarSource): Map<number, ReadException[]> {
  const byDay = new Map<number, ReadException[]>();
  for (const exception of source.exceptions) {
    const day = dayNumber(exception.date);
    const read: ReadException = {
      open: hoursOf(exception.open),
      published: exception.published ?? -Infinity,
      why: exceptionWhy(exception),
    };
    byDay.set(day, [...(byDay.get(day) ?? []), read]);
  }
  for (const list of byDay.values()) {
    list.sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0));
  }
  return byDay;
}

function readClosed(source: CalendarSource): Map<number, Why> {
  const closed = new Map<number, Why>();
  for (const { date, name, source: says } of source.closedDates) {
    const named = { ...(name === undefined ? {} : { name }) };
    const sourced = { ...(says === undefined ? {} : { source: says }) };
    closed.set(dayNumber(date), { code: "holiday", date, ...named, ...sourced });
  }
  return closed;
}

function ordinaryDay(weekly: readonly (readonly DayHours[])[], weekday: number): Period[] {
  const own = weekly[weekday] ?? [];
  const tail = (weekly[(weekday + 6) % 7] ?? []).filter(crossesMidnight);
  return merged([
    ...tail.map(({ to }) => ({ from: 0, to })),
    ...own.map((h) => ({ from: h.from, to: crossesMidnight(h) ? DAY : h.to })),
  ]);
}

/** Reads a source. Throws on impossible hours, dates and tables: what people write is checked before. */
export function rulesOf(source: CalendarSource): Rules {
  for (const table of source.statutory) {
    if (!STATUTORY_TABLES.has(table)) throw new RangeError(`no statutory table ${table}`);
  }
  const breaks = new Map<number, readonly DayHours[]>();
  for (const [date, hours] of Object.entries(source.breaks ?? {})) {
    breaks.set(dayNumber(date), hoursOf(hours));
  }
  const weekly = WEEKDAYS.map((weekday) => hoursOf(source.weekly[weekday] ?? []));
  return {
    source,
    weekly,
    ordinary: weekly.map((_, weekday) => ordinaryDay(weekly, weekday)),
    exceptions: readExceptions(source),
    breaks,
    closed: readClosed(source),
    statutory: new Map(),
  };
}

function statutoryOf(rules: Rules, year: number): ReadonlyMap<number, Why> {
  const known = rules.statutory.get(year);
  if (known !== undefined) return known;
  const days = new Map<number, Why>();
  for (const id of rules.source.statutory) {
    const table = STATUTORY_TABLES.get(id);
    if (table === undefined) throw new RangeError(`no statutory table ${id}`);
    for (const { date, name, source } of statutoryDays(table, year)) {
      days.set(dayNumber(date), { code: "holiday", date, name, source, table: id });
    }
  }
  rules.statutory.set(year, days);
  return days;
}

/** The holiday that closes the date, whatever exceptions say; a law's before the desk's own. */
export function holidayOn(rules: Rules, day: number): Why | undefined {
  if (rules.source.statutory.length > 0) {
    const why = statutoryOf(rules, partsOfDay(day).year).get(day);
    if (why !== undefined) return why;
  }
  return rules.closed.get(day);
}

/** The exception in force on the date, as known at an instant. */
export function exceptionOn(rules: Rules, day: number, known: Instant): ReadException | undefined {
  const list = rules.exceptions.get(day);
  return list?.findLast((exception) => exception.published <= known);
}

/** The date's hours without exceptions: none on a holiday, else those of its weekday. */
export function plainHours(rules: Rules, day: number): readonly DayHours[] {
  return holidayOn(rules, day) === undefined ? (rules.weekly[weekdayIndex(day)] ?? []) : [];
}

/** The last year in which the calendar can be open, Infinity when its weekly hours go on for ever. */
export function lastOpenYear(rules: Rules): number {
  if (rules.weekly.some((hours) => hours.length > 0)) return Infinity;
  const days = [...rules.exceptions].filter(([, list]) => list.some((e) => e.open.length > 0));
  return days.length === 0 ? -Infinity : partsOfDay(Math.max(...days.map(([day]) => day)) + 1).year;
}

/** The first year in which the calendar can be open, -Infinity when its weekly hours reach back for ever. */
export function firstOpenYear(rules: Rules): number {
  if (rules.weekly.some((hours) => hours.length > 0)) return -Infinity;
  const days = [...rules.exceptions].filter(([, list]) => list.some((e) => e.open.length > 0));
  return days.length === 0 ? Infinity : partsOfDay(Math.min(...days.map(([day]) => day))).year;
}
