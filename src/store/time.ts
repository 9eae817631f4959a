import type { Instant } from "../core/time/instant.ts";

/**
 * Where `now` comes from: the database's clock, or a driven one that tests and the demonstration's
 * seeding move by hand, so that a desk lives through days in milliseconds.
 */
export type Time = { readonly kind: "database" } | { readonly kind: "driven"; read(): Instant };

/**
 * The one SQL expression that reads the time: the wall clock when it is evaluated (not the start of
 * the transaction), cut to the millisecond, which is the finest unit of any instant in Plazo.
 */
export const databaseTime = "date_trunc('milliseconds', clock_timestamp())";

/**
 * The instant that counts as now: the driven clock where there is one, else what the database said;
 * never earlier than `notBefore`, so that a clock set back cannot disorder the events of a ticket.
 */
export function nowOf(time: Time, database: Instant, notBefore: Instant): Instant {
  return Math.max(time.kind === "driven" ? time.read() : database, notBefore);
}

/** The time for a statement that is sent before its transaction's is known: the driven instant; null: the database's. */
export function timeParameter(time: Time): string | null {
  return time.kind === "driven" ? instantParameter(time.read()) : null;
}

/** The expression that goes with `timeParameter` in the parameter `at` ("$4"). */
export function timeOrDatabase(at: string): string {
  return `coalesce(${at}::timestamptz, ${databaseTime})`;
}

/** The last few instants that were written: what is written at once bears three or four, each in a dozen places. */
const recent = Array.from({ length: 8 }, () => ({ instant: 0, text: new Date(0).toISOString() }));

let oldest = 0;

/** An instant as a parameter for a `timestamptz` column, exact to the millisecond. */
export function instantParameter(instant: Instant): string {
  for (const one of recent) if (one.instant === instant) return one.text;
  const text = new Date(instant).toISOString();
  recent[oldest] = { instant, text };
  oldest = (oldest + 1) % recent.length;
  return text;
}
