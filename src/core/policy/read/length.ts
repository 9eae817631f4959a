import { parseDuration } from "../../time/duration.ts";
import { HOUR } from "../../time/instant.ts";
import type { Millis } from "../../time/instant.ts";
import type { Amount } from "../clock-rule.ts";
import type { Path } from "../problem.ts";
import { refers } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** A length as it is written, before its calendar is known. */
type WrittenLength =
  | { readonly unit: "hours"; readonly ms: Millis; readonly calendar: string | null }
  | {
      readonly unit: "dates";
      readonly n: number;
      readonly calendar: string | null;
      readonly atClosing: boolean;
    }
  | { readonly unit: "elapsed"; readonly ms: Millis }
  /** "One day": not a unit, unless the calendar states what a day stands for. */
  | { readonly unit: "days"; readonly n: number; readonly calendar: string | null };

const DATES = /^(\d{1,4}) dates?(?: of ([a-z][a-z0-9-]*))?( at closing)?$/;
const DAYS = /^(\d{1,4}) ?(?:d|days?|d[ií]as?)(?: of ([a-z][a-z0-9-]*))?$/;
const HOURS =
  /^((?:\d{1,6}h)?(?: ?\d{1,6}min)?(?: ?\d{1,6}s)?)(?: of ([a-z][a-z0-9-]*)|( elapsed))?$/;

/**
 * Reads `4h`, `1h 30min`, `4h of oficina`, `24h elapsed`, `2 dates`, `2 dates of oficina at closing`
 * and `1 day`; null for anything else.
 */
export function readLength(text: string): WrittenLength | null {
  const dates = DATES.exec(text);
  if (dates !== null) {
    return {
      unit: "dates",
      n: Number(dates[1]),
      calendar: dates[2] ?? null,
      atClosing: dates[3] !== undefined,
    };
  }
  const days = DAYS.exec(text);
  if (days !== null) return { unit: "days", n: Number(days[1]), calendar: days[2] ?? null };
  const hours = HOURS.exec(text);
  const ms = hours?.[1] ? parseDuration(hours[1].replaceAll(" ", "")) : null;
  if (hours === null || typeof ms !== "number") return null;
  return hours[3] === undefined
    ? { unit: "hours", ms, calendar: hours[2] ?? null }
    : { unit: "elapsed", ms };
}

/** No manual promises more than ten years; more is a slip of the pen. */
const MOST_MS = 87_600 * HOUR;
const MOST_DATES = 3650;

/** What lengths are read against: the clock's calendar (null: the wall clock) and what a day stands for. */
export interface LengthContext {
  readonly on: string | null;
  readonly dayLength: Readonly<Record<string, Millis>>;
}

function inHours(
  reading: Reading,
  read: { ms: Millis; calendar: string | null },
  at: { path: Path; on: string | null },
): Amount | null {
  const calendar = read.calendar ?? at.on;
  if (calendar === null) return { unit: "elapsed", ms: read.ms };
  const known = Object.keys(reading.pack.calendars ?? {});
  if (
    read.calendar !== null &&
    !refers(reading, { what: "calendar", known }, { path: at.path, name: calendar })
  )
    return null;
  return { unit: "hours", ms: read.ms, calendar };
}

/** The length at `path` as an amount in exactly one unit; null where it is wrong, which is then said. */
export function amountOf(
  reading: Reading,
  text: string,
  at: LengthContext & { readonly path: Path },
): Amount | null {
  const read = readLength(text.trim());
  if (read === null) {
    reading.say("unreadable-length", at, { text });
    return null;
  }
  const size = "ms" in read ? read.ms : read.n;
  if (size === 0) {
    reading.say("no-length", at, { text });
    return null;
  }
  if (size > ("ms" in read ? MOST_MS : MOST_DATES)) {
    reading.say("out-of-range", at, {
      least: null,
      most: "ms" in read ? MOST_MS / HOUR : MOST_DATES,
    });
    return null;
  }
  if (read.unit === "elapsed") return read;
  if (read.unit === "hours") return inHours(reading, read, at);
  const calendar = read.calendar ?? at.on;
  if (read.unit === "days") {
    const day =
      calendar !== null && Object.hasOwn(at.dayLength, calendar)
        ? at.dayLength[calendar]
        : undefined;
    if (day === undefined || calendar === null) {
      reading.say("bare-day", at, { text });
      return null;
    }
    return { unit: "hours", ms: day * read.n, calendar };
  }
  if (calendar === null) {
    reading.say("dates-without-calendar", at, { text });
    return null;
  }
  const known = Object.keys(reading.pack.calendars ?? {});
  if (
    read.calendar !== null &&
    !refers(reading, { what: "calendar", known }, { ...at, name: calendar })
  )
    return null;
  return {
    unit: "dates",
    n: read.n,
    calendar,
    ends: read.atClosing ? "at-closing" : "same-wall-time",
  };
}

/** The size of an amount in its own unit (milliseconds, or dates), for comparing amounts of one unit. */
export function sizeOf(amount: Amount): number {
  return amount.unit === "dates" ? amount.n : amount.ms;
}

/** Whether two amounts are of one unit and calendar, so that their sizes can be compared. */
export function comparable(a: Amount, b: Amount): boolean {
  if (a.unit === "elapsed" || b.unit === "elapsed") return a.unit === b.unit;
  return a.unit === b.unit && a.calendar === b.calendar;
}
