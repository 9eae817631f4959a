import type { Instant } from "../../core/time/instant.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** The time at a desk, as its database has it. */
export function timeNow({ db }: Pick<Plazo, "db">, desk: string): Promise<Instant> {
  return inDesk(db, desk, (tx) => tx.now());
}
