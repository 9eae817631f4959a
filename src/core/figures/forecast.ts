import { openBetween } from "../calendar/arithmetic.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { HOUR } from "../time/instant.ts";

/** A past date with service: how many promises were kept in time on it, and for how long the desk was open. */
export interface PastDay {
  readonly kept: number;
  readonly open: Millis;
}

/** How many past dates with service the usual rate is taken from, and the fewest that give one. */
export const ratesFrom = 20;
export const fewestRates = 5;

/**
 * Of the promises that fall due until the end of today, how many will not be reached. `days`: from
 * how many past dates; without enough of them nothing is foretold. Of the forecasts that each date's
 * own rate gives: `likely` is the middle one, and eight in ten are from `low` to `high`.
 */
export type Forecast =
  | { readonly due: number; readonly days: number; readonly known: false }
  | {
      readonly due: number;
      readonly days: number;
      readonly known: true;
      readonly low: number;
      readonly likely: number;
      readonly high: number;
    };

export interface ForecastScene {
  /** Deadlines still ahead, up to the end of today. */
  readonly deadlines: readonly Instant[];
  readonly past: readonly PastDay[];
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** The forecast for the rest of today, at the rates of past dates. */
export function forecastOf({ deadlines, past, calendar, now }: ForecastScene): Forecast {
  const sorted = deadlines.toSorted((a, b) => a - b);
  const hours = sorted.map((at) => openBetween(calendar, now, at) / HOUR);
  const rates = past.filter(({ open }) => open > 0).map(({ kept, open }) => (kept * HOUR) / open);
  const due = sorted.length;
  const days = rates.length;
  if (days < fewestRates) return { due, days, known: false };
  const misses = rates.map((rate) => notReached(hours, rate)).toSorted((a, b) => a - b);
  const at = (percent: number): number =>
    misses[Math.max(0, Math.ceil((days * percent) / 100) - 1)] ?? 0;
  return { due, days, known: true, low: at(10), likely: at(50), high: at(90) };
}

/**
 * How many of the deadlines (as hours of service from now, in growing order) pass unreached where
 * `rate` promises are kept an hour, always the one that falls due next; one that cannot be reached
 * any more takes nobody's time.
 */
export function notReached(hours: readonly number[], rate: number): number {
  let reached = 0;
  for (const left of hours) if (reached + 1 <= left * rate + 1e-9) reached += 1;
  return hours.length - reached;
}
