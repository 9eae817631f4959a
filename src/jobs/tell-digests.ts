import type { Plazo } from "../desk/plazo.ts";
import { tellDigest } from "../desk/tracker/tell-digest.ts";
import { committedUpTo } from "../store/committed.ts";
import { settle } from "../store/settle.ts";
import { dueFollowers, putFollowerAside } from "../store/tracker-followers.ts";
import { acrossDesks, inDesk } from "../store/transaction.ts";
import type { RoundLimits } from "./run.ts";

/** What a round did for those who follow trackers. */
export interface Digests {
  /** Digests written. */
  readonly told: number;
  readonly faults: readonly unknown[];
}

/**
 * Writes every digest that is due, each in its own transaction. One that fails is put aside for longer
 * each time, with the reason, and stops no other.
 */
export async function tellDigests(plazo: Plazo, limits: RoundLimits): Promise<Digests> {
  const { now, followers } = await acrossDesks(plazo.db, async (tx) => {
    const at = await tx.now();
    return { now: at, followers: await dueFollowers(tx, at, limits.batch) };
  });
  const committed = followers.length === 0 ? null : await committedUpTo(plazo.db);
  const faults: unknown[] = [];
  let told = 0;
  for (const due of followers) {
    if (limits.stopped()) break;
    const end = await settle(tellDigest(plazo, due, { now, committed }));
    if ("value" in end) told += end.value === "told" ? 1 : 0;
    else {
      faults.push(end.fault);
      const error = end.fault.message;
      await inDesk(plazo.db, due.desk, async (tx) =>
        putFollowerAside(tx, due.id, { error, now: await tx.now() }),
      );
    }
  }
  return { told, faults };
}
