import type { Ticket } from "../core/ticket/ticket.ts";
import { deskOf } from "./append.ts";
import { query, queryOne, statement } from "./query.ts";
import type { Transaction } from "./transaction.ts";

/** A ticket as it stands, with its number. */
export interface PastTicket {
  readonly number: number;
  readonly ticket: Ticket;
}

const page = statement(
  "ticket.past",
  "select number, fold as ticket from ticket where desk_id = $1 and number > $2 order by number limit $3",
);

/** A page of the desk's tickets, in the order of filing: those with numbers above `after`. */
export function pastTickets(tx: Transaction, after: number, most: number): Promise<PastTicket[]> {
  return query(tx, page, [deskOf(tx), after, most]);
}

const last = statement(
  "ticket.last",
  "select number from ticket where desk_id = $1 order by number desc limit 1",
);

/** The number of the desk's last ticket; 0: there is none. */
export async function lastTicket(tx: Transaction): Promise<number> {
  return (await queryOne<{ number: number }>(tx, last, [deskOf(tx)]))?.number ?? 0;
}
