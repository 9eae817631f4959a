import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { theDesk } from "../../core/ticket/actor.ts";
import { cannotProve } from "../../core/ticket/acts/held.ts";
import { contactsAfter, writeContact } from "../../store/register.ts";
import type { ContactRecord } from "../../store/register.ts";
import { enqueue } from "../../store/outbox.ts";
import { heldOf } from "../../store/open-tickets.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import { ownMail } from "../mail/own-mail.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { actInside } from "../tickets/act-inside.ts";
import { addressKey } from "./address-key.ts";

/** A person whose address is registered: greeted by name, heard by their role, and later asked to authorise. */
export type Contact = ContactRecord;

/** A contact as written, and the held tickets of their address that were admitted by it. */
export interface WrittenContact extends Contact {
  readonly admitted: readonly string[];
}

/**
 * Registers a contact's address, or changes whose it is and in which role. Their held tickets are
 * looked at again at this moment (FI-2, FI-6): those that lack nothing any more are admitted, and
 * those that lack only a code are sent it.
 */
export function setContact(
  plazo: Plazo,
  desk: string,
  contact: Omit<Contact, "id">,
): Promise<WrittenContact> {
  const address = addressKey(contact.address);
  const record = { ...contact, id: plazo.effects.random.id(), address };
  return inDesk(plazo.db, desk, async (tx) => {
    const written = await writeContact(tx, record);
    const admitted: string[] = [];
    for (const folio of await heldOf(tx, address))
      if (await hearAgain({ plazo, tx, desk }, folio)) admitted.push(folio);
    return { ...written, admitted };
  });
}

interface Inside {
  readonly plazo: Plazo;
  readonly tx: Transaction;
  readonly desk: string;
}

/** Whether the ticket was admitted by it. */
async function hearAgain(inside: Inside, folio: string): Promise<boolean> {
  const { plazo, tx, desk } = inside;
  const done = await actInside(inside, folio, { command: { by: theDesk, act: { do: "hear" } } });
  if (isRefusal(done) || done.events.length === 0) return false;
  const { ticket } = done;
  const { address } = ticket.requester;
  if (cannotProve(ticket) === null && address !== null) {
    const at = await tx.now();
    const found = await readTicket(tx, folio);
    if (found === undefined) throw new Error(`ticket ${folio} was there a moment ago`);
    const { number } = found;
    const binding = await boundPolicy(plazo, tx, { number: ticket.policy });
    const about = { desk, number, ticket, binding, address, at };
    await enqueue(tx, { number, folio, at }, ownMail(plazo, "code", about));
  }
  return ticket.held === null;
}

/** Refuses a role that the desk's manual does not name; null: it names it, or no role was given. */
export function unknownRole(
  roles: Readonly<Record<string, unknown>> | undefined,
  role: string | null,
): Refusal<"role-unknown"> | null {
  if (role === null || roles === undefined || Object.hasOwn(roles, role)) return null;
  return refuse("role-unknown", { field: "role", facts: { role } });
}

/** The desk's registered contacts by address, at most 200 a page. */
export function listContacts(
  plazo: Plazo,
  desk: string,
  page: { readonly after?: string; readonly limit?: number },
): Promise<Contact[]> {
  const limit = Math.min(page.limit ?? 50, 200);
  return inDesk(plazo.db, desk, (tx) => contactsAfter(tx, page.after ?? "", limit));
}
