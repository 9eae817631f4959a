import { telephoneEnding, readTelephone } from "../../core/register/telephone.ts";
import type { Approach } from "../../core/ticket/channels.ts";
import type { Instant } from "../../core/time/instant.ts";
import { isRefusal } from "../../core/refusal.ts";
import { openAmong, ticketsOfTelephone } from "../../store/calls-due.ts";
import type { TicketToCall } from "../../store/calls-due.ts";
import { ticketsOfContact } from "../../store/client-tickets.ts";
import { contactsByTelephone } from "../../store/contacts.ts";
import type { ContactPersonRecord } from "../../store/contacts.ts";
import { boundPolicy, policyInForce } from "../policies/bound-policy.ts";
import type { Inside } from "../tickets/file-inside.ts";

/** An open ticket, with its fold. */
export type OpenTicket = Omit<TicketToCall, "due">;

/** A number as it is kept: in full, and its last ten digits; null: it was withheld, or is none. */
export interface DialledNumber {
  readonly number: string | null;
  readonly ending: string | null;
}

/** Contacts and tickets that a number may mean are at most so many. */
const MOST = 10;

/** Reads a number as an exchange shows it: one that cannot be read is kept as it stands, without an ending. */
export function readNumber(shown: string | null): DialledNumber {
  const text = (shown ?? "").trim();
  if (!/[0-9]/u.test(text)) return { number: null, ending: null };
  const read = readTelephone(text);
  if (read === null) return { number: text.slice(0, 40), ending: null };
  return { number: read, ending: telephoneEnding(read) };
}

/** Whom a number may mean: the contacts who have it, and the open tickets of theirs or left with it. */
export async function callerOfNumber(
  { tx }: Pick<Inside, "tx">,
  ending: string | null,
): Promise<{
  readonly contacts: readonly ContactPersonRecord[];
  readonly tickets: readonly OpenTicket[];
}> {
  if (ending === null) return { contacts: [], tickets: [] };
  const contacts = (await contactsByTelephone(tx, ending, MOST)).filter(({ active }) => active);
  const left = await ticketsOfTelephone(tx, ending, MOST);
  const own = new Set<number>();
  for (const { id } of contacts.slice(0, 3))
    for (const { number } of await ticketsOfContact(tx, id, {
      before: null,
      closedToo: false,
      limit: MOST,
    }))
      if (left.every((one) => one.number !== number)) own.add(number);
  const others = own.size === 0 ? [] : await openAmong(tx, [...own]);
  return { contacts, tickets: [...left, ...others].toSorted((a, b) => b.number - a.number) };
}

/** From where the telephone is looked at: each of their open tickets, or having none. */
export async function approachesOf(
  { plazo, tx }: Pick<Inside, "plazo" | "tx">,
  tickets: readonly OpenTicket[],
  at: Instant,
): Promise<Approach[]> {
  const approaches: Approach[] = [];
  for (const { ticket } of tickets) {
    const context = await boundPolicy(plazo, tx, { number: ticket.policy });
    approaches.push({ at, context, ticket });
  }
  if (approaches.length > 0) return approaches;
  const context = await policyInForce(plazo, tx);
  return isRefusal(context) ? [] : [{ at, context, ticket: null }];
}
