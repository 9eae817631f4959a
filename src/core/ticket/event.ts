import type { Awaited } from "../policy/condition.ts";
import type { PauseReason } from "../policy/clock-rule.ts";
import type { Instant } from "../time/instant.ts";
import type { Actor } from "./actor.ts";

/** The text of a message is kept beside the events, by id, so that it can be erased where law demands it. */
export interface MessageRef {
  readonly id: string;
  readonly channel: string;
  readonly files: readonly string[];
}

/** The requester as they said who they are. */
export interface Requester {
  readonly name: string | null;
  readonly address: string | null;
  readonly telephone: string | null;
  /** User, RFC or legal name, as written. */
  readonly identity: string | null;
  readonly contact: string | null;
  readonly language: "es" | "en";
}

/** What happened, in the past tense of the command's word. */
export type Fact =
  | {
      readonly type: "filed";
      readonly folio: string;
      readonly channel: string;
      readonly form: string;
      readonly kind: string;
      readonly subject: string;
      readonly requester: Requester;
      readonly fields: Readonly<Record<string, string>>;
      readonly message: MessageRef;
      readonly severity: string;
      readonly provisional: boolean;
      readonly level: string;
      readonly portal: string | null;
      readonly policy: number;
      /** What lived outside the ticket and was used: kept, so that replay needs nothing else. */
      readonly facts: Readonly<Record<string, string | number | boolean | null>>;
      /** Marks on the intake that an agent should see ("identity-check-digit", "subject-vague", "support-expired"). */
      readonly flags: readonly string[];
      readonly cites: string | null;
      /** Required fields of the form that a mail did not say. */
      readonly missing?: readonly string[];
    }
  /** Kept, but not promised anything yet: the client is told why and how to mend it (HB-1, FI-2, FI-5). */
  | {
      readonly type: "held";
      readonly why: HeldReason;
      /** What is missing: "registered-address", "role", "code", or "field:" and a field of the form. */
      readonly lacks?: readonly string[];
    }
  /** The requester proved who they are, with a code sent to their registered address (FI-6). */
  | { readonly type: "proved"; readonly how: "code" }
  /** A person of the desk called whoever may ask for it at their registered telephone, and it is theirs (FI-6). */
  | {
      readonly type: "verified";
      readonly contact: string;
      /** The name of whoever was called. */
      readonly called: string;
      readonly telephone: string;
      readonly note: string | null;
    }
  /** The requester completed what the form was filed without (FI-5); `lacks`: what is missing still. */
  | {
      readonly type: "completed";
      readonly fields: Readonly<Record<string, string>>;
      readonly message: MessageRef;
      readonly lacks: readonly string[];
    }
  /** What held it is mended: the desk's promises start here. */
  | { readonly type: "admitted"; readonly why: HeldReason; readonly note: string | null }
  /** The requester tells whether they are there (RD-2). */
  | { readonly type: "arrived" }
  | { readonly type: "left" }
  /** A message of the client. `automatic` ones (out of office) are kept and move no clock. */
  | { readonly type: "added"; readonly message: MessageRef; readonly automatic: boolean }
  /** A public word of the desk. `asks`: it wants an answer; `progress`: it reports progress. */
  | {
      readonly type: "contacted";
      readonly message: MessageRef;
      readonly how: "reply" | "call";
      readonly asks: Awaited | null;
      readonly progress: boolean;
    }
  /** `mentions`: the colleagues whom it calls by name, who are told. */
  | {
      readonly type: "noted";
      readonly message: MessageRef;
      readonly mentions?: readonly { readonly id: string; readonly name: string }[];
    }
  | {
      readonly type: "classified";
      readonly severity: string;
      readonly from: string;
      readonly reason: string | null;
    }
  | {
      readonly type: "assigned";
      readonly to: { readonly id: string; readonly name: string } | null;
    }
  | {
      readonly type: "routed";
      readonly to: string;
      readonly from: string;
      readonly reason: string | null;
    }
  | {
      readonly type: "handed-back";
      readonly to: string;
      readonly from: string;
      readonly cause: string;
      readonly remedy: string;
    }
  | {
      readonly type: "call-attempted";
      readonly outcome: "no-answer" | "left-message";
      readonly note: string | null;
    }
  | {
      readonly type: "paused";
      readonly reason: PauseReason;
      readonly note: string | null;
      readonly until: Instant | null;
    }
  | { readonly type: "resumed"; readonly reason: PauseReason }
  /** `during`: the announced process that was going on. */
  | { readonly type: "urgency-claimed"; readonly ground: string; readonly during?: string }
  | { readonly type: "urgency-confirmed"; readonly ground: string }
  | { readonly type: "urgency-refused"; readonly ground: string; readonly reason: string }
  /** `charge`: the rule of the policy that gives the rate; `currency` in three letters (ISO 4217). */
  | {
      readonly type: "charge-proposed";
      readonly minutes: number;
      readonly amount: string;
      readonly charge?: string;
      readonly currency?: string;
    }
  | { readonly type: "charge-accepted" }
  | { readonly type: "charge-refused"; readonly reason: string | null }
  | {
      readonly type: "time-logged";
      readonly charge: string;
      readonly minutes: number;
      readonly amount: string;
      readonly currency: string;
      readonly work: string;
    }
  /** Cause and remedy stated; `told`: the client has been told with this message. */
  | {
      readonly type: "solved";
      readonly cause: string;
      readonly remedy: string;
      readonly message: MessageRef | null;
    }
  | { readonly type: "confirmed"; readonly message: MessageRef | null }
  | { readonly type: "reopened"; readonly message: MessageRef | null }
  | {
      readonly type: "closed";
      readonly reason: CloseReason;
      readonly note: string | null;
      /** Of what is out of scope: which of the policy's kinds (FI-7). */
      readonly scope?: string;
    }
  | { readonly type: "merged"; readonly into: string }
  /** A level asks another for details, and has the ticket back with the answer (CC-9, CC-10). */
  | {
      readonly type: "level-asked";
      readonly to: string;
      readonly from: string;
      readonly message: MessageRef;
    }
  | {
      readonly type: "level-answered";
      readonly to: string;
      readonly from: string;
      readonly message: MessageRef;
    }
  /** Ordered human steps begin, and each is done by somebody (IF-8). */
  | { readonly type: "procedure-started"; readonly procedure: string }
  | {
      readonly type: "step-done";
      readonly procedure: string;
      readonly step: number;
      readonly note: string | null;
    }
  /** The client is to be told in turn (CC-11): this way is next, and when it is due. */
  | {
      readonly type: "turn-set";
      readonly turn: number;
      readonly channel: "phone" | "mail";
      readonly due: Instant;
    }
  /** Time's own: the call is due. */
  | { readonly type: "call-due"; readonly turn: number; readonly due: Instant }
  /** The desk itself told the solution by this channel, for nobody was reached before. */
  | { readonly type: "solution-sent"; readonly by: "mail" }
  /** Somebody asks for an account, and the desk decides (CC-1). */
  | { readonly type: "account-requested" }
  | { readonly type: "account-accepted" }
  | { readonly type: "account-refused"; readonly reason: string }
  /** The survivor's side of a merge: the other's trace joins this one's. */
  | {
      readonly type: "absorbed";
      readonly from: string;
      readonly received: Instant | null;
      readonly contacted: Instant | null;
    }
  | { readonly type: "split"; readonly into: string; readonly message: string }
  | {
      readonly type: "linked";
      readonly to: string;
      readonly as: "cites" | "cited-by" | "related" | "duplicate" | "split-from" | "part-of";
    }
  | { readonly type: "unlinked"; readonly to: string; readonly as: "part-of" }
  /** Somebody who was in copy is told from here on what the client is told. */
  | { readonly type: "participant-added"; readonly address: string }
  | { readonly type: "rebound"; readonly policy: number; readonly reason: string }
  /**
   * A dated exception of a calendar moved a limit that the client had been told. `promised`: the date
   * told first, kept beside; `deadline`: as it was computed at the publication, which is when it happened.
   */
  | {
      readonly type: "limit-moved";
      readonly clock: string;
      readonly round: number;
      readonly promised: Instant;
      readonly deadline: Instant;
      /** The exception, by its number, with its calendar, its civil date and why it was published. */
      readonly exception: number;
      readonly calendar: string;
      readonly date: string;
      readonly why: string | null;
    }
  /** Time's own facts, at their true instant. */
  | {
      readonly type: "warned";
      readonly clock: string;
      readonly round: number;
      readonly deadline: Instant;
      readonly index: number;
    }
  | {
      readonly type: "breached";
      readonly clock: string;
      readonly round: number;
      readonly deadline: Instant;
      readonly how: "late" | "reclassified";
    }
  | {
      readonly type: "passed";
      readonly clock: string;
      readonly round: number;
      readonly deadline: Instant;
    }
  | { readonly type: "opened"; readonly channel: string; readonly clock: string }
  /** A fact that arrived late withdraws or adds a breach or a closing; what was written stays. */
  | {
      readonly type: "revised";
      readonly what: "breach-withdrawn" | "breach-added" | "closing-withdrawn";
      readonly clock: string | null;
      readonly round: number | null;
      readonly deadline: Instant | null;
      /** Of a breach that is added; `breachedAt` where that was not at its deadline. */
      readonly how?: "late" | "reclassified";
      readonly breachedAt?: Instant;
      /** The event that arrived late, by its number. */
      readonly because: number;
    };

/** Why a ticket is held before the desk promises anything. */
export type HeldReason = "support-expired" | "unverified" | "incomplete" | "untrained";

export type CloseReason =
  | "confirmed"
  | "silence"
  | "withdrawn"
  | "out-of-scope"
  | "spam"
  | "duplicate"
  | "by-agent";

/**
 * A fact with its place: `seq` from 1 without gaps in the ticket; `at`, when it happened in the
 * world; `recorded`, when it was written; who did it.
 */
export interface TicketEvent<F extends Fact = Fact> {
  readonly seq: number;
  readonly at: Instant;
  readonly recorded: Instant;
  readonly by: Actor;
  readonly fact: F;
}
