import type { Plazo } from "../desk/plazo.ts";
import type { Backlog } from "../http/metrics.ts";
import { readBacklog } from "../store/backlog.ts";
import { countMailboxes } from "../store/mailbox-state.ts";
import { acrossDesks } from "../store/transaction.ts";

/** What waits in the whole installation, for its figures. */
export function backlogOf(plazo: Plazo): Promise<Backlog> {
  return acrossDesks(plazo.db, async (tx) => {
    const { silent, aside } = await countMailboxes(tx);
    return { ...(await readBacklog(tx, tx.began)), silentMailboxes: silent, mailAside: aside };
  });
}
