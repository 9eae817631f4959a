import { categoryOf } from "../../core/tracker/row.ts";
import { categoriseTickets, uncategorisedTickets } from "../../store/tracker.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";

/** Gives rows written before there were categories theirs, some at a time; how many it gave. */
export function fillCategories(plazo: Plazo, desk: string): Promise<number> {
  return inDesk(plazo.db, desk, async (tx) => {
    const tickets = await uncategorisedTickets(tx, 500);
    const given = [];
    for (const { number, ticket } of tickets) {
      const { policy } = await boundPolicy(plazo, tx, { number: ticket.policy, exceptions: 0 });
      given.push({ number, category: categoryOf(ticket, policy.policy) });
    }
    if (given.length > 0) await categoriseTickets(tx, given);
    return given.length;
  });
}
