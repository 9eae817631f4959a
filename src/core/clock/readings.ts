import { holds } from "../policy/holds.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import type { Instant, Span } from "../time/instant.ts";
import type { ClockReading, ClockStatus } from "./clock.ts";
import { promisedFor } from "./promised.ts";
import { breachOf, courseOf, endOf, usedUpTo, warningsAt } from "./course.ts";
import type { Breach } from "./course.ts";
import { endOfRound } from "./round.ts";
import type { Round } from "./round.ts";
import { roundsOf } from "./rounds.ts";
import { seenAt } from "./seen.ts";
import type { Seen } from "./seen.ts";
import type { Watched } from "./watched.ts";

/**
 * Every clock whose `when` holds, as it stands at `now`: one reading for each round, in the order of
 * the rules and of the rounds. Of silence, only the last round and those that passed. A clock that
 * has not started gives one idle reading. Nothing later than `now` is looked at.
 */
export function readClocks(watched: Watched, now: Instant): ClockReading[] {
  const { trace } = watched;
  const seen = seenAt(trace, now);
  const readings: ClockReading[] = [];
  for (const rule of watched.rules) {
    if (!holds(rule.when, watched.view)) continue;
    const rounds = roundsOf(rule, seen, watched.calendars);
    if (rounds.length === 0) {
      readings.push(trace.incomplete ? { ...idle(rule), status: "not-measured" } : idle(rule));
    }
    for (const [i, round] of rounds.entries()) {
      const reading = readRound(round, seen, watched);
      const matters = rule.rounds !== "last" || i === rounds.length - 1;
      if (matters || reading.breach !== null) readings.push(reading);
    }
  }
  return readings;
}

const unmarked = { breach: null, provisional: false, warnings: [] };

function idle(rule: ClockRule): ClockReading {
  const nothing = { from: null, target: null, limit: null, promised: null, stopped: null };
  return { rule, round: 1, status: "idle", ...nothing, used: 0, ...unmarked };
}

/** One round as it stands at the instant at which the trace was seen. */
export function readRound(round: Round, seen: Seen, { trace, calendars }: Watched): ClockReading {
  const { rule, number, from, stop } = round;
  if (trace.incomplete) return { ...idle(rule), round: number, from, status: "not-measured" };
  const { now } = seen;
  const breach = breachOf(courseOf(round, calendars));
  const past = breach !== null && breach.at <= now ? breach : null;
  const end = endOfRound(round);
  const course = courseOf(round, calendars, stillAsOf(round.still, end ?? now, end === null));
  const k = course.stretches.length - 1;
  const term = course.stretches[k]?.term ?? null;
  const status = statusOf(round, past, now);
  const limit = term === null ? null : endOf(course, k, term.limit);
  return {
    rule,
    round: number,
    status,
    from,
    target: term?.target === undefined ? null : endOf(course, k, term.target),
    limit,
    promised: promisedFor({ clock: rule.id, round: number, limit }, trace.promised ?? [], now),
    stopped: stop,
    used: usedUpTo(course, Math.min(now, end ?? now)),
    breach: past === null || rule.breach === false ? null : { at: past.at, how: past.how },
    provisional: stop !== null && round.undoable && seen.over === null,
    warnings: warningsAt(course, k).filter((at) => at !== null),
  };
}

/** Stretches of standing still that began before an instant; one that is still open, as if it ended there. */
export function stillAsOf(still: readonly Span[], at: Instant, running: boolean): readonly Span[] {
  const last = still.at(-1);
  if (last === undefined || (last.to !== null && last.to <= at)) return still;
  return still
    .filter((span) => span.from < at)
    .map(({ from, to }) => ({ from, to: to === null || (!running && to > at) ? at : to }));
}

function statusOf(round: Round, breach: Breach | null, now: Instant): ClockStatus {
  if (breach !== null) return round.rule.breach === false ? "passed" : "missed";
  if (round.stop !== null) return "met";
  if (round.over !== null) return round.over.how === "merged" ? "merged" : "cancelled";
  const still = round.still.some(({ from, to }) => from <= now && (to === null || now < to));
  return still ? "paused" : "running";
}
