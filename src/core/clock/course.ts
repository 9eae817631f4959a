import { subtractOpen } from "../calendar/arithmetic.ts";
import { addDatesAt } from "../calendar/dates.ts";
import type { Amount, Term, Warning } from "../policy/clock-rule.ts";
import type { Instant, Millis, Span } from "../time/instant.ts";
import type { Calendars } from "./clock.ts";
import { endOfRound } from "./round.ts";
import type { Round } from "./round.ts";
import { measure, spend, unitOf, whenMoving } from "./spend.ts";
import type { Unit } from "./spend.ts";
import { endOf as endOfAmount } from "./term.ts";

/** A stretch of a round under one severity, `[from, to)`; the last has no end. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly severity: string;
  /** What is promised in it; null: nothing. */
  readonly term: Term | null;
  readonly unit: Unit;
}

/** The way a round's time runs: its stretches, and where it stands still. */
export interface Course {
  readonly round: Round;
  readonly calendars: Calendars;
  readonly stretches: readonly Stretch[];
  readonly still: readonly Span[];
}

/** A breach: the exact instant of the deadline, or of the change of severity or policy that made it late. */
export interface Breach {
  readonly at: Instant;
  readonly how: "late" | "reclassified";
  readonly deadline: Instant;
}

/** A warning as time reaches it. */
export interface WarningAt {
  readonly at: Instant;
  readonly index: number;
  readonly deadline: Instant;
}

/**
 * The course of a round up to its end. `still` is the round's own, unless another is given (the same
 * with an open pause ended at `now`).
 */
export function courseOf(
  round: Round,
  calendars: Calendars,
  still: readonly Span[] = round.still,
): Course {
  const end = endOfRound(round) ?? Infinity;
  const stretches: Stretch[] = [];
  const changes = round.severities;
  for (let i = 0; i < Math.max(1, changes.length); i++) {
    const severity = changes[i]?.severity ?? "";
    const from = i === 0 ? round.from : Math.max(round.from, changes[i]?.from ?? round.from);
    const next = changes[i + 1]?.from ?? Infinity;
    const to = next <= end ? next : Infinity;
    if (to <= from) continue;
    const term = round.termOf(severity);
    stretches.push({ from, to, severity, term, unit: unitFor(round, term, calendars) });
    if (to === Infinity) break;
  }
  return { round, calendars, stretches, still };
}

function unitFor(round: Round, term: Term | null, calendars: Calendars): Unit {
  if (term !== null) return unitOf(term.limit, calendars);
  return round.rule.calendar === null ? null : calendars(round.rule.calendar);
}

/** Milliseconds used up to `until`, each stretch counted in the unit that was in force. */
export function usedUpTo(course: Course, until: Instant): Millis {
  let used = 0;
  for (const { unit, from, to } of course.stretches) {
    if (from >= until) break;
    used += measure(unit, { from, to: Math.min(to, until) }, course.still);
  }
  return used;
}

function stretchOf({ stretches }: Course, k: number): Stretch {
  const stretch = stretches[k];
  if (stretch === undefined) throw new RangeError(`no stretch ${k} of ${stretches.length}`);
  return stretch;
}

/** The instant at which `ms` are used if the k-th stretch goes on for ever; null: never. */
function reach(course: Course, k: number, ms: Millis): Instant | null {
  let left = ms;
  for (let i = 0; i < k; i++) {
    const stretch = stretchOf(course, i);
    const used = measure(stretch.unit, stretch, course.still);
    if (used >= left) return spend(stretch.unit, stretch.from, { ms: left, still: course.still });
    left -= used;
  }
  const { unit, from } = stretchOf(course, k);
  return spend(unit, from, { ms: left, still: course.still });
}

/**
 * When the amount, promised from the round's start, ends under the k-th stretch: time used before a
 * change of severity stays used. Null: never, for the clock stands still or nothing ever opens.
 */
export function endOf(course: Course, k: number, amount: Amount): Instant | null {
  const { round, calendars, still } = course;
  const end =
    amount.unit === "dates"
      ? endOfAmount(amount, round.from, { calendars, closed: still })
      : reach(course, k, amount.ms);
  return typeof end === "number" ? whenMoving(end, still) : null;
}

/**
 * The first breach of the round, if nothing more happens; null: none. A deadline at the instant of
 * a person's act (a stop, a pause, a change of severity) has not passed: the act comes first. What
 * was recorded before the ticket was moved to these promises stands; nothing earlier is late by them.
 */
export function breachOf(course: Course): Breach | null {
  const kept = keptBreach(course);
  if (kept !== null) return kept;
  const { round, stretches, still } = course;
  for (const [k, stretch] of stretches.entries()) {
    const { to, term } = stretch;
    const from = promisedFrom(round, stretch);
    const deadline = term === null || to <= from ? null : endOf(course, k, term.limit);
    if (deadline === null) continue;
    const at = deadline < from ? whenMoving(from, still) : deadline;
    if (at === null || at >= to) continue;
    if (!isWithin(round, at)) return null;
    return { at, how: deadline < from ? "reclassified" : "late", deadline };
  }
  return null;
}

/** From when the promise of a stretch was in force: not before the move to the version that makes it. */
function promisedFrom({ rebinding }: Round, { from }: Stretch): Instant {
  return Math.max(from, rebinding?.at ?? from);
}

/** Whether a deadline at that instant passed before the round ended. A `to` at that very instant was in time. */
function isWithin(round: Round, at: Instant): boolean {
  const end = endOfRound(round) ?? Infinity;
  return at < end || (at === end && round.stop === null && round.passesAtEnd);
}

