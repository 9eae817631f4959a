import type { Plazo } from "../desk/plazo.ts";
import type { Backlog } from "../http/metrics.ts";
import { readBacklog } from "../store/backlog.ts";
import { acrossDesks } from "../store/transaction.ts";

/** What waits in the whole installation, for its figures. */
export function backlogOf(plazo: Plazo): Promise<Backlog> {
  return acrossDesks(plazo.db, (tx) => readBacklog(tx, tx.began));
}
