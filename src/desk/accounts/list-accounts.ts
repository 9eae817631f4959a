import { accountsAfter } from "../../store/accounts.ts";
import type { AccountRecord } from "../../store/accounts.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** An account that somebody asked for. */
export type Account = AccountRecord;

/** The desk's accounts of one state, oldest first, at most 200 a page; `after`: the ticket's number of the last one. */
export function listAccounts(
  plazo: Plazo,
  desk: string,
  page: { readonly state: Account["state"]; readonly after?: number; readonly limit?: number },
): Promise<Account[]> {
  const { state, after = 0, limit = 50 } = page;
  return inDesk(plazo.db, desk, (tx) =>
    accountsAfter(tx, { state, after, limit: Math.min(limit, 200) }),
  );
}
