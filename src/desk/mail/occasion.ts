import type { TicketEvent } from "../../core/ticket/event.ts";
import type { Binding } from "../../core/ticket/scene.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";

/** What a mail is written from: the ticket after what is told of, its events, and the words of its messages. */
export interface Occasion {
  readonly desk: string;
  readonly number: number;
  readonly ticket: Ticket;
  readonly binding: Binding;
  readonly now: Instant;
  /** The whole history where a message tells it, else what is new. */
  readonly events: readonly TicketEvent[];
  /** The words of new messages, by id. */
  readonly texts: ReadonlyMap<string, string>;
  /** Of one that came by the chat's page: whether the client is there to read it; left out: it did not. */
  readonly chat?: "there" | "gone";
}
