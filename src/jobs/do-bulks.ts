import { workOnBulk } from "../desk/bulk/work-bulk.ts";
import type { Plazo } from "../desk/plazo.ts";
import { dueBulks } from "../store/bulks.ts";
import { settle } from "../store/settle.ts";
import { acrossDesks } from "../store/transaction.ts";
import type { RoundLimits } from "./run.ts";

/** Acts on many that are gone on with in one round. */
const MOST = 10;

/** Goes on with acts on many tickets, a few tickets of each; one that fails stops no other. */
export async function doBulks(
  plazo: Plazo,
  limits: RoundLimits,
): Promise<{ readonly done: number; readonly faults: readonly Error[] }> {
  const due = await acrossDesks(plazo.db, async (tx) => dueBulks(tx, await tx.now(), MOST));
  const faults: Error[] = [];
  let done = 0;
  for (const bulk of due) {
    if (limits.stopped()) break;
    const went = await settle(workOnBulk(plazo, bulk, limits.stopped));
    if ("fault" in went) faults.push(went.fault);
    else done += went.value;
  }
  return { done, faults };
}
