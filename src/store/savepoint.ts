import type { Outcome, Transaction } from "./transaction.ts";
import { isRolledBack } from "./transaction.ts";

/**
 * Does a part of a transaction that may be taken back alone: `rollbackWith(value)` undoes what the
 * part wrote and gives `value`, while the transaction goes on. A throw ends the whole transaction.
 */
export async function inPart<T>(tx: Transaction, work: () => Promise<T>): Promise<Outcome<T>> {
  await tx.client.query("savepoint part");
  const value = await work();
  if (isRolledBack(value)) {
    await tx.client.query("rollback to savepoint part; release savepoint part");
    return value.rollback.value as Outcome<T>;
  }
  await tx.client.query("release savepoint part");
  return value as Outcome<T>;
}
