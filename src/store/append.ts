import { execute, statement } from "./query.ts";
import { additionParts, additionValues, additionWidth } from "./ticket-records.ts";
import type { Additions } from "./ticket-records.ts";
import { rewriteTicket, ticketValues, ticketWidth } from "./tickets.ts";
import type { TicketRow } from "./tickets.ts";
import type { Transaction } from "./transaction.ts";

// $1 to $width: the row; then the version before; then what is added.
const append = statement(
  "ticket.append",
  `with rewritten as (${rewriteTicket}), ${additionParts(ticketWidth + 2)} select number from rewritten`,
);

/**
 * Appends to a locked ticket and rewrites its row from the fold, in one statement. Throws where the
 * row is no longer at the version `before`: the caller holds its lock, so that is a fault.
 */
export async function appendToTicket(
  tx: Transaction,
  row: TicketRow,
  change: { readonly before: number; readonly added: Additions },
): Promise<void> {
  const values = [...ticketValues(deskOf(tx), row), change.before, ...additionValues(change.added)];
  if (values.length !== ticketWidth + 1 + additionWidth) throw new Error("parameters of ticket.append");
  const touched = await execute(tx, append, values);
  if (touched !== 1) throw new Error(`ticket ${row.ticket.folio} was not at version ${change.before}`);
}

/** The desk of a transaction inside one. Throws across desks. */
export function deskOf(tx: Transaction): string {
  if (tx.desk === null) throw new Error("this is done inside a desk");
  return tx.desk;
}
