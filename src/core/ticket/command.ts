import type { Awaited } from "../policy/condition.ts";
import type { Instant } from "../time/instant.ts";
import type { Actor } from "./actor.ts";
import type { CloseReason, MessageRef, Requester } from "./event.ts";

/** The act of one name. */
export type ActOf<Name extends Act["do"]> = Extract<Act, { readonly do: Name }>;

/** What somebody wants to do. `at`: when it happened in the world, where that is not `now` (a mail, a call logged afterwards). */
export interface Command<A extends Act = Act> {
  readonly by: Actor;
  readonly at?: Instant;
  readonly act: A;
}

export type Act =
  | {
      readonly do: "file";
      readonly folio: string;
      readonly channel: string;
      readonly form: string;
      readonly requester: Requester;
      readonly subject: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly message: MessageRef;
      readonly portal: string | null;
      readonly cites?: string;
      /** The folio that this one was split from: its `at` is when the split message arrived. */
      readonly splitFrom?: string;
      /** Found by the intake, with the answer to it ("subject-vague", "identity-check-digit"). */
      readonly flags: readonly string[];
      /**
       * Whether the requester, who can be asked back, was shown the open tickets that are probably the
       * same case (FI-9), and said that it is another. Left out: they cannot be asked.
       */
      readonly sameProblem?: "unasked" | "denied";
      /** Fields without which the form is taken and waits (FI-5), found by the intake. */
      readonly lacks?: readonly string[];
      /** Required fields that a mail did not say, found by the intake. */
      readonly missing?: readonly string[];
      /** A ground of urgency that is claimed at once (RD-15). */
      readonly urgency?: string;
      /** Whether the requester says that they are there (RD-2). */
      readonly present?: boolean;
    }
  /** The requester gave the code that was sent to their registered address: the desk has checked it. */
  | { readonly do: "prove" }
  /**
   * A person of the desk called a registered contact who may ask for what is held, at a telephone that
   * is theirs in the register, and they say that it is their request: the desk has looked both up.
   */
  | {
      readonly do: "verify";
      readonly contact: { readonly id: string; readonly name: string };
      readonly telephone: string;
      readonly note?: string;
    }
  /** The register of clients changed: whether the requester of a held ticket is heard is looked at again. */
  | { readonly do: "hear" }
  /** What the form was filed without; `lacks`: the fields that are missing still. */
  | {
      readonly do: "complete";
      readonly fields: Readonly<Record<string, string>>;
      readonly message: MessageRef;
      readonly lacks: readonly string[];
    }
  /** A held ticket is taken in after all: support renewed, sender verified, form completed. */
  | { readonly do: "admit"; readonly note?: string }
  | { readonly do: "arrive" }
  | { readonly do: "leave" }
  | { readonly do: "add"; readonly message: MessageRef; readonly automatic?: boolean }
  | {
      readonly do: "contact";
      readonly message: MessageRef;
      readonly how: "reply" | "call";
      readonly progress?: boolean;
    }
  | {
      readonly do: "ask";
      readonly message: MessageRef;
      readonly for: Exclude<Awaited, "third-party" | "confirmation">;
    }
  | {
      readonly do: "note";
      readonly message: MessageRef;
      /** Colleagues whom the note calls by name. */
      readonly mentions?: readonly { readonly id: string; readonly name: string }[];
    }
  | { readonly do: "classify"; readonly severity: string; readonly reason?: string }
  | { readonly do: "assign"; readonly to: { readonly id: string; readonly name: string } | null }
  | { readonly do: "route"; readonly to: string; readonly reason?: string }
  | { readonly do: "hand-back"; readonly cause: string; readonly remedy: string }
  | { readonly do: "ask-level"; readonly to: string; readonly message: MessageRef }
  | { readonly do: "answer-level"; readonly message: MessageRef }
  | { readonly do: "do-step"; readonly procedure: string; readonly note?: string }
  | { readonly do: "accept-account" }
  | { readonly do: "refuse-account"; readonly reason: string }
  | {
      readonly do: "log-attempt";
      readonly outcome: "no-answer" | "left-message";
      readonly note?: string;
    }
  | { readonly do: "wait"; readonly for: "third-party"; readonly note?: string }
  | { readonly do: "schedule"; readonly until: Instant; readonly note?: string }
  | { readonly do: "resume" }
  | { readonly do: "claim-urgency"; readonly ground: string }
  | { readonly do: "confirm-urgency" }
  | { readonly do: "refuse-urgency"; readonly reason: string }
  /** Help by time for that many minutes at most; the policy's rate makes the amount, where it has one. */
  | {
      readonly do: "propose-charge";
      readonly minutes: number;
      readonly charge?: string;
      readonly amount?: string;
    }
  | { readonly do: "accept-charge" }
  | { readonly do: "refuse-charge"; readonly reason?: string }
  /** Time that was worked on a charge that the client accepted, and what was done in it. */
  | {
      readonly do: "log-time";
      readonly minutes: number;
      readonly work: string;
      readonly charge?: string;
    }
  | {
      readonly do: "solve";
      readonly cause: string;
      readonly remedy: string;
      readonly message: MessageRef | null;
      /** The message is cause and remedy, in nobody's own words: it is left out where the client is told in turn. */
      readonly made?: true;
    }
  /** The client's "it is solved" / "it is not". */
  | { readonly do: "confirm"; readonly solved: boolean; readonly message: MessageRef | null }
  | { readonly do: "withdraw" }
  | {
      readonly do: "close";
      readonly reason: Exclude<CloseReason, "confirmed" | "silence" | "withdrawn">;
      readonly note?: string;
      /** Which kind of what is out of scope (FI-7): told to the client in the policy's words. */
      readonly scope?: string;
    }
  | { readonly do: "merge-into"; readonly survivor: string }
  | {
      readonly do: "absorb";
      readonly from: string;
      /** null: it was held, so that nothing had been promised. */
      readonly received: Instant | null;
      readonly contacted: Instant | null;
    }
  | { readonly do: "split"; readonly into: string; readonly message: string }
  | {
      readonly do: "link";
      readonly to: string;
      readonly as: "cites" | "cited-by" | "related" | "duplicate" | "split-from" | "part-of";
    }
  /** It is no longer part of a mass incident. */
  | { readonly do: "unlink"; readonly to: string; readonly as: "part-of" }
  /** Somebody in copy is told from here on what the client is told. */
  | { readonly do: "add-participant"; readonly address: string }
  | { readonly do: "rebind"; readonly policy: number; readonly reason: string }
  /** Records every instant that fell due up to `now`. */
  | { readonly do: "pass" };
