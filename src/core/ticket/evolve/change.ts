import type { Fact, TicketEvent } from "../event.ts";
import type { Ticket } from "../ticket.ts";

/** The fact of one type. */
export type FactOf<Type extends Fact["type"]> = Extract<Fact, { readonly type: Type }>;

/** The event of one type of fact. */
export type EventOf<Type extends Fact["type"]> = TicketEvent<FactOf<Type>>;

/** What an event changes in a ticket; what it does not name stays. */
export type Change = Partial<Ticket>;

/** How one type of fact changes a ticket that exists. */
export type Changes<Type extends Fact["type"]> = (ticket: Ticket, event: EventOf<Type>) => Change;
