import { addOpen, openBetween } from "../calendar/arithmetic.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { Amount } from "../policy/clock-rule.ts";
import type { Instant, Millis, Period, Span } from "../time/instant.ts";
import type { Calendars } from "./clock.ts";

/** What a clock's own time is counted in: the open time of a calendar; null: the wall clock. */
export type Unit = Calendar | null;

/** The unit in which an amount's time is counted. */
export function unitOf(amount: Amount, calendars: Calendars): Unit {
  return amount.unit === "elapsed" ? null : calendars(amount.calendar);
}

function plainly(unit: Unit, from: Instant, to: Instant): Millis {
  return unit === null ? to - from : openBetween(unit, from, to);
}

/** Milliseconds of the unit in `[from, to)`, without the stretches in which the clock stood still (sorted, disjoint). */
export function measure(unit: Unit, { from, to }: Period, still: readonly Span[]): Millis {
  if (to <= from) return 0;
  let time = plainly(unit, from, to);
  for (const span of still) {
    if (span.from >= to) break;
    const start = Math.max(from, span.from);
    const end = Math.min(to, span.to ?? Infinity);
    if (end > start) time -= plainly(unit, start, end);
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
  let at = from;
  let left = ms;
  for (const span of still) {
    if (span.to !== null && span.to <= at) continue;
    if (span.from > at) {
      const run = plainly(unit, at, span.from);
      if (left <= run) break;
      left -= run;
    }
    if (span.to === null) return null;
    at = span.to;
  }
  if (unit === null) return at + left;
  const end = addOpen(unit, at, left);
  return typeof end === "number" ? end : null;
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
