import type { ClockRule, Mark } from "../policy/clock-rule.ts";
import type { Instant, Span } from "../time/instant.ts";
import { union } from "../time/spans.ts";
import type { Over } from "./round.ts";
import type { Moment, Rebinding, SeverityStretch, Trace } from "./trace.ts";

/** What clocks see of a trace at `now`: nothing later, and nothing after the ticket's end. */
export interface Seen {
  readonly moments: readonly Moment[];
  readonly severities: readonly SeverityStretch[];
  readonly pauses: Trace["pauses"];
  readonly rebindings: readonly Rebinding[];
  readonly over: { readonly at: Instant; readonly how: Over } | null;
  readonly now: Instant;
}

/** The trace as it was seen at `now`. */
export function seenAt(trace: Trace, now: Instant): Seen {
  const ended = trace.ended !== null && trace.ended.at <= now ? trace.ended : null;
  const until = ended?.at ?? now;
  const { moments, severities } = trace;
  return {
    moments: (moments.at(-1)?.at ?? 0) <= until ? moments : moments.filter(({ at }) => at <= until),
    severities:
      (severities.at(-1)?.from ?? 0) <= until
        ? severities
        : severities.filter(({ from }, i) => i === 0 || from <= until),
    pauses: trace.pauses.every(({ from }) => from <= until)
      ? trace.pauses
      : trace.pauses.filter(({ from }) => from <= until),
    rebindings: trace.rebindings?.filter(({ at }) => at <= until) ?? [],
    over: ended,
    now,
  };
}

/** A clock that runs once in a ticket's life: when it started, when its `to` came, and the times spent solved in between. */
export interface Life {
  readonly from: Instant;
  readonly stop: Instant | null;
  readonly solved: readonly Span[];
}

const SOLVED: readonly Mark[] = ["solved", "told.solved"];

/** Whether the clock ends with a solution, which a "not solved" undoes. */
export function isUndoable(rule: ClockRule): boolean {
  return rule.to.some((mark) => SOLVED.includes(mark));
}

/**
 * From the first `from` to the `to` that stands: a "not solved" undoes a solution, and the clock
 * goes on. A clock that starts when the ticket is solved already stops as it starts. Null: not started.
 */
export function lifeOf(rule: ClockRule, moments: readonly Moment[]): Life | null {
  const solved: Span[] = [];
  let from: Instant | null = null;
  let stop: { readonly at: Instant; readonly undoable: boolean } | null = null;
  for (const { mark, at } of moments) {
    if (from === null && rule.from.includes(mark)) {
      from = at;
      if (stop !== null) stop = { at, undoable: true };
    } else if (stop === null) {
      const undoable = SOLVED.includes(mark);
      if (rule.to.includes(mark) && (from !== null || undoable)) stop = { at, undoable };
    } else if (mark === "reopened" && stop.undoable) {
      if (from !== null) solved.push({ from: stop.at, to: at });
      stop = null;
    }
  }
  return from === null ? null : { from, stop: stop?.at ?? null, solved };
}

/** Where the clock stands still: the ticket's pauses for the rule's reasons, and times spent solved. */
export function stillSpans(rule: ClockRule, seen: Seen, solved: readonly Span[]): readonly Span[] {
  const spans: Span[] = [...solved];
  for (const pause of seen.pauses) if (rule.pauses.includes(pause.reason)) spans.push(pause);
  return isUnited(spans) ? spans : union(spans);
}

/** Sorted, disjoint and none of them empty, as most are: then there is nothing to unite. */
function isUnited(spans: readonly Span[]): boolean {
  let end = -Infinity;
  for (const { from, to } of spans) {
    if (from <= end || (to !== null && to <= from)) return false;
    end = to ?? Infinity;
  }
  return true;
}
