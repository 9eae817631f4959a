import { holds } from "../policy/holds.ts";
import type { Instant } from "../time/instant.ts";
import type { Explanation } from "./clock.ts";
import { clockSegments } from "./clock-segments.ts";
import { courseOf } from "./course.ts";
import { readRound, stillAsOf } from "./readings.ts";
import { endOfRound } from "./round.ts";
import { roundsOf } from "./rounds.ts";
import { seenAt } from "./seen.ts";
import type { Watched } from "./watched.ts";

/** Which deadline is explained. */
export interface Explained {
  readonly clock: string;
  /** None: the current round. */
  readonly round?: number;
  /** The version of the policy that binds the ticket; null: it is not numbered yet. */
  readonly policy: number | null;
}

/**
 * The segments that make a deadline: what counted, what did not, and the clause, calendar, version,
 * holiday, exception or pause that says so, from the start of the round to its end, or to its limit
 * as it stands now. Null where the policy has no such clock, it does not apply, it has not started,
 * or it is not measured.
 */
export function explainClock(
  watched: Watched,
  explained: Explained,
  now: Instant,
): Explanation | null {
  const { trace, calendars, view } = watched;
  const { policy } = explained;
  const rule = watched.rules.find(({ id }) => id === explained.clock);
  if (rule === undefined || trace.incomplete || !holds(rule.when, view)) return null;
  const seen = seenAt(trace, now);
  const rounds = roundsOf(rule, seen, calendars);
  const round = explained.round === undefined ? rounds.at(-1) : rounds[explained.round - 1];
  if (round === undefined) return null;
  const reading = readRound(round, seen, watched);
  const end = endOfRound(round);
  const still = stillAsOf(round.still, end ?? now, end === null);
  const course = courseOf(round, calendars, still);
  const limit = Math.max(reading.limit ?? now, reading.breach?.at ?? round.from);
  const severity = course.stretches.at(-1)?.severity ?? "";
  return {
    clock: rule.id,
    round: round.number,
    clause: rule.clause,
    assumed: rule.assumed ?? null,
    policy,
    calendar: rule.calendar,
    severity,
    within: rule.within[severity] ?? rule.within["*"] ?? null,
    from: round.from,
    target: reading.target,
    limit: reading.limit,
    promised: reading.promised,
    status: reading.status,
    segments: clockSegments({ course, pauses: seen.pauses, policy, to: end ?? limit }),
  };
}
