import type { Millis } from "../time/instant.ts";
import type { Condition } from "./condition.ts";
import type { Source, Text } from "./text.ts";

/**
 * What happened in a ticket's life, as clocks see it.
 * - `received`: the request reached the desk. `classified`: an agent fixed the severity.
 * - `contacted`: a public message or an answered call by a person of the desk.
 * - `told`: any public word of the desk that is not automatic. `told.progress`: one that reports
 *   progress. `told.solved`: the client has been told the solution.
 * - `asked`: something was put to the client that wants an answer (a question, a request for
 *   authorisation, a solution to confirm). `client-said`: a message or answer of the client.
 * - `solved`: cause and remedy were stated. `reopened`: the client said "not solved" in time.
 * - `confirmed`: the client said it is solved. `closed`: the ticket's end.
 * - `assigned`, `routed`, `handed-back`, `call-attempted`, `urgency-claimed`: those acts.
 */
export type Mark =
  | "received"
  | "classified"
  | "contacted"
  | "told"
  | "told.progress"
  | "told.solved"
  | "asked"
  | "client-said"
  | "solved"
  | "reopened"
  | "confirmed"
  | "closed"
  | "assigned"
  | "routed"
  | "handed-back"
  | "call-attempted"
  | "urgency-claimed";

/** Why a ticket waits. Each clock says which reasons pause it. */
export type PauseReason =
  | "waiting-for-client"
  | "waiting-for-authorisation"
  | "waiting-for-third-party"
  | "awaiting-confirmation"
  | "scheduled";

/** A length of promised time, in exactly one unit; the three units are never mixed silently. */
export type Amount =
  /** Open time of the calendar, in milliseconds. */
  | { readonly unit: "hours"; readonly ms: Millis; readonly calendar: string }
  /** Open civil dates of the calendar, the start date excluded. */
  | {
      readonly unit: "dates";
      readonly n: number;
      readonly calendar: string;
      readonly ends: "same-wall-time" | "at-closing";
    }
  /** Time of the wall clock, in milliseconds. */
  | { readonly unit: "elapsed"; readonly ms: Millis };

/** A promise: colour and warnings go by the target (the limit, where there is none), breach by the limit. */
export interface Term {
  readonly target?: Amount;
  readonly limit: Amount;
}

/** A rhythm of periodic updates: the first step whose `until` (time in this severity) is not over. */
export interface RhythmStep {
  readonly every: Amount;
  /** Open time since the severity was set, in milliseconds; none: for ever. */
  readonly until?: Millis;
}

/** A warning before a deadline: at a share of the promise (0..1), or an amount of service time before it. */
export type Warning = { readonly share: number } | { readonly before: Amount };

/** What follows at the instant a clock's limit passes. */
export type Consequence =
  | { readonly do: "close"; readonly reason: "silence" }
  | { readonly do: "open"; readonly channel: string }
  | { readonly do: "tell"; readonly message: string };

/** One promise of the manual. A clock is a pure function of this rule, the ticket's trace and `now`. */
export interface ClockRule extends Source {
  readonly id: string;
  readonly label: Text;
  readonly when: Condition;
  readonly from: readonly Mark[];
  readonly to: readonly Mark[];
  /**
   * `once`: from the first `from` to the first `to` after it. `each`: a new round at the first
   * `from` after the last round ended (next reply). `last`: each `from` restarts it (silence).
   * `rhythm`: a round for every step of `every`, until `to`.
   */
  readonly rounds: "once" | "each" | "last" | "rhythm";
  /** The calendar whose open time is counted when paused, explained and bucketed; none: wall clock. */
  readonly calendar: string | null;
  readonly pauses: readonly PauseReason[];
  /** The promise for each severity; `*` for any severity not named. Empty for rhythms. */
  readonly within: Readonly<Record<string, Term>>;
  /** For rhythms: the steps for each severity, and the mark that keeps a round. */
  readonly every: Readonly<Record<string, readonly RhythmStep[]>>;
  readonly keptBy: Mark | null;
  readonly warn: readonly Warning[];
  readonly then: readonly Consequence[];
  /** The figure as the manual states it ("3 days"), where it leaves open what is counted. */
  readonly says?: string;
  readonly against: "desk" | "client";
  /** Its passing is no breach: only `then` follows (RD-13). */
  readonly breach?: false;
}
