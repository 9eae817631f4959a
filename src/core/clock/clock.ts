import type { Calendar } from "../calendar/calendar.ts";
import type { ClockRule, Term } from "../policy/clock-rule.ts";
import type { Instant, Millis } from "../time/instant.ts";

/** Compiled calendars by the pack's name for them. */
export type Calendars = (id: string) => Calendar;

/** How a clock can stand, by name. */
export const clockStatuses = [
  "idle",
  "running",
  "paused",
  "met",
  "missed",
  "passed",
  "cancelled",
  "merged",
  "not-measured",
] as const;

/**
 * - `idle`: its `from` has not happened, or its `when` does not hold.
 * - `running`, `paused`; `met` (in time; `provisional` until the ticket closes where it ends with a
 *   solution); `missed`: past its limit, stopped or not.
 * - `passed`: past a limit that is no promise: only what follows from it (RD-13).
 * - `cancelled`, `merged`: ended without measure. `not-measured`: incomplete imported history.
 */
export type ClockStatus = (typeof clockStatuses)[number];

/** One round of a clock at an instant. */
export interface ClockReading {
  readonly rule: ClockRule;
  readonly round: number;
  readonly status: ClockStatus;
  readonly from: Instant | null;
  /** Deadlines as they stand now; while paused: as they would be if the pause ended now. */
  readonly target: Instant | null;
  readonly limit: Instant | null;
  /** The date that the client was told, where an exception of a calendar moved the limit since. */
  readonly promised: Instant | null;
  /** When it stopped: the mark's own `at`. */
  readonly stopped: Instant | null;
  /** Time counted so far, in the clock's own unit of time (open or elapsed), pauses left out. */
  readonly used: Millis;
  /** The exact instant of the deadline, or of the change of severity that made it late. */
  readonly breach: { readonly at: Instant; readonly how: "late" | "reclassified" } | null;
  readonly provisional: boolean;
  /** Instants of its warnings, in the order of the rule's `warn`. */
  readonly warnings: readonly Instant[];
}

/** Something that time will have to record. */
export type Due =
  | {
      readonly due: "warning";
      readonly at: Instant;
      readonly clock: string;
      readonly round: number;
      readonly index: number;
      readonly deadline: Instant;
    }
  | {
      readonly due: "breach";
      readonly at: Instant;
      readonly clock: string;
      readonly round: number;
      readonly deadline: Instant;
      readonly how: "late" | "reclassified";
    }
  | {
      readonly due: "passing";
      readonly at: Instant;
      readonly clock: string;
      readonly round: number;
      readonly deadline: Instant;
    };

/** A stretch of a deadline's explanation: codes and facts, worded by the catalogue. */
export interface ClockSegment {
  readonly from: Instant;
  readonly to: Instant;
  readonly counted: boolean;
  /** "open", "outside-hours", "holiday", "exception", "paused", "elapsed", "solved"… */
  readonly why: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly severity: string;
  /** Time counted in it, and in all up to its end. */
  readonly used: Millis;
  readonly total: Millis;
}

/** A deadline with everything that makes it. */
export interface Explanation {
  readonly clock: string;
  readonly round: number;
  readonly clause: readonly string[];
  readonly assumed: string | null;
  readonly policy: number | null;
  readonly calendar: string | null;
  readonly severity: string;
  /** What is promised in that severity; null: a rhythm, whose rounds have lengths of their own. */
  readonly within: Term | null;
  readonly from: Instant;
  readonly target: Instant | null;
  readonly limit: Instant | null;
  /** The date that the client was told, where an exception of a calendar moved the limit since. */
  readonly promised: Instant | null;
  readonly status: ClockStatus;
  readonly segments: readonly ClockSegment[];
}

/** The buckets of a ticket's time; they add up to the wall time from filing to closing (or to `now`). */
export type Bucket =
  | "waiting-for-client"
  | "waiting-for-third-party"
  | "awaiting-approval"
  | "awaiting-confirmation"
  | "outside-hours"
  | "desk-working";
