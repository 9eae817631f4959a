import { MINUTE } from "../core/time/instant.ts";
import { desksToIndex, indexTickets } from "../desk/search/index-tickets.ts";
import type { Plazo } from "../desk/plazo.ts";
import { allDesks } from "../store/desks.ts";
import { settle } from "../store/settle.ts";
import { acrossDesks } from "../store/transaction.ts";

/** Tickets that one transaction makes found: some tens of milliseconds. */
const BATCH = 50;

/** How far back it looks now and then: no transaction is left open so long. */
const LATE = 15 * MINUTE;

/** What one round made found, and which desks failed: they are tried again. */
export interface Indexed {
  readonly tickets: number;
  readonly faults: readonly Error[];
}

/**
 * Makes everything that changed found, a batch of each desk in turn so that no desk waits for
 * another's past, until nothing is left or `stopped` says to begin nothing more.
 */
export async function indexSearch(
  plazo: Plazo,
  { batch = BATCH, stopped = (): boolean => false } = {},
): Promise<Indexed> {
  const faults: Error[] = [];
  let tickets = 0;
  let waiting = await desksToIndex(plazo);
  while (waiting.length > 0 && !stopped()) {
    const more: string[] = [];
    for (const desk of waiting) {
      const done = await settle(indexTickets(plazo, desk, { most: batch }));
      if ("fault" in done) faults.push(done.fault);
      else {
        tickets += done.value;
        if (done.value >= batch) more.push(desk);
      }
    }
    waiting = more;
  }
  return { tickets, faults };
}

/** Looks again at what changed a while ago, for what was committed after later changes were seen. */
export async function indexLate(plazo: Plazo): Promise<Indexed> {
  const { now, desks } = await acrossDesks(plazo.db, async (tx) => ({
    now: await tx.now(),
    desks: await allDesks(tx),
  }));
  const faults: Error[] = [];
  let tickets = 0;
  for (const { id } of desks) {
    const done = await settle(indexTickets(plazo, id, { most: BATCH, since: now - LATE }));
    if ("fault" in done) faults.push(done.fault);
    else tickets += done.value;
  }
  return { tickets, faults };
}
