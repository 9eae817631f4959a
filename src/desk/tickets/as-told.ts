import { recounted } from "../../core/ticket/calendar-change.ts";
import { noFacts } from "../../core/ticket/facts.ts";
import { storyOf } from "../../core/ticket/story.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { ReadTicket } from "../../store/tickets.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { changesSince } from "../policies/bound-policy.ts";

interface Reading {
  readonly found: ReadTicket;
  readonly policy: BoundPolicy;
  readonly now: Instant;
}

/**
 * A ticket as it is read, with the dates that its client was told: also those that an exception moved
 * which was published a moment ago and is not recorded in this ticket yet. Nothing is written.
 */
export async function asTold(
  plazo: Plazo,
  tx: Transaction,
  { found, policy, now }: Reading,
): Promise<Ticket> {
  const { ticket, exceptions } = found;
  if (ticket.closed !== null) return ticket;
  const changes = await changesSince(plazo, tx, { binding: policy, since: exceptions });
  if (changes.length === 0) return ticket;
  const context = { ...policy, facts: noFacts, now, readUpTo: null, changes };
  const { promised } = recounted(storyOf(ticket), context).story.ticket.trace;
  return promised === undefined ? ticket : { ...ticket, trace: { ...ticket.trace, promised } };
}
