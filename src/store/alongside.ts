import { AsyncLocalStorage } from "node:async_hooks";
import type { Transaction } from "./transaction.ts";

/**
 * What is done in each transaction of a desk before it is committed, in it: `value` is what the
 * transaction came to, and `last` says that a statement which writes is sent with the commit.
 */
export type Alongside = (
  tx: Transaction,
  value: unknown,
  { last }: { readonly last: boolean },
) => Promise<void>;

const underWay = new AsyncLocalStorage<Alongside>();

/** Does `work` with something alongside each transaction of a desk that is begun in it. A throw undoes that transaction. */
export function withAlongside<T>(along: Alongside, work: () => Promise<T>): Promise<T> {
  return underWay.run(along, work);
}

/** What stands alongside now; `undefined`: nothing. */
export function alongsideNow(): Alongside | undefined {
  return underWay.getStore();
}
