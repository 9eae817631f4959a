import { deskOf } from "./append.ts";
import { queryOne, statement } from "./query.ts";
import type { Transaction } from "./transaction.ts";

const first = statement(
  "mailbox.first-address",
  "select address from mailbox where desk_id = $1 order by created, id limit 1",
);

/** The address of the desk's first mailbox; null where it has none. */
export async function mailboxAddress(tx: Transaction): Promise<string | null> {
  return (await queryOne<{ address: string }>(tx, first, [deskOf(tx)]))?.address ?? null;
}
