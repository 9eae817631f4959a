import { textFor } from "../../core/bulk/act.ts";
import type { BulkAct } from "../../core/bulk/act.ts";
import { filledAct } from "../../core/bulk/fill.ts";
import { wouldNot } from "../../core/bulk/plan.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { noFacts } from "../../core/ticket/facts.ts";
import type { Instant } from "../../core/time/instant.ts";
import { listTickets } from "../../store/ticket-queue.ts";
import type { ListFilter } from "../../store/ticket-queue.ts";
import { readTickets } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { staffActor } from "../tickets/act.ts";
import type { Staff } from "../tickets/act.ts";
import type { QueueFilter } from "../tickets/queue.ts";
import { knownOf } from "./known-of.ts";

/** Tickets that one act is done to at most. */
export const mostTickets = 500;

/** A ticket that an act would be done to, or would not. */
export interface Planned {
  readonly folio: string;
  readonly subject: string;
  readonly language: "es" | "en";
  readonly requester: string | null;
  /** What its client would be told; null: nothing. */
  readonly text: string | null;
  /** Why not; null: it would be done. */
  readonly refusal: Refusal | null;
}

/** What an act on many would come to, with the tickets in the order in which it is done. */
export interface BulkPlan {
  readonly planned: readonly Planned[];
  readonly now: Instant;
}

/** Says what an act would come to with each of these tickets, without doing anything. */
export function planBulk(
  plazo: Plazo,
  desk: string,
  wish: { readonly by: Staff; readonly act: BulkAct; readonly folios: readonly string[] },
): Promise<BulkPlan> {
  const { act } = wish;
  return inDesk(plazo.db, desk, async (tx) => {
    const found = new Map(
      (await readTickets(tx, wish.folios)).map((one) => [one.ticket.folio, one.ticket]),
    );
    const planned: Planned[] = [];
    for (const folio of wish.folios) {
      const ticket = found.get(folio);
      if (ticket === undefined) {
        const refusal = refuse("no-such-ticket", { facts: { folio } });
        planned.push({ folio, subject: "", language: "es", requester: null, text: null, refusal });
        continue;
      }
      const policy = await boundPolicy(plazo, tx, { number: ticket.policy });
      const context = { ...policy, facts: noFacts, now: tx.began, readUpTo: null };
      const { subject, requester } = ticket;
      const own = filledAct(act, knownOf({ ticket, policy, by: wish.by, now: tx.began }));
      planned.push({
        ...{ folio, subject, language: requester.language },
        requester: requester.name ?? requester.identity ?? requester.address,
        text: textFor(own, requester.language) ?? null,
        refusal: wouldNot(ticket, own, { by: staffActor(wish.by), context }),
      });
    }
    return { planned, now: tx.began };
  });
}

/** The folios of a list, in its order, as many as one act may be done to; `more`: it holds others. */
export function foliosOf(
  plazo: Plazo,
  desk: string,
  filter: QueueFilter,
): Promise<{ readonly folios: readonly string[]; readonly more: boolean }> {
  const { closed = false, ...rest } = filter;
  const wanted: ListFilter = { ...rest, closed };
  return inDesk(plazo.db, desk, async (tx) => {
    const rows = await listTickets(tx, wanted, { after: null, limit: mostTickets + 1 });
    const folios = rows.slice(0, mostTickets).map(({ folio }) => folio);
    return { folios, more: rows.length > mostTickets };
  });
}
