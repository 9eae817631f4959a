import { holds } from "../policy/holds.ts";
import type { Instant } from "../time/instant.ts";
import { breachOf, courseOf } from "./course.ts";
import { roundsOf } from "./rounds.ts";
import { seenAt } from "./seen.ts";
import type { Trace } from "./trace.ts";
import type { Recorded, Watched } from "./watched.ts";

/** The data of a `revised` event, all but what caused it. */
export interface Revision {
  readonly what: "breach-withdrawn" | "breach-added" | "closing-withdrawn";
  readonly clock: string;
  readonly round: number;
  readonly deadline: Instant;
  /** When the breach was recorded to have been, or is now known to have been. */
  readonly at: Instant;
  readonly how: "late" | "reclassified";
}

/**
 * What a fact that arrived late changes in what was recorded: breaches that never were, closings by
 * silence that must not have been, breaches that nobody saw. `before` is the trace without the fact,
 * `after` the ticket with it. A breach that stays where it was is not named, even where its round has
 * another number now; one that moved is withdrawn and added. What only now falls due is left to time.
 */
export function reviseAfter(
  before: Trace,
  after: Watched,
  { recorded, now }: { readonly recorded: Recorded; readonly now: Instant },
): Revision[] {
  const was = breachesOf({ ...after, trace: before }, now);
  const is = breachesOf(after, now);
  const revisions: Revision[] = [];
  for (const breach of was) {
    if (is.some((other) => isSame(breach, other))) continue;
    if (recorded.recordedBreaches.some((r) => !r.withdrawn && isAt(r, breach))) {
      revisions.push({ what: "breach-withdrawn", ...factsOf(breach) });
    }
    if (breach.closes && recorded.recordedPasses.some((passed) => isAt(passed, breach))) {
      revisions.push({ what: "closing-withdrawn", ...factsOf(breach) });
    }
  }
  for (const breach of is) {
    const known = recorded.recordedBreaches.some((r) => !r.withdrawn && isAt(r, breach));
    const isNew = breach.desk && !known && !was.some((other) => isSame(breach, other));
    if (isNew) revisions.push({ what: "breach-added", ...factsOf(breach) });
  }
  return revisions;
}

interface PastBreach extends Omit<Revision, "what"> {
  readonly desk: boolean;
  readonly closes: boolean;
}

function breachesOf({ rules, trace, calendars, view }: Watched, now: Instant): PastBreach[] {
  if (trace.incomplete) return [];
  const seen = seenAt(trace, now);
  const list: PastBreach[] = [];
  for (const rule of rules) {
    if (!holds(rule.when, view)) continue;
    const desk = rule.against === "desk" && rule.breach !== false;
    const closes = rule.then.some((consequence) => consequence.do === "close");
    for (const round of roundsOf(rule, seen, calendars)) {
      const breach = breachOf(courseOf(round, calendars));
      if (breach === null || breach.at > now) continue;
      list.push({ ...breach, clock: rule.id, round: round.number, desk, closes });
    }
  }
  return list;
}

function factsOf({ clock, round, deadline, at, how }: PastBreach): Omit<Revision, "what"> {
  return { clock, round, deadline, at, how };
}

function isSame(a: PastBreach, b: PastBreach): boolean {
  return isAt(a, b) && a.at === b.at && a.how === b.how;
}

function isAt(
  a: { readonly clock: string; readonly deadline: Instant },
  b: { readonly clock: string; readonly deadline: Instant },
): boolean {
  return a.clock === b.clock && a.deadline === b.deadline;
}
