import type { OpenCase } from "../core/intake/duplicates.ts";
import { deskOf } from "./append.ts";
import { folded } from "./folded.ts";
import { query, statement } from "./query.ts";
import type { Transaction } from "./transaction.ts";

/** Newer tickets than these of one address are not looked at: who has more open is asked about the newest. */
const MOST = 20;

const openOf = statement(
  "ticket.open-of",
  `select folio, subject, fold -> 'fields' as fields from ticket
    where desk_id = $1 and address_folded = $2 and closed_at is null order by number desc limit $3`,
);

/** The newest open tickets of an address (case and accents aside), newest first. */
export function openCasesOf(tx: Transaction, address: string): Promise<OpenCase[]> {
  return query<OpenCase>(tx, openOf, [deskOf(tx), folded(address), MOST]);
}
