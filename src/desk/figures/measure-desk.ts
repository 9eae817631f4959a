import { measureTicket } from "../../core/figures/measure.ts";
import type { Instant } from "../../core/time/instant.ts";
import { committedUpTo } from "../../store/committed.ts";
import {
  keepMeasured,
  settleMeasuring,
  takeMeasuring,
  unmeasured,
} from "../../store/figures/measured.ts";
import type { Measured } from "../../store/figures/measured.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { askSatisfaction } from "../satisfaction/ask.ts";

type Measuring = Pick<Plazo, "db" | "caches">;

/** At most how many tickets, and up to when all that was written is committed (null: it is not known yet). */
export interface MeasureLimits {
  readonly most: number;
  readonly committed: Instant | null;
}

/**
 * Measures tickets that changed since they last were, at most `most`, in one transaction; gives how
 * many. Nothing but what is kept says how far it is: a worker that is killed loses nothing, and what
 * is committed late, however late, is behind what is kept as done. With two workers one does it, and
 * the other finds nothing to do.
 */
export function measureDesk(
  plazo: Measuring,
  desk: string,
  { most, committed }: MeasureLimits,
): Promise<number> {
  return inDesk(plazo.db, desk, async (tx) => {
    const upto = await takeMeasuring(tx);
    if (upto === undefined) return 0;
    const now = await tx.now();
    const behind = await unmeasured(tx, upto, most);
    const measured: Measured[] = [];
    for (const { number, ticket, exceptions } of behind) {
      const binding = await boundPolicy(plazo, tx, { number: ticket.policy, exceptions });
      measured.push({ number, ticket, measured: measureTicket(ticket, binding, now) });
    }
    if (measured.length > 0) {
      await keepMeasured(tx, measured);
      await askSatisfaction(tx, measured);
    }
    const last: Instant | undefined = behind.length < most ? now : behind.at(-1)?.updatedAt;
    const settled = Math.min(last ?? now, committed ?? upto);
    if (settled > upto) await settleMeasuring(tx, settled);
    return behind.length;
  });
}

/** Measures everything that changed, however much that is. */
export async function measureAll(plazo: Measuring, desk: string): Promise<void> {
  const committed = await committedUpTo(plazo.db);
  while ((await measureDesk(plazo, desk, { most: 500, committed })) > 0);
}
