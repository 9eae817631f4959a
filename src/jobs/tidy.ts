import type { Plazo } from "../desk/plazo.ts";
import { forgetEntries } from "../desk/clients/forget.ts";
import { forgetDrafts } from "../desk/compositions/depart.ts";
import { dropOrphans } from "../desk/files/drop-orphans.ts";
import { forgetRequests } from "../desk/integrations/once.ts";
import { fillCategories } from "../desk/tracker/fill-categories.ts";
import { forgetVisitors } from "../store/article-offers.ts";
import { forgetAcknowledgements } from "../store/acknowledgements.ts";
import { forgetVouchers } from "../store/chat-hosts.ts";
import { forgetBulks } from "../store/bulks.ts";
import { forgetTurns } from "../store/guard.ts";
import { allDesks } from "../store/desks.ts";
import { acrossDesks, inDesk } from "../store/transaction.ts";
import { forgetDeliveries } from "../store/webhook-deliveries.ts";
import { expiredUploads, removeUpload } from "../store/uploads.ts";

const HOUR = 3_600_000;
/** The log of webhooks, and what can be replayed, goes back so far. */
const deliveriesKept = 30 * 24 * HOUR;
/** What became of each ticket of an act on many is shown for so long; what was done is in the tickets. */
const bulksKept = 30 * 24 * HOUR;

/** Removes uploads that nobody filed in time, with their bytes, counters of past hours, and answers that are kept no longer; gives how many uploads. */
export async function tidy(plazo: Plazo): Promise<number> {
  const { now, uploads, desks } = await acrossDesks(plazo.db, async (tx) => {
    const at = await tx.now();
    return { now: at, uploads: await expiredUploads(tx, at, 500), desks: await allDesks(tx) };
  });
  for (const { desk, session, id } of uploads) {
    const removed = await inDesk(plazo.db, desk, (tx) => removeUpload(tx, session, id));
    if (removed) await plazo.effects.files.drop(id);
  }
  for (const { id } of desks) {
    await inDesk(plazo.db, id, (tx) => forgetAcknowledgements(tx, Math.floor(now / HOUR) - 1));
    await forgetRequests(plazo, id);
    // Who was offered an article is known for two days: what they spared is known after one.
    await inDesk(plazo.db, id, (tx) => forgetVisitors(tx, now - 48 * HOUR));
    await forgetEntries(plazo, id);
    await forgetDrafts(plazo, id);
    // What a host vouched for is taken up within the hour, and its token is over long before.
    await inDesk(plazo.db, id, (tx) => forgetVouchers(tx, now - 24 * HOUR));
    await inDesk(plazo.db, id, (tx) => forgetDeliveries(tx, now - deliveriesKept));
    await inDesk(plazo.db, id, (tx) => forgetBulks(tx, now - bulksKept));
    await inDesk(plazo.db, id, (tx) => forgetTurns(tx, now));
    await fillCategories(plazo, id);
  }
  // A folder an hour: what a killed process left is gone within eleven days more.
  const ids = desks.map(({ id }) => id);
  await dropOrphans(plazo, { desks: ids, folder: Math.floor(now / HOUR) % 256 });
  return uploads.length;
}
