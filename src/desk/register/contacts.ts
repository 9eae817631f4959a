import { isDeepStrictEqual } from "node:util";
import { readEmail } from "../../core/intake/email.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { ContactPerson } from "../../core/register/client.ts";
import { readTelephone } from "../../core/register/telephone.ts";
import { appendAudit } from "../../store/audit.ts";
import {
  contactPersonAt,
  ownersOfAddresses,
  readContactPerson,
  writeContacts,
} from "../../store/contacts.ts";
import type { ContactPersonRecord } from "../../store/contacts.ts";
import { lockRegister, organisationsNamed, readOrganisation } from "../../store/organisations.ts";
import { contactsAfter } from "../../store/register.ts";
import type { ContactRecord } from "../../store/register.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { addressKey } from "./address-key.ts";
import { byItself } from "./by.ts";
import type { By } from "./by.ts";
import { hearAgain } from "./hear-again.ts";
import { putOrganisation } from "./organisations.ts";
import type { Writing } from "./organisations.ts";

/** A person whose address is registered: greeted by name, heard by their role, and later asked to authorise. */
export type Contact = ContactRecord;

/** A contact as written, and the held tickets of their address that were admitted by it. */
export interface WrittenContact extends Contact {
  readonly admitted: readonly string[];
}

/** A contact as somebody writes them down, with addresses and telephones as people write them. */
export type ContactWish = Omit<ContactPerson, "id">;

/** A contact as kept, and the held tickets of their addresses that were admitted by it. */
export interface WrittenPerson extends ContactPersonRecord {
  readonly admitted: readonly string[];
}

/** Why a contact is not written. */
export type ContactRefusal = Refusal<
  | "no-such-contact"
  | "no-such-organisation"
  | "changed-in-register"
  | "address-taken"
  | "email-shape"
  | "telephone-shape"
>;

/**
 * Writes a contact down, new or changed, with their audit. An address belongs to one contact: that of
 * another is refused, with whose it is. Held tickets of their addresses are looked at again at this
 * moment (FI-2, FI-6): those that lack nothing any more are admitted, and those that lack only a code
 * are sent it.
 */
export function writeContactPerson(
  plazo: Plazo,
  desk: string,
  { wish, ...writing }: Writing & { readonly wish: ContactWish },
): Promise<WrittenPerson | ContactRefusal> {
  return inDesk(plazo.db, desk, async (tx) => {
    await lockRegister(tx);
    return putContact({ plazo, tx, desk }, wish, writing);
  });
}

/** The same inside a transaction under way that has locked the register. */
export async function putContact(
  inside: Inside,
  wish: ContactWish,
  writing: Writing,
): Promise<WrittenPerson | ContactRefusal> {
  const { plazo, tx } = inside;
  const { by, id = plazo.effects.random.id(), seen } = writing;
  const before = writing.id === undefined ? undefined : await readContactPerson(tx, id);
  if (writing.id !== undefined && before === undefined) return refuse("no-such-contact");
  if (seen !== undefined && before !== undefined && before.version !== seen)
    return refuse("changed-in-register");
  const kept = keptContact(wish, id);
  if ("refused" in kept) return kept;
  const wrong = await unfounded(tx, kept);
  if (wrong !== null) return wrong;
  const told = before === undefined ? null : plainContact(before);
  if (told === null || !isDeepStrictEqual(told, kept)) {
    const at = await tx.now();
    await writeContacts(tx, at, [kept]);
    const action = before === undefined ? "contact.add" : "contact.change";
    const acted = { id: plazo.effects.random.id(), action, subject: "contact", subjectId: id };
    await appendAudit(tx, by, { at, acts: [{ ...acted, before: told, after: kept }] });
  }
  const written = await readContactPerson(tx, id);
  if (written === undefined) throw new Error(`contact ${id} was written a moment ago`);
  const admitted = written.active ? await hearAgain(inside, written.addresses) : [];
  return { ...written, admitted };
}

