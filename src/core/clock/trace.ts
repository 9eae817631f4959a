import type { Mark, PauseReason } from "../policy/clock-rule.ts";
import type { Instant } from "../time/instant.ts";

/** A mark in the ticket's life. `seq` is the event that made it. */
export interface Moment {
  readonly mark: Mark;
  readonly at: Instant;
  readonly seq: number;
}

/** An interval of the ticket during which it waited, half-open; `to` null: still waiting. */
export interface Pause {
  readonly reason: PauseReason;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A severity in force from an instant on. */
export interface SeverityStretch {
  readonly severity: string;
  readonly from: Instant;
}

/**
 * Everything that clocks know of a ticket, in the order of `at` (people's events at one instant in
 * the order of `seq`). Clocks are functions of this, the policy, its calendars and `now` alone.
 */
export interface Trace {
  readonly moments: readonly Moment[];
  readonly severities: readonly SeverityStretch[];
  /** Pauses as they happened: survive every change of severity, level, assignee and policy. */
  readonly pauses: readonly Pause[];
  /** The end of all clocks. `cancelled`: withdrawn, spam: neither met nor missed. */
  readonly ended: { readonly at: Instant; readonly how: "closed" | "cancelled" | "merged" } | null;
  /** Incomplete imported history: not measured, never met. */
  readonly incomplete: boolean;
}
