import { hasShown } from "../../core/access/heard.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { capabilityOf } from "../../store/capabilities.ts";
import { readTicket, readTicketByNumber } from "../../store/tickets.ts";
import type { ReadTicket } from "../../store/tickets.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import { clientBy } from "../clients/session.ts";
import type { Client } from "../clients/session.ts";
import { standingAt } from "../clients/standing.ts";

/** Why a link opens nothing: it never did, or it did and its time is over. */
export type NoWay = Refusal<"no-such-ticket" | "capability-expired">;

/** A ticket by its folio, for whoever is signed in by a session's token. */
export interface InSession {
  readonly folio: string;
  readonly session: string;
}

/** What opens a ticket to a client: the token of a link, or a session of theirs. */
export type Opener = string | InSession;

/** A ticket, and whether its link came by mail: one that a form's page led to says nothing of who holds it. */
export interface OpenedTicket extends ReadTicket {
  readonly byMail: boolean;
  /** Whoever is signed in and asks for it as a colleague of its requester; null: it is the requester's own opener. */
  readonly colleague: Client["person"] | null;
}

/** The ticket that a link or a session opens. Looking spends and changes nothing. */
export async function openedBy(tx: Transaction, opener: Opener): Promise<OpenedTicket | NoWay> {
  if (typeof opener !== "string") return openedIn(tx, opener);
  if (!/^[A-Za-z0-9_-]{22}$/u.test(opener)) return refuse("no-such-ticket");
  const capability = await capabilityOf(tx, opener);
  if (capability === undefined || capability.revoked !== null) return refuse("no-such-ticket");
  if (capability.expires <= (await tx.now())) return refuse("capability-expired");
  const found = await readTicketByNumber(tx, capability.ticket);
  if (found === undefined) return refuse("no-such-ticket");
  return { ...found, byMail: capability.recipient !== null, colleague: null };
}

/** Whose addresses are read has shown whose they are; of a colleague's ticket nobody is told that it exists. */
async function openedIn(
  tx: Transaction,
  { folio, session }: InSession,
): Promise<OpenedTicket | NoWay> {
  const client = await clientBy(tx, session);
  if (client === null) return refuse("no-such-ticket");
  const found = await readTicket(tx, folio);
  const standing = found === undefined ? null : await standingAt(tx, client, found.ticket);
  if (found === undefined || standing === null) return refuse("no-such-ticket");
  return { ...found, byMail: true, colleague: standing === "own" ? null : client.person };
}

/** Whether whoever holds the link reads what the desk answers (FI-2). */
export function readsAnswers(
  { ticket, byMail }: Pick<OpenedTicket, "ticket" | "byMail">,
  binding: BoundPolicy,
): boolean {
  return hasShown(binding.policy.policy, ticket, byMail);
}
