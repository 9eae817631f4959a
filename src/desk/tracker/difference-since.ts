import type { TrackerColumn } from "../../core/policy/tracker-rule.ts";
import { fold } from "../../core/ticket/evolve.ts";
import type { TicketEvent } from "../../core/ticket/event.ts";
import type { Instant } from "../../core/time/instant.ts";
import { differenceOf } from "../../core/tracker/difference.ts";
import type { Difference, UpdatedRow } from "../../core/tracker/difference.ts";
import { rowOf } from "../../core/tracker/row.ts";
import type { TrackerRow } from "../../core/tracker/row.ts";
import { changedTickets, eventsOfAll } from "../../store/tracker.ts";
import type { ChangedTicket } from "../../store/tracker.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";

/** Between which moments, of which tickets, in which columns. */
export interface Between {
  readonly portal: string | null;
  readonly columns: readonly TrackerColumn[];
  /** What was recorded up to `told` makes the tracker before, up to `until` the tracker after. */
  readonly told: Instant;
  readonly until: Instant;
  /** The number of the newest calendar exception. */
  readonly exceptions: number;
}

const batch = 200;

/**
 * What changed in a tracker between two moments. No snapshot is kept: a ticket's events are, so its
 * row at either moment is the fold of what had been recorded by then.
 */
export async function differenceSince(
  plazo: Plazo,
  tx: Transaction,
  between: Between,
): Promise<Difference> {
  const { portal, told } = between;
  const added: TrackerRow[] = [];
  const updated: UpdatedRow[] = [];
  let after: ChangedTicket = { updatedAt: told, number: Number.MAX_SAFE_INTEGER };
  for (;;) {
    const page = await changedTickets(tx, { portal, after, limit: batch });
    const found = await differenceOfPage(plazo, tx, { page, between });
    added.push(...found.added);
    updated.push(...found.updated);
    const last = page.at(-1);
    if (last === undefined || page.length < batch) return { added, updated };
    after = last;
  }
}

async function differenceOfPage(
  plazo: Plazo,
  tx: Transaction,
  { page, between }: { readonly page: readonly ChangedTicket[]; readonly between: Between },
): Promise<Difference> {
  const numbers = page.map(({ number }) => number);
  const histories = await eventsOfAll(tx, numbers, between.until);
  const before: TrackerRow[] = [];
  const after: TrackerRow[] = [];
  const rowAt = async (events: readonly TicketEvent[], at: Instant): Promise<TrackerRow[]> => {
    if (events.length === 0) return [];
    const ticket = fold(events);
    const { exceptions, columns } = between;
    const binding = await boundPolicy(plazo, tx, { number: ticket.policy, exceptions });
    return [rowOf(ticket, binding, { columns, at })];
  };
  for (const number of numbers) {
    const events = histories.get(number) ?? [];
    const told = events.filter(({ recorded }) => recorded <= between.told);
    before.push(...(await rowAt(told, between.told)));
    after.push(...(await rowAt(events, between.until)));
  }
  return differenceOf(before, after);
}
