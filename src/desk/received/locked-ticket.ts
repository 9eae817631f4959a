import { lockTicket } from "../../store/tickets.ts";
import type { LockedTicket } from "../../store/tickets.ts";
import type { Transaction } from "../../store/transaction.ts";

/** More merges one after the other than anybody makes. */
const MOST_MERGES = 10;

/** Locks a ticket, or the one that it was merged into at last; `undefined` where there is none. */
export async function lockSurvivor(
  tx: Transaction,
  folio: string,
): Promise<LockedTicket | undefined> {
  let locked = await lockTicket(tx, folio);
  for (let merges = 0; merges < MOST_MERGES; merges += 1) {
    if (locked?.ticket.closed?.reason !== "merged") return locked;
    const into = locked.ticket.links.find(({ as }) => as === "merged-into")?.to;
    if (into === undefined) return locked;
    locked = await lockTicket(tx, into);
  }
  return locked;
}
