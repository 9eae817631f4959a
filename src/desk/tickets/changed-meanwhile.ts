import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Actor } from "../../core/ticket/actor.ts";
import type { TicketEvent } from "../../core/ticket/event.ts";
import type { LockedTicket } from "../../store/tickets.ts";
import { eventsAfter } from "../../store/timeline.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Wish } from "./act.ts";

/**
 * Refuses an act of somebody who has not seen what another person did since, or that the ticket was
 * closed; `null`: nothing stands against it. What time alone recorded, and one's own acts, do not. A
 * version that does not exist yet was never seen (RFC 9110 §13.1.1): it is refused as well.
 */
export async function changedMeanwhile(
  tx: Transaction,
  { number, ticket }: LockedTicket,
  { seenSeq, seenMessages = [], command }: Wish,
): Promise<Refusal<"changed-meanwhile"> | null> {
  if (seenSeq === undefined || seenSeq === ticket.seq) return null;
  const since = await eventsAfter(tx, number, seenSeq);
  const others = since.filter((event) => isNews(event, command.by) && !isSeen(event, seenMessages));
  if (others.length === 0 && seenSeq < ticket.seq) return null;
  return refuse("changed-meanwhile", {
    facts: {
      seq: ticket.seq,
      since: seenSeq,
      seqs: others.map(({ seq }) => String(seq)),
      types: others.map(({ fact }) => fact.type),
      by: others.map(({ by }) => (by.kind === "desk" ? "" : (by.name ?? ""))),
    },
  });
}

function isNews({ by, fact }: TicketEvent, who: Actor): boolean {
  if (by.kind === "desk") return fact.type === "closed";
  return !isSame(by, who);
}

/** Whoever acts saw its words on their way out. */
function isSeen({ fact }: TicketEvent, messages: readonly string[]): boolean {
  return "message" in fact && typeof fact.message === "object" && fact.message !== null
    ? messages.includes(fact.message.id)
    : false;
}

function isSame(one: Actor, other: Actor): boolean {
  if (one.kind === "staff") return other.kind === "staff" && one.id === other.id;
  return one.kind === other.kind;
}
