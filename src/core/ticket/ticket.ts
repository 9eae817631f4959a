import type { Trace } from "../clock/trace.ts";
import type { Awaited } from "../policy/condition.ts";
import type { Instant } from "../time/instant.ts";
import type { CloseReason, HeldReason, Requester } from "./event.ts";

/** What is true of a ticket: the fold of its events. Plain data. */
export interface Ticket {
  readonly folio: string;
  readonly policy: number;
  readonly channel: string;
  readonly form: string;
  readonly kind: string;
  readonly subject: string;
  readonly requester: Requester;
  readonly fields: Readonly<Record<string, string>>;
  readonly portal: string | null;
  readonly flags: readonly string[];
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly severity: string;
  readonly provisional: boolean;
  readonly level: string;
  /** Where it was before, level by level, each up to the next; none: always where it is. */
  readonly stays?: readonly { readonly level: string; readonly to: Instant }[];
  /** Levels that the answer must travel back through, innermost last. */
  readonly path: readonly string[];
  readonly assignee: { readonly id: string; readonly name: string } | null;
  /** The level that asked for details and has the ticket back with the answer; none: nobody did. */
  readonly consultation?: Consultation | null;
  /** The procedures that were begun, each once. */
  readonly undertakings?: readonly Undertaking[];
  /** How the client is told next, where that goes in turn; none: it does not. */
  readonly turn?: NextTurn | null;
  /** What became of the account that was asked for; none: none was. */
  readonly account?: "pending" | "accepted" | "refused";
  readonly awaiting: Awaited | null;
  /** Who put what is awaited to the client, and when; silence runs from here. */
  readonly askedAt: Instant | null;
  /** Every change of what is awaited, in the order of `at`: pauses are drawn from these. */
  readonly turns: readonly Turn[];
  /** The first message of the client that the desk has not answered in public; null: none. */
  readonly unansweredSince: Instant | null;
  /** Why it is kept without any promise; null: it is not. */
  readonly held: HeldReason | null;
  /** The requester proved with a code that they read the registered address. */
  readonly proved?: true;
  /** What is missing of one that is held, as the fact `held` says it; left out: nothing. */
  readonly lacks?: readonly string[];
  /** What the requester last said about being there; null: nothing. */
  readonly present: boolean | null;
  readonly solution: Solution | null;
  readonly closed: {
    readonly at: Instant;
    readonly reason: CloseReason | "merged";
    /** Which of the policy's kinds of what is out of scope. */
    readonly scope?: string;
  } | null;
  readonly confirmed: boolean;
  readonly urgency: {
    readonly ground: string;
    readonly state: "claimed" | "confirmed" | "refused";
  } | null;
  readonly charge: {
    readonly minutes: number;
    readonly amount: string;
    readonly accepted: boolean;
    readonly charge?: string;
    readonly currency?: string;
  } | null;
  /** Every quote, oldest first, and the time worked on those that were accepted (FI-14, RD-1). */
  readonly quotes?: readonly Quote[];
  readonly timeEntries?: readonly TimeEntry[];
  readonly scheduledUntil: Instant | null;
  /** Channels that a passed clock has opened ("phone"). */
  readonly opened: readonly string[];
  readonly links: readonly { readonly to: string; readonly as: string }[];
  /** Addresses that are told what the client is told; none: nobody else is. */
  readonly participants?: readonly string[];
  /** What time has recorded: clock and round of each. */
  readonly recordedBreaches: readonly RecordedBreach[];
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
  /** What clocks see. */
  readonly trace: Trace;
  readonly filedAt: Instant;
  /** `at` of the newest event, `recorded` of the newest event, and its number (the version). */
  readonly lastAt: Instant;
  readonly lastRecorded: Instant;
  readonly seq: number;
}

/** Help by time as it was offered; `replaced`: another quote came before an answer. */
export interface Quote {
  readonly at: Instant;
  readonly minutes: number;
  readonly amount: string;
  readonly charge: string | null;
  readonly currency: string | null;
  readonly state: "proposed" | "accepted" | "refused" | "replaced";
}

/** Time that was worked and is charged. */
export interface TimeEntry {
  readonly at: Instant;
  readonly by: string | null;
  readonly charge: string;
  readonly minutes: number;
  readonly amount: string;
  readonly currency: string;
  readonly work: string;
}

/** Where the ticket was when a level asked another, and whose it was. */
export interface Consultation {
  readonly level: string;
  readonly path: readonly string[];
  readonly assignee: Ticket["assignee"];
  readonly at: Instant;
}

/** A procedure under way, or at its end: the steps that are done, in their order. */
export interface Undertaking {
  readonly procedure: string;
  readonly at: Instant;
  readonly done: readonly { readonly at: Instant; readonly by: string | null }[];
}

/** The way by which the client is told next, and when; `fell`: the call is due and that is recorded. */
export interface NextTurn {
  readonly turn: number;
  readonly channel: "phone" | "mail";
  readonly due: Instant;
  readonly fell: boolean;
}

/** `awaits`: this is awaited from here on. `client-said`: ends what the client was awaited for. */
export interface Turn {
  readonly at: Instant;
  readonly seq: number;
  readonly turn: "awaits" | "client-said" | "nothing";
  readonly awaits: Awaited | null;
}

export interface Solution {
  readonly at: Instant;
  readonly cause: string;
  readonly remedy: string;
  /** Whether the client has been told (a level that does not tell the client hands back instead). */
  readonly told: boolean;
}

export interface RecordedBreach {
  readonly clock: string;
  readonly round: number;
  readonly deadline: Instant;
  /** The deadline itself, or the change that made it late. */
  readonly at: Instant;
  readonly how: "late" | "reclassified";
  readonly withdrawn: boolean;
}

/** The working state that agents see: derived, never set by hand. */
export type Progress =
  | "unattended"
  | "working"
  | "routed"
  | "close-the-loop"
  | "waiting-for-client"
  | "waiting-for-authorisation"
  | "waiting-for-third-party"
  | "scheduled"
  | "solved"
  | "closed";
