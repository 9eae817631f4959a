import type { Language } from "../../core/policy/text.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Actor } from "../../core/ticket/actor.ts";
import type { Command } from "../../core/ticket/command.ts";
import type { TicketEvent } from "../../core/ticket/event.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { actInside } from "./act-inside.ts";

export interface Place {
  readonly desk: string;
  readonly folio: string;
}

/** A member of staff who acts; the session says who. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly level: string | null;
  /** A program with a token, and no person. */
  readonly through?: "integration";
}

/** The words of a message that a command refers to by id. */
export interface MessageWords {
  readonly id: string;
  readonly text: string;
  readonly public: boolean;
  readonly channel: string;
  readonly language: Language;
  /** Uploads to be filed with it, and the session they are kept under. */
  readonly uploads?: { readonly session: string; readonly ids: readonly string[] };
}

export interface Wish {
  readonly command: Command;
  readonly message?: MessageWords;
  /** The newest event that whoever acts has seen; where others wrote since, the act is refused. */
  readonly seenSeq?: number;
  /** Messages of others that whoever acts saw before they were events, by id. */
  readonly seenMessages?: readonly string[];
}

export interface Done {
  readonly folio: string;
  readonly seq: number;
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
}

/**
 * Does one command to one ticket: locks its row, reads the time, decides, appends, rewrites the row
 * and enqueues what is told, in one transaction. Refuses `no-such-ticket`, `changed-meanwhile`
 * (facts: `seq` now, `since` what was seen, and `seqs`, `types` and `by` of what came between),
 * `file-missing`, and whatever the core refuses.
 */
export function act(plazo: Plazo, place: Place, wish: Wish): Promise<Done | Refusal> {
  const { desk, folio } = place;
  return inDesk(plazo.db, desk, (tx) => actInside({ plazo, tx, desk }, folio, wish));
}

/** The actor that a member of staff is. */
export function staffActor(staff: Staff): Actor {
  const { id, name, level, through } = staff;
  return { kind: "staff", id, name, level, ...(through === undefined ? {} : { through }) };
}
