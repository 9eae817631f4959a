import type { Language } from "../../core/policy/text.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { Staff } from "../tickets/act.ts";
import type { Filing } from "../tickets/file-ticket.ts";
import type { Hinted } from "../tickets/filing-keys.ts";

/** A new request, as a mail makes it; what is wrong with it where it cannot be filed. */
export interface NewRequest {
  readonly filing: Filing;
  readonly hinted: Hinted | readonly Refusal[];
}

/** The words of a mail that belongs to a ticket. */
export interface MailWords {
  readonly text: string;
  readonly language: Language;
  readonly sender: { readonly address: string; readonly name: string };
  /** Uploads that are kept under `session`. */
  readonly uploads: { readonly session: string; readonly ids: readonly string[] };
  /** When its mailbox received it, where that was before it was read; null: it was not. */
  readonly received: Instant | null;
}

/** What a mail is to become. */
export type Plan =
  | {
      readonly do: "file";
      readonly request: NewRequest;
      /** The mail that was sent back and comes again with this one, by id. */
      readonly again: string | null;
    }
  /** The client's words on a ticket; `anew`: the request that they make where the ticket has ended. */
  | {
      readonly do: "join";
      readonly folio: string;
      readonly words: MailWords;
      readonly anew: NewRequest;
    }
  /** An agent's words: an internal note. */
  | {
      readonly do: "note";
      readonly folio: string;
      readonly by: Staff;
      readonly words: MailWords;
    }
  /** A machine's mail: kept, and shown on the ticket that it is about. */
  | { readonly do: "keep"; readonly folio: string | null; readonly words: MailWords | null }
  | { readonly do: "bounce"; readonly ticket: number | null }
  /** Its subject says too little (RD-4): it is sent back once. */
  | {
      readonly do: "return";
      readonly to: string;
      readonly language: Language;
      readonly names: string;
    }
  | { readonly do: "wait" };
