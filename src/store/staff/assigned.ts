import { deskOf } from "../append.ts";
import { query, statement } from "../query.ts";
import type { Transaction } from "../transaction.ts";

/** Open tickets that are named at most: beyond them their number is told. */
const named = 200;

const ofMember = statement(
  "ticket.openAssignedTo",
  `select folio from ticket where desk_id = $1 and assignee_id = $2 and closed_at is null
    order by sorts_at, number limit $3`,
);

/** Folios of the open tickets that are assigned to somebody, what falls due first on top; 200 at most. */
export async function openTicketsOf(tx: Transaction, userId: string): Promise<string[]> {
  const rows = await query<{ folio: string }>(tx, ofMember, [deskOf(tx), userId, named]);
  return rows.map(({ folio }) => folio);
}
