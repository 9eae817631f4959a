import { addOpen, openBetween } from "../calendar/arithmetic.ts";
import type { NoOpenTime } from "../calendar/arithmetic.ts";
import { addDatesAt } from "../calendar/dates.ts";
import type { Calendar } from "../calendar/calendar.ts";
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

/** From when pauses take time away: at closing, the rest of the start's own date was never promised. */
function countedFrom(
  amount: Amount & { unit: "dates" },
  from: Instant,
  calendar: Calendar,
): Instant {
  const closing = amount.ends === "at-closing" ? addDatesAt(calendar, from, 0, "at-closing") : from;
  return typeof closing === "number" ? Math.max(closing, from) : from;
}

function endOfDates(
  amount: Amount & { unit: "dates" },
  from: Instant,
  on: Required<Counted>,
): Instant | NoOpenTime {
  const { closed } = on;
  const calendar = on.calendars(amount.calendar);
  const end = addDatesAt(calendar, from, amount.n, amount.ends);
  if (typeof end !== "number" || closed.length === 0) return end;
  const start = countedFrom(amount, from, calendar);
  const lost = openBetween(calendar, start, end) - openBetween(calendar, start, end, closed);
  if (lost > 0) return addOpen(calendar, end, lost, closed);
  const over = union(closed).find((one) => one.from < end && (one.to === null || one.to > end));
  if (over === undefined) return end;
  return over.to ?? { code: "no-open-time", calendar: amount.calendar };
}

/** What an amount is counted on: the calendars, and the pauses that do not count. */
export interface Counted {
  readonly calendars: Calendars;
  /** Half-open, in any order; one without an end still goes on, so that nothing after its start is ever over. */
  readonly closed?: readonly Span[];
}

/**
 * The instant at which a promised amount that starts at `from` is over.
 * - `hours`: the earliest instant with exactly that much open time behind it, pauses left out.
 * - `elapsed`: time of the wall clock, pauses left out.
 * - `dates`: that many open civil dates later, the date of `from` excluded, at the same wall time or at
 *   closing; the end then moves on by the open time that was paused (at closing: from the dates after
 *   the start's own, whose rest was never promised), and never lies inside a pause.
 * Answers `no-open-time` where the amount can never pass.
 */
export function endOf(amount: Amount, from: Instant, on: Counted): Instant | NoOpenTime {
  const { calendars, closed = [] } = on;
  if (amount.unit === "elapsed") return endOfElapsed(amount.ms, from, closed);
  if (amount.unit === "dates") return endOfDates(amount, from, { calendars, closed });
  return addOpen(calendars(amount.calendar), from, amount.ms, closed);
}
