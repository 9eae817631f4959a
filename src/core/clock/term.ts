import { addOpen, openBetween } from "../calendar/arithmetic.ts";
import type { NoOpenTime } from "../calendar/arithmetic.ts";
import { addDatesAt } from "../calendar/dates.ts";
import type { Amount } from "../policy/clock-rule.ts";
import type { Instant, Span } from "../time/instant.ts";
import { union } from "../time/spans.ts";
import type { Calendars } from "./clock.ts";

/** What an endless pause gives on the wall clock, which has no calendar. */
const NEVER: NoOpenTime = { code: "no-open-time", calendar: "elapsed" };

function endOfElapsed(ms: number, from: Instant, closed: readonly Span[]): Instant | NoOpenTime {
  let end = from + ms;
  for (const pause of union(closed)) {
    if (pause.from >= end) break;
    if (pause.to === null) return NEVER;
    end += Math.max(0, pause.to - Math.max(pause.from, from));
  }
  return end;
}

function endOfDates(
  amount: Amount & { unit: "dates" },
  from: Instant,
  given: { calendars: Calendars; closed: readonly Span[] },
): Instant | NoOpenTime {
  const calendar = given.calendars(amount.calendar);
  const end = addDatesAt(calendar, from, amount.n, amount.ends);
  if (typeof end !== "number" || given.closed.length === 0) return end;
  const lost = openBetween(calendar, from, end) - openBetween(calendar, from, end, given.closed);
  if (lost > 0) return addOpen(calendar, end, lost, given.closed);
  const over = union(given.closed).find(
    (pause) => pause.from < end && (pause.to === null || pause.to > end),
  );
  if (over === undefined) return end;
  return over.to ?? { code: "no-open-time", calendar: amount.calendar };
}

/**
 * The instant at which a promised amount that starts at `from` is over.
 * - `hours`: the earliest instant with exactly that much open time behind it, pauses left out.
 * - `elapsed`: time of the wall clock, pauses left out.
 * - `dates`: that many open civil dates later, the date of `from` excluded, at the same wall time or at
 *   closing; the end then moves on by the open time that was paused, and never lies inside a pause.
 * `closed` are the pauses, half-open, in any order; one without an end still goes on, so that nothing
 * after its start is ever over. Answers `no-open-time` where the amount can never pass.
 */
export function endOf(
  amount: Amount,
  from: Instant,
  calendars: Calendars,
  closed: readonly Span[] = [],
): Instant | NoOpenTime {
  if (amount.unit === "elapsed") return endOfElapsed(amount.ms, from, closed);
  if (amount.unit === "dates") return endOfDates(amount, from, { calendars, closed });
  return addOpen(calendars(amount.calendar), from, amount.ms, closed);
}
