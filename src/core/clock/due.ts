import type { Instant, Millis } from "../time/instant.ts";
import { MINUTE } from "../time/instant.ts";
import { holds } from "../policy/holds.ts";
import type { Due } from "./clock.ts";
import { breachOf, courseOf, warnedBefore, warningsOf } from "./course.ts";
import type { Round } from "./round.ts";
import { type Known, knownOf } from "./known.ts";
import { openRound, roundsOf } from "./rounds.ts";
import { seenAt } from "./seen.ts";
import type { Recorded, Until, Watched } from "./watched.ts";

/** How soon to look again while a passing waits for the channels to be read. */
const LOOK_AGAIN: Millis = MINUTE;

/**
 * What fell due up to `now` and is not recorded yet, each with its true instant, in the order of
 * instants (at one instant: warnings, breaches, passings, each in the order of the policy). A passing that is
 * hostile to the client waits until the channels have been read up to it.
 */
export function dueUpTo(watched: Watched, recorded: Recorded, until: Until): Due[] {
  const list = duesOf(watched, recorded, until.now).filter(
    (due) => due.at <= until.now && !isHeldBack(watched, due, until),
  );
  return list.toSorted((a, b) => a.at - b.at || ORDER[a.due] - ORDER[b.due]);
}

const ORDER = { warning: 0, breach: 1, passing: 2 } as const;

/** The first thing that falls due after `now` if nothing more happens; null: nothing will. */
export function nextDue(watched: Watched, recorded: Recorded, { now }: Until): Due | null {
  let next: Due | null = null;
  for (const due of openDues(watched, recorded, now)) {
    if (due.at <= now) continue;
    const order = next === null ? -1 : due.at - next.at || ORDER[due.due] - ORDER[next.due];
    if (order < 0) next = due;
  }
  return next;
}

/**
 * When the desk must look at the ticket again, always later than `now`: at the next due instant, or
 * in a minute while a passing that is already due waits for the channels to be read. Null: never.
 */
export function nextWake(watched: Watched, recorded: Recorded, until: Until): Instant | null {
  const next = nextDue(watched, recorded, until)?.at ?? null;
  if (!someHeldBack(watched, recorded, until)) return next;
  return Math.min(next ?? Infinity, until.now + LOOK_AGAIN);
}

function someHeldBack(watched: Watched, recorded: Recorded, until: Until): boolean {
  if (until.readUpTo === null || until.readUpTo >= until.now) return false;
  return duesOf(watched, recorded, until.now).some(
    (due) => due.at <= until.now && isHeldBack(watched, due, until),
  );
}

function isHeldBack({ rules }: Watched, due: Due, { readUpTo }: Until): boolean {
  if (due.due !== "passing" || readUpTo === null || due.at <= readUpTo) return false;
  return rules.some((rule) => rule.id === due.clock && rule.against === "client");
}

/** Everything that has fallen due or will, but what is recorded. */
function duesOf(watched: Watched, recorded: Recorded, now: Instant): Due[] {
  if (watched.trace.incomplete) return [];
  const seen = seenAt(watched.trace, now);
  const dues: Due[] = [];
  const known = knownOf(recorded);
  for (const rule of watched.rules) {
    if (!holds(rule.when, watched.view)) continue;
    for (const round of roundsOf(rule, seen, watched.calendars)) {
      addDues(dues, round, { watched, known });
    }
  }
  return dues;
}

/** The same of the rounds that go on: all that can fall due after `now`. */
function openDues(watched: Watched, recorded: Recorded, now: Instant): Due[] {
  const seen = seenAt(watched.trace, now);
  if (watched.trace.incomplete || seen.over !== null) return [];
  const dues: Due[] = [];
  const known = knownOf(recorded);
  for (const rule of watched.rules) {
    if (!holds(rule.when, watched.view)) continue;
    const round = openRound(rule, seen, watched.calendars);
    if (round !== null) addDues(dues, round, { watched, known });
  }
  return dues;
}

function addDues(
  dues: Due[],
  round: Round,
  { watched, known }: { readonly watched: Watched; readonly known: Known },
): void {
  const course = courseOf(round, watched.calendars);
  const breach = breachOf(course);
  const clock = round.rule.id;
  const given = new Map<number, number>();
  for (const index of warnedBefore(round)) given.set(index, (given.get(index) ?? 0) + 1);
  for (const warning of warningsOf(course, breach)) {
    const nth = (given.get(warning.index) ?? 0) + 1;
    given.set(warning.index, nth);
    if (known.timesWarned(round, warning.index) < nth) {
      dues.push({ due: "warning", clock, round: round.number, ...warning });
    }
  }
  if (breach === null) return;
  const { at, how, deadline } = breach;
  const isPromise = round.rule.against === "desk" && round.rule.breach !== false;
  if (isPromise && !known.isBreached(round, breach)) {
    dues.push({ due: "breach", at, clock, round: round.number, deadline, how });
  }
  if (round.rule.then.length > 0 && !known.hasPassed(round, breach)) {
    dues.push({ due: "passing", at, clock, round: round.number, deadline });
  }
}