/** A contact as the register keeps them, or why they are refused: an address or a telephone that is none. */
export function keptContact(
  wish: ContactWish,
  id: string,
): ContactPerson | Refusal<"email-shape" | "telephone-shape"> {
  const addresses = new Set<string>();
  for (const written of wish.addresses) {
    const address = readEmail(written.trim());
    if (address === null)
      return refuse("email-shape", { field: "addresses", facts: { address: written } });
    addresses.add(addressKey(address));
  }
  const telephones = new Set<string>();
  for (const written of wish.telephones) {
    const telephone = readTelephone(written);
    if (telephone === null)
      return refuse("telephone-shape", { field: "telephones", facts: { telephone: written } });
    telephones.add(telephone);
  }
  const { organisation, name, role, trained, seesOrganisation, language, active } = wish;
  const person = { id, organisation, name, role, trained, seesOrganisation, language, active };
  return { ...person, addresses: [...addresses], telephones: [...telephones] };
}

/** A contact without what the register adds to them: what is compared, and kept in the audit. */
export function plainContact(record: ContactPersonRecord): ContactPerson {
  const {
    version: _version,
    created: _created,
    updated: _updated,
    organisationName: _name,
    ...plain
  } = record;
  return plain;
}

async function unfounded(
  tx: Transaction,
  { id, organisation, addresses }: ContactPerson,
): Promise<Refusal<"address-taken" | "no-such-organisation"> | null> {
  if (organisation !== null && (await readOrganisation(tx, organisation)) === undefined)
    return refuse("no-such-organisation", { field: "organisation" });
  const taken = (await ownersOfAddresses(tx, addresses)).find((one) => one.id !== id);
  if (taken === undefined) return null;
  const other = await readContactPerson(tx, taken.id);
  const facts = { address: taken.address, name: other?.name ?? "", contact: taken.id };
  return refuse("address-taken", { field: "addresses", facts });
}

/**
 * Registers a contact by their address, or changes whose it is and in which role; what else is known
 * of them stays. The organisation is the one of that name, or a new one.
 */
export function setContact(
  plazo: Plazo,
  desk: string,
  { by = byItself, ...contact }: Omit<Contact, "id"> & { readonly by?: By },
): Promise<WrittenContact> {
  const address = addressKey(contact.address);
  return inDesk(plazo.db, desk, async (tx): Promise<WrittenContact> => {
    await lockRegister(tx);
    const inside = { plazo, tx, desk };
    const known = await contactPersonAt(tx, address);
    const organisation = await organisationNamed(inside, contact.organisation, by);
    const { name, role, trained } = contact;
    const wish = { ...(known ?? unknownPerson), organisation, name, role, trained, active: true };
    const addresses = [...new Set([...(known?.addresses ?? []), address])];
    const written = await putContact(inside, { ...wish, addresses }, writingOf(known, by));
    if (isRefusal(written)) throw new Error(`the contact at ${address}: ${written.refused}`);
    const { id, admitted } = written;
    const shown = { id, address, name, organisation: written.organisationName, role, trained };
    return { ...shown, admitted };
  });
}

const unknownPerson: Pick<ContactWish, "seesOrganisation" | "language" | "telephones"> = {
  seesOrganisation: false,
  language: "es",
  telephones: [],
};

function writingOf(known: ContactPersonRecord | undefined, by: By): Writing {
  return known === undefined ? { by } : { by, id: known.id };
}

/** The id of the one organisation of a name; it is written down where there is none. */
export async function organisationNamed(
  inside: Inside,
  name: string | null,
  by: By,
): Promise<string | null> {
  if (name === null || name.trim() === "") return null;
  const [known] = await organisationsNamed(inside.tx, name);
  if (known !== undefined) return known.id;
  const unknown = { rfc: null, taxRegime: null, postalCode: null, taxAddress: null, plan: null };
  const wish = { ...unknown, name, paidUntil: null, notes: null, portals: [] };
  const written = await putOrganisation(inside, wish, { by });
  if (isRefusal(written)) throw new Error(`the organisation ${name}: ${written.refused}`);
  return written.id;
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
