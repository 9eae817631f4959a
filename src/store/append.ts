import { execute, statement } from "./query.ts";
import type { Statement } from "./query.ts";
import { additionParts, additionValues, additionWidth, hasFiles } from "./ticket-records.ts";
import type { Additions } from "./ticket-records.ts";
import { touch } from "./touched.ts";
import { rewriteTicket, ticketValues, ticketWidth } from "./tickets.ts";
import type { TicketRow } from "./tickets.ts";
import type { Transaction } from "./transaction.ts";

// $1 to $width: the row; then the version before; then what is added.
function appending(name: string, files: boolean): Statement {
  const parts = additionParts(ticketWidth + 2, { files });
  return statement(
    name,
    `with rewritten as (${rewriteTicket}), ${parts} select number from rewritten`,
  );
}

const append = appending("ticket.append", false);
const appendWithFiles = appending("ticket.append-with-files", true);

/**
 * Appends to a locked ticket and rewrites its row from the fold, in one statement. Throws where the
 * row is no longer at the version `before`: the caller holds its lock, so that is a fault.
 */
export async function appendToTicket(
  tx: Transaction,
  row: TicketRow,
  change: { readonly before: number; readonly added: Additions },
): Promise<void> {
  touch(tx, "tickets");
  const files = hasFiles(change.added);
  const values = [
    ...ticketValues(deskOf(tx), row),
    change.before,
    ...additionValues(change.added, { files }),
  ];
  if (values.length !== ticketWidth + 1 + additionWidth({ files }))
    throw new Error("parameters of ticket.append");
  const touched = await execute(tx, files ? appendWithFiles : append, values);
  if (touched !== 1)
    throw new Error(`ticket ${row.ticket.folio} was not at version ${change.before}`);
}

/** The desk of a transaction inside one. Throws across desks. */
export function deskOf(tx: Transaction): string {
  if (tx.desk === null) throw new Error("this is done inside a desk");
  return tx.desk;
}
