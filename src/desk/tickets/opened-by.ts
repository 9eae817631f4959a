import { hasShown } from "../../core/access/heard.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { capabilityOf } from "../../store/capabilities.ts";
import { readTicketByNumber } from "../../store/tickets.ts";
import type { ReadTicket } from "../../store/tickets.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";

/** Why a link opens nothing: it never did, or it did and its time is over. */
export type NoWay = Refusal<"no-such-ticket" | "capability-expired">;

/** A ticket, and whether its link came by mail: one that a form's page led to says nothing of who holds it. */
export interface OpenedTicket extends ReadTicket {
  readonly byMail: boolean;
}

/** The ticket that a capability opens. Looking spends and changes nothing. */
export async function openedBy(tx: Transaction, token: string): Promise<OpenedTicket | NoWay> {
  if (!/^[A-Za-z0-9_-]{22}$/u.test(token)) return refuse("no-such-ticket");
  const capability = await capabilityOf(tx, token);
  if (capability === undefined || capability.revoked !== null) return refuse("no-such-ticket");
  if (capability.expires <= (await tx.now())) return refuse("capability-expired");
  const found = await readTicketByNumber(tx, capability.ticket);
  if (found === undefined) return refuse("no-such-ticket");
  return { ...found, byMail: capability.recipient !== null };
}

/** Whether whoever holds the link reads what the desk answers (FI-2). */
export function readsAnswers({ ticket, byMail }: OpenedTicket, binding: BoundPolicy): boolean {
  return hasShown(binding.policy.policy, ticket, byMail);
}
