import { addOpen, openBetween } from "../calendar/arithmetic.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { Amount } from "../policy/clock-rule.ts";
import type { Instant, Millis, Span } from "../time/instant.ts";
import type { Calendars } from "./clock.ts";

/** What a clock's own time is counted in: the open time of a calendar; null: the wall clock. */
export type Unit = Calendar | null;

/** The unit in which an amount's time is counted. */
export function unitOf(amount: Amount, calendars: Calendars): Unit {
  return amount.unit === "elapsed" ? null : calendars(amount.calendar);
}

/** Milliseconds of the unit in `[from, to)`, without the stretches in which the clock stood still (sorted, disjoint). */
export function measure(unit: Unit, from: Instant, to: Instant, still: readonly Span[]): Millis {
  if (to <= from) return 0;
  if (unit !== null) return openBetween(unit, from, to, still.length === 0 ? undefined : still);
  let time = to - from;
  for (const span of still) {
    const overlap = Math.min(to, span.to ?? Infinity) - Math.max(from, span.from);
    if (overlap > 0) time -= overlap;
  }
  return time;
}

/** The earliest instant by which `ms` of the unit have been spent since `from`; null: never. */
export function spend(
  unit: Unit,
  from: Instant,
  { ms, still }: { readonly ms: Millis; readonly still: readonly Span[] },
): Instant | null {
  if (ms <= 0) return from;
  if (unit !== null) {
    const end = addOpen(unit, from, ms, still.length === 0 ? undefined : still);
    return typeof end === "number" ? end : null;
  }
  let at = from;
  let left = ms;
  for (const span of still) {
    const to = span.to ?? Infinity;
    if (to <= at) continue;
    const run = Math.max(0, span.from - at);
    if (left <= run) break;
    left -= run;
    at = to;
  }
  return at === Infinity ? null : at + left;
}

/**
 * The instant itself or, where the clock stands still at it, the end of that stretch, for a paused
 * clock cannot breach; null: it stands still with no end in sight.
 */
export function whenMoving(at: Instant, still: readonly Span[]): Instant | null {
  for (const span of still) {
    if (span.from > at) return at;
    if (span.to === null) return null;
    if (at < span.to) return span.to;
  }
  return at;
}
