import { openBetween } from "../calendar/arithmetic.ts";
import type { Amount, ClockRule } from "../policy/clock-rule.ts";
import type { Instant } from "../time/instant.ts";
import type { Calendars } from "./clock.ts";
import { courseOf, endOf } from "./course.ts";
import type { Round } from "./round.ts";
import { isUndoable, lifeOf, stillSpans } from "./seen.ts";
import type { Seen } from "./seen.ts";
import type { SeverityStretch } from "./trace.ts";

/** What bounds the rounds of a rhythm. */
interface Beat {
  readonly rule: ClockRule;
  readonly seen: Seen;
  readonly calendars: Calendars;
  readonly still: Round["still"];
  readonly stop: Instant | null;
}

/**
 * Rounds of a rhythm: each is kept by the mark that keeps it, and the next starts there; one that
 * is not kept is missed at its deadline, and the next starts at that deadline. A change of severity
 * or of the policy starts the rhythm again; before the last move to another version, the missed
 * rounds are those that are recorded. The step is that of the time which the severity has lasted at the start.
 */
export function rhythmRounds(rule: ClockRule, seen: Seen, calendars: Calendars): Round[] {
  const life = lifeOf(rule, seen.moments);
  if (life === null) return [];
  const still = stillSpans(rule, seen, life.solved);
  const beat = { rule, seen, calendars, still, stop: life.stop };
  const rounds: Round[] = [];
  for (let at: Instant | null = life.from; at !== null;) at = addRound(beat, rounds, at);
  return rounds;
}

/** Adds the round that starts at an instant, and gives the start of the next; null: there is none yet. */
function addRound(beat: Beat, rounds: Round[], from: Instant): Instant | null {
  const { seen, rule, stop } = beat;
  const severity = seen.severities.findLast((s) => s.from <= from) ?? seen.severities[0];
  const moved = seen.rebindings.find(({ at }) => at > from)?.at ?? Infinity;
  const graver = seen.severities.find((s) => s.from > from && s !== severity)?.from ?? Infinity;
  const changed = Math.min(graver, moved);
  const every = stepAt(beat, severity, from);
  const end = Math.min(stop ?? Infinity, seen.over?.at ?? Infinity);
  if (every === null) return changed < end ? changed : null;
  const bare = roundFrom(beat, { number: rounds.length + 1, from, every, severity });
  const deadline =
    moved === Infinity
      ? (endOf(courseOf(bare, beat.calendars), 0, every) ?? Infinity)
      : missedAfter(beat, from);
  const kept = seen.moments.find((m) => m.mark === rule.keptBy && m.at > from)?.at ?? Infinity;
  const next = Math.min(kept, changed, deadline);
  if (end <= next) {
    const stopped = stop !== null && stop <= end;
    rounds.push(stopped ? { ...bare, stop, over: null, undoable: isUndoable(rule) } : bare);
    return null;
  }
  if (next > seen.now || next <= from) {
    rounds.push({ ...bare, over: null });
    return null;
  }
  if (next === kept) rounds.push({ ...bare, stop: kept, over: null });
  else rounds.push({ ...bare, over: { at: next, how: "superseded" }, passesAtEnd: next < changed });
  return next;
}

/** When the round from an instant before the last move was missed, as recorded; Infinity: it was not. */
function missedAfter({ rule, seen }: Beat, from: Instant): Instant {
  const breaches = seen.rebindings.at(-1)?.breaches ?? [];
  const own = breaches.filter(({ clock, at }) => clock === rule.id && at > from);
  return Math.min(Infinity, ...own.map(({ at }) => at));
}

function roundFrom(
  { rule, seen, still }: Beat,
  start: {
    readonly number: number;
    readonly from: Instant;
    readonly every: Amount;
    readonly severity: SeverityStretch | undefined;
  },
): Round {
  const term = { limit: start.every };
  return {
    rule,
    number: start.number,
    from: start.from,
    stop: null,
    undoable: false,
    over: seen.over,
    passesAtEnd: false,
    still,
    severities: start.severity === undefined ? [] : [start.severity],
    rebinding: seen.rebindings.at(-1) ?? null,
    termOf: () => term,
  };
}

/**
 * The first step whose `until` is not over, by the open time that the severity has lasted. What was
 * held is received when it is admitted: its severity has lasted since then.
 */
function stepAt(
  { rule, seen, calendars }: Beat,
  severity: SeverityStretch | undefined,
  from: Instant,
): Amount | null {
  const steps = rule.every[severity?.severity ?? "*"] ?? rule.every["*"] ?? [];
  const received = seen.moments.find(({ mark }) => mark === "received")?.at ?? -Infinity;
  const since = Math.min(Math.max(severity?.from ?? from, received), from);
  const lasted =
    rule.calendar === null ? from - since : openBetween(calendars(rule.calendar), since, from);
  return steps.find(({ until }) => until === undefined || lasted < until)?.every ?? null;
}