/** The round's breach by the promises of before, unless what came late shows that it never was. */
function keptBreach({ round, still }: Course): Breach | null {
  const kept = round.rebinding?.breaches.find(
    ({ clock, at }) => clock === round.rule.id && at > round.from && isWithin(round, at),
  );
  if (kept === undefined || whenMoving(kept.at, still) !== kept.at) return null;
  const { at, how, deadline } = kept;
  return { at, how, deadline };
}

/** Where each warning of the rule lies under the k-th stretch, in the order of the rule; null: nowhere. */
export function warningsAt(course: Course, k: number): (Instant | null)[] {
  const term = course.stretches[k]?.term ?? null;
  if (term === null) return [];
  return course.round.rule.warn.map((warning) => lying(course, k, { warning, term }));
}

/**
 * A warning lies where it did for whoever lived through it: a pause that begins after it moves the
 * deadline, but not the warning. So pauses are taken one by one until the next begins too late.
 */
function lying(
  course: Course,
  k: number,
  given: { readonly warning: Warning; readonly term: Term },
): Instant | null {
  const { still, round } = course;
  for (const [known, next] of isOwnTime(given) ? [] : still.entries()) {
    const begun = still.slice(0, known);
    const plain = warningAt({ ...course, still: begun }, k, given);
    const at = plain === null ? null : whenMoving(Math.max(plain, round.from), begun);
    if (at !== null && at < next.from) return at;
  }
  const at = warningAt(course, k, given);
  return at === null ? null : whenMoving(Math.max(at, round.from), still);
}

/** Whether the warning lies at an amount of used time, whatever the deadline does. */
function isOwnTime({ warning, term }: { readonly warning: Warning; readonly term: Term }): boolean {
  return "share" in warning || isSameUnit(warning.before, term.limit);
}

/** A share is of the target (of the limit, where there is no target); an amount lies before the limit. */
function warningAt(
  course: Course,
  k: number,
  { warning, term }: { readonly warning: Warning; readonly term: Term },
): Instant | null {
  if ("share" in warning) {
    const ms = worth(course, term.target ?? term.limit);
    return ms === null ? null : reach(course, k, Math.round(ms * warning.share));
  }
  return before(course, k, { amount: warning.before, limit: term.limit });
}

/** Milliseconds of a clock's own time that an amount stands for. */
function worth({ round, calendars }: Course, amount: Amount): Millis | null {
  if (amount.unit !== "dates") return amount.ms;
  const end = endOfAmount(amount, round.from, { calendars });
  return typeof end === "number"
    ? measure(calendars(amount.calendar), { from: round.from, to: end }, [])
    : null;
}

function before(
  course: Course,
  k: number,
  { amount, limit }: { readonly amount: Amount; readonly limit: Amount },
): Instant | null {
  const { round, calendars } = course;
  if (isSameUnit(amount, limit)) {
    if (amount.unit === "dates" && limit.unit === "dates") {
      const n = limit.n - amount.n;
      return n <= 0 ? round.from : endOf(course, k, { ...limit, n });
    }
    if (amount.unit !== "dates" && limit.unit !== "dates") {
      return amount.ms >= limit.ms ? round.from : reach(course, k, limit.ms - amount.ms);
    }
  }
  const deadline = endOf(course, k, limit);
  if (deadline === null) return null;
  if (amount.unit === "elapsed") return deadline - amount.ms;
  const calendar = calendars(amount.calendar);
  const at =
    amount.unit === "dates"
      ? addDatesAt(calendar, deadline, -amount.n, "same-wall-time")
      : subtractOpen(calendar, deadline, amount.ms);
  return typeof at === "number" ? at : null;
}

function isSameUnit(a: Amount, b: Amount): boolean {
  if (a.unit !== b.unit) return false;
  return a.unit === "elapsed" || b.unit === "elapsed" || a.calendar === b.calendar;
}

/**
 * The warnings that time reaches, if nothing more happens. One that a change of severity has
 * overtaken comes at the change, unless it was given before; none comes with the breach or after it,
 * and none before the move to the version that gives it.
 */
export function warningsOf(course: Course, breach: Breach | null): WarningAt[] {
  const given = new Set(warnedBefore(course.round));
  const list: WarningAt[] = [];
  const last = Math.min(endOfRound(course.round) ?? Infinity, breach?.at ?? Infinity);
  for (const [k, stretch] of course.stretches.entries()) {
    if (stretch.term === null || course.round.rule.warn.length === 0) continue;
    for (const [index, lies] of warningsAt(course, k).entries()) {
      const from = promisedFrom(course.round, stretch);
      if (lies === null || (lies < from && given.has(index))) continue;
      const at = lies < from ? whenMoving(from, course.still) : lies;
      if (at === null || at >= stretch.to || at >= last) continue;
      const deadline = deadlineAsOf(course, k, { term: stretch.term, at });
      if (deadline === null) continue;
      given.add(index);
      list.push({ at, index, deadline });
    }
  }
  return list;
}

/** The warnings, by index, that were given of the round by the promises of before. */
export function warnedBefore({ rebinding, rule, number }: Round): number[] {
  const own = rebinding?.warnings.filter(
    ({ clock, round }) => clock === rule.id && round === number,
  );
  return own?.map(({ index }) => index) ?? [];
}

/** The deadline as it stood at an instant: no pause that begins later was known. */
function deadlineAsOf(
  course: Course,
  k: number,
  { term, at }: { readonly term: Term; readonly at: Instant },
): Instant | null {
  const still = course.still.filter(({ from }) => from <= at);
  return endOf({ ...course, still }, k, term.limit);
}
