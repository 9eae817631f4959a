import type { TicketEvent } from "../ticket/event.ts";
import type { Telling } from "../ticket/telling.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { Instant } from "../time/instant.ts";

/** A word of a client, so that it can be split off. */
export interface Spoken {
  readonly id: string;
  readonly at: Instant;
  readonly text: string;
}

/** One ticket of the days, as it is now. */
export interface Life {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly wakesAt: Instant | null;
  /** What was told since it was last looked at. */
  readonly told: readonly Telling[];
  readonly spoken: readonly Spoken[];
}
