import type { Plazo } from "../desk/plazo.ts";
import { endRecount, recountsUnderWay, wakeBehind } from "../store/recounts.ts";
import type { Recount } from "../store/recounts.ts";
import { settle } from "../store/settle.ts";
import { acrossDesks, inDesk } from "../store/transaction.ts";
import { MINUTE } from "../core/time/instant.ts";

/** Long enough for whatever was being written as the exception was published to be there to be seen. */
const SETTLED = MINUTE;

/** Desks looked at in one round. */
const DESKS = 20;

/**
 * Wakes open tickets that were decided on without the newest exceptions of their desk's calendars,
 * at most `most` of each desk, each desk in a transaction of its own: passing them records what moved.
 * Nothing but the tickets' own rows says how far it is, so a worker that is killed loses nothing and
 * the next one goes on. Gives the faults; a desk that fails stops no other.
 */
export async function recountDesks(plazo: Plazo, most: number): Promise<readonly Error[]> {
  const underWay = await acrossDesks(plazo.db, (tx) => recountsUnderWay(tx, DESKS));
  const faults: Error[] = [];
  for (const recount of underWay) {
    const done = await settle(recountSome(plazo, recount, most));
    if ("fault" in done) faults.push(done.fault);
  }
  return faults;
}

function recountSome(plazo: Plazo, recount: Recount, most: number): Promise<void> {
  return inDesk(plazo.db, recount.desk, async (tx) => {
    const now = await tx.now();
    const woken = await wakeBehind(tx, recount, { now, most });
    if (woken === 0 && now >= recount.published + SETTLED) await endRecount(tx, recount);
  });
}
