import { writeContact } from "../../store/register.ts";
import type { ContactRecord } from "../../store/register.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** A person whose address is registered: greeted by name, and later asked to authorise. */
export type Contact = ContactRecord;

/** Registers a contact's address, or changes who it belongs to. */
export function setContact(
  plazo: Plazo,
  desk: string,
  contact: Omit<Contact, "id" | "trained"> & { readonly trained?: boolean | null },
): Promise<Contact> {
  const record = {
    ...contact,
    trained: contact.trained ?? null,
    id: plazo.effects.random.id(),
    address: addressKey(contact.address),
  };
  return inDesk(plazo.db, desk, (tx) => writeContact(tx, record));
}

/** An address as it is looked up and counted: one person's mailbox, however they wrote its case. */
export function addressKey(address: string): string {
  return address.trim().normalize("NFC").toLowerCase().slice(0, 320);
}
