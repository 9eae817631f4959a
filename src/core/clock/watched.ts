import type { ClockRule } from "../policy/clock-rule.ts";
import type { ConditionView } from "../policy/holds.ts";
import type { Instant } from "../time/instant.ts";
import type { Calendars } from "./clock.ts";
import type { Trace } from "./trace.ts";

/** Everything that a ticket's clocks depend on, besides `now`. */
export interface Watched {
  /** The clocks of the policy that binds the ticket. */
  readonly rules: readonly ClockRule[];
  readonly trace: Trace;
  readonly calendars: Calendars;
  /** The ticket as conditions see it: a clock counts only where its `when` holds. */
  readonly view: ConditionView;
}

/** What time has recorded of a ticket already: a `Ticket` fits as it is. */
export interface Recorded {
  readonly recordedBreaches: readonly {
    readonly clock: string;
    readonly round: number;
    readonly deadline: Instant;
    readonly how: "late" | "reclassified";
    readonly withdrawn: boolean;
  }[];
  readonly recordedWarnings: readonly {
    readonly clock: string;
    readonly round: number;
    readonly index: number;
    readonly deadline: Instant;
  }[];
  readonly recordedPasses: readonly {
    readonly clock: string;
    readonly round: number;
    readonly deadline: Instant;
  }[];
}

/** Up to when something is asked. */
export interface Until {
  readonly now: Instant;
  /**
   * The channels that could carry the client's answer have been read up to this instant; null:
   * all of them up to `now`.
   */
  readonly readUpTo: Instant | null;
}
