import type { Language } from "../../core/policy/text.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Actor } from "../../core/ticket/actor.ts";
import type { Command } from "../../core/ticket/command.ts";
import type { TicketEvent } from "../../core/ticket/event.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Plazo } from "../plazo.ts";

export interface Place {
  readonly desk: string;
  readonly folio: string;
}

/** A member of staff who acts; the session says who. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly level: string | null;
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
 * (facts: `seq`, `types`, `by`), and whatever the core refuses.
 */
export function act(_plazo: Plazo, _place: Place, _wish: Wish): Promise<Done | Refusal> {
  throw new Error("being written");
}

/** The actor that a member of staff is. */
export function staffActor(staff: Staff): Actor {
  return { kind: "staff", id: staff.id, name: staff.name, level: staff.level };
}
