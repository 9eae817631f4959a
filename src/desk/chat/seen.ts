import { touchChats } from "../../store/chat.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** Notes that the clients of these tickets have just said that they are there. */
export function noteSeen(plazo: Plazo, desk: string, tickets: readonly number[]): Promise<void> {
  return inDesk(plazo.db, desk, (tx) => touchChats(tx, tickets, tx.began));
}
