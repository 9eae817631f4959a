import { DAY } from "../time/instant.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { dayNumberOf } from "../time/civil.ts";

/**
 * What a zone's clocks show during some years, as plain data: `offsets[i]` (milliseconds east of
 * UTC) holds from `changes[i - 1]` until `changes[i]`. This is all that civil time needs, so that
 * a browser, where Temporal does not exist, computes with the same numbers as the server.
 */
export interface ZoneTable {
  readonly zone: string;
  readonly fromYear: number;
  /** The last year, itself included. */
  readonly toYear: number;
  readonly changes: readonly Instant[];
  readonly offsets: readonly Millis[];
}

/** Wall times near the first and last day of the years ask for offsets a little outside them. */
const MARGIN_DAYS = 4;

/** Zones that were found to exist: asking again costs as much as the first time. */
const known = new Set<string>();

/** Whether the text names a zone whose clocks are known: an IANA name, never a bare offset such as "+05:00". */
export function isKnownZone(zone: string): boolean {
  if (known.has(zone)) return true;
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions();
    if (timeZone === zone) known.add(zone);
    return timeZone !== "";
  } catch {
    // Neither Intl nor Temporal can be asked whether a zone exists: a RangeError is their answer.
    return false;
  }
}

/**
 * The zone's offsets from the first to the last year, both included. Needs Temporal: the one
 * place where a zone's rules are read. Throws for a zone that does not exist.
 */
export function zoneTableOf(zone: string, fromYear: number, toYear: number): ZoneTable {
  const from = (dayNumberOf(fromYear, 1, 1) - MARGIN_DAYS) * DAY;
  const to = (dayNumberOf(toYear + 1, 1, 1) + MARGIN_DAYS) * DAY;
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const changes: Instant[] = [];
  const offsets: Millis[] = [at.offsetNanoseconds / 1e6];
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds >= to) break;
    changes.push(next.epochMilliseconds);
    offsets.push(next.offsetNanoseconds / 1e6);
    at = next;
  }
  return { zone, fromYear, toYear, changes, offsets };
}

/** Milliseconds east of UTC at an instant. */
export function offsetAt(table: ZoneTable, at: Instant): Millis {
  const { changes, offsets } = table;
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return offsets[low] as number;
}

/**
 * The instant of a wall time, given as a day number and milliseconds since midnight (a whole day
 * is the next midnight). A wall time that does not exist moves forward by the gap, one that
 * happens twice is its first occurrence (RFC 5545 §3.3.5; "compatible" in Temporal).
 */
export function instantOfWall(table: ZoneTable, day: number, millis: Millis): Instant {
  const wall = day * DAY + millis;
  const before = offsetAt(table, wall - DAY);
  const after = offsetAt(table, wall + DAY);
  if (before === after) return wall - before;
  const first = wall - Math.max(before, after);
  if (offsetAt(table, first) === Math.max(before, after)) return first;
  const second = wall - Math.min(before, after);
  return offsetAt(table, second) === Math.min(before, after) ? second : wall - before;
}

/** The wall time of an instant: the day number and the milliseconds since midnight. */
export function wallOf(table: ZoneTable, at: Instant): { day: number; millis: Millis } {
  const wall = at + offsetAt(table, at);
  const day = Math.floor(wall / DAY);
  return { day, millis: wall - day * DAY };
}
