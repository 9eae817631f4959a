import { deskOf } from "./append.ts";
import { execute, statement } from "./query.ts";
import type { Transaction } from "./transaction.ts";

const insert = statement(
  "reference.insert",
  "insert into external_reference (desk_id, reference, ticket) values ($1, $2, $3)",
);

/** Writes down what another system calls a ticket; the same word may stand for several. */
export async function insertReference(
  tx: Transaction,
  ticket: number,
  reference: string,
): Promise<void> {
  await execute(tx, insert, [deskOf(tx), reference, ticket]);
}
