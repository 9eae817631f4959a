import type { Instant } from "../time/instant.ts";
import type { CivilDate, Weekday } from "../time/civil.ts";

/** Wall-clock opening hours `["09:00", "18:00"]`, half-open; `24:00` is a legal end, and an end at or before the start crosses midnight. */
export type Hours = readonly [string, string];

/** A name for people: one text (Spanish), or one for each language. */
export type LocalName = string | { readonly es: string; readonly en: string };

/** A whole civil date on which the desk, or its bank, does not work. */
export interface ClosedDate {
  readonly date: CivilDate;
  readonly name?: LocalName;
  readonly source?: string;
}

/**
 * A civil date whose hours are replaced: `open: []` closes it. It lies over holidays, so an extra
 * opening may fall on one. `published` limits it to the instants from then on: time already used
 * stays as it was, the remainder counts on the new hours.
 */
export interface DatedException {
  readonly date: CivilDate;
  readonly open: readonly Hours[];
  readonly published?: Instant;
  readonly why?: LocalName;
}

/**
 * A calendar as people write it. Layers, later wins: `weekly`, then holidays (`statutory` tables
 * by id, and `closedDates`), then `exceptions`; `breaks` are taken out of whatever is open.
 */
export interface CalendarSource {
  readonly id: string;
  /** IANA zone of all its wall times. */
  readonly zone: string;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Hours[]>>>;
  /** Ids of statutory tables, such as "mx-lft" or "ve-lottt". */
  readonly statutory: readonly string[];
  readonly closedDates: readonly ClosedDate[];
  readonly exceptions: readonly DatedException[];
  readonly breaks?: Readonly<Record<CivilDate, readonly Hours[]>>;
}

/**
 * The calendar as it was known at `now`: without the exceptions published later. What was
 * promised to a client at `now` is computed on this one.
 */
export function asKnownAt(source: CalendarSource, now: Instant): CalendarSource {
  const known = source.exceptions.filter((e) => e.published === undefined || e.published <= now);
  return known.length === source.exceptions.length ? source : { ...source, exceptions: known };
}
