import type { ClockRule, Term } from "../policy/clock-rule.ts";
import type { Instant, Span } from "../time/instant.ts";
import type { Rebinding, SeverityStretch } from "./trace.ts";

/** How a round ended without its `to`. */
export type Over = "superseded" | "closed" | "cancelled" | "merged";

/** One round of a clock, as far as the trace goes up to `now`. */
export interface Round {
  readonly rule: ClockRule;
  readonly number: number;
  readonly from: Instant;
  /** When its `to` came. */
  readonly stop: Instant | null;
  /** Its `to` may still be undone by a "not solved", until the ticket ends. */
  readonly undoable: boolean;
  readonly over: { readonly at: Instant; readonly how: Over } | null;
  /** Whether a deadline at the very instant of `over` has passed: the passing made the end. */
  readonly passesAtEnd: boolean;
  /** Pauses of this clock and times spent solved: sorted, disjoint; `to: null`: still so at `now`. */
  readonly still: readonly Span[];
  readonly severities: readonly SeverityStretch[];
  /** The move to the version whose promises these are; null: bound as it was filed. */
  readonly rebinding: Rebinding | null;
  readonly termOf: (severity: string) => Term | null;
}

/** When the round ended, by its `to` or otherwise; null: it goes on. */
export function endOfRound(round: Round): Instant | null {
  if (round.stop === null) return round.over?.at ?? null;
  return round.over === null ? round.stop : Math.min(round.stop, round.over.at);
}
