import type { Mark, PauseReason } from "../policy/clock-rule.ts";
import type { Instant } from "../time/instant.ts";
import type { PromisedLimit } from "./promised.ts";

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

/** A breach that was recorded, as it stood when the ticket was moved to other promises. */
export interface KeptBreach {
  readonly clock: string;
  readonly deadline: Instant;
  readonly at: Instant;
  readonly how: "late" | "reclassified";
}

/**
 * The move to another version of the policy. The promises of before are not at hand any more: what
 * time had recorded by them is kept, and nothing of before is measured by the new ones.
 */
export interface Rebinding {
  readonly at: Instant;
  /** All that stood at the move. */
  readonly breaches: readonly KeptBreach[];
  readonly warnings: readonly {
    readonly clock: string;
    readonly round: number;
    readonly index: number;
  }[];
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
  /** Every move to another version, in order; none: bound as it was filed. */
  readonly rebindings?: readonly Rebinding[];
  /** Dates that the client was told and that an exception of a calendar moved; none: nothing moved. */
  readonly promised?: readonly PromisedLimit[];
  /** The end of all clocks. `cancelled`: withdrawn, spam: neither met nor missed. */
  readonly ended: { readonly at: Instant; readonly how: "closed" | "cancelled" | "merged" } | null;
  /** Incomplete imported history: not measured, never met. */
  readonly incomplete: boolean;
}
