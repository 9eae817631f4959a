import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { readSought } from "../../core/register/sought.ts";
import { ticketsOfContact, ticketsOfOrganisation } from "../../store/client-tickets.ts";
import type { ClientPage, ClientTicket } from "../../store/client-tickets.ts";
import {
  contactPersonsAfter,
  contactsByAddress,
  contactsByTelephone,
  readContactPerson,
} from "../../store/contacts.ts";
import type { ContactPersonRecord } from "../../store/contacts.ts";
import { afterPrefix } from "../../store/folded.ts";
import {
  organisationOfPortal,
  organisationsAfter,
  organisationsByRfc,
  readOrganisation,
  readOrganisations,
} from "../../store/organisations.ts";
import type { NamePlace, OrganisationRecord } from "../../store/organisations.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { isSupportValid, withWarnings } from "./organisations.ts";
import type { OrganisationSeen } from "./organisations.ts";
import { keyOfPortal, portalPattern } from "./portal-address.ts";

/** A page of a list by name. */
export interface NamePage {
  readonly q: string;
  readonly after: NamePlace | null;
  readonly limit: number;
}

/** A page, and the place that the next one starts after; null: there is none. */
export interface Paged<Item> {
  readonly found: readonly Item[];
  readonly next: NamePlace | null;
}

/** Organisations by name; those whose RFC begins with what is looked for, by RFC. */
export function listOrganisations(
  plazo: Plazo,
  desk: string,
  { q, after, limit }: NamePage,
): Promise<Paged<OrganisationSeen>> {
  return inDesk(plazo.db, desk, async (tx) => {
    const { rfc } = readSought(q);
    const ofRfc = rfc === null || after !== null ? [] : await organisationsByRfc(tx, rfc, limit);
    if (ofRfc.length > 0) return { found: await seen(tx, ofRfc), next: null };
    const found = await organisationsAfter(tx, { after, within: q, limit });
    return { found: await seen(tx, found), next: placeAfter(found, limit) };
  });
}

/** Contacts by name, of one organisation where it is named; by address or telephone, where that is looked for. */
export function listContactPersons(
  plazo: Plazo,
  desk: string,
  { q, after, limit, organisation }: NamePage & { readonly organisation: string | null },
): Promise<Paged<ContactPersonRecord>> {
  return inDesk(plazo.db, desk, async (tx) => {
    const { address, telephone } = readSought(q);
    if (organisation === null && telephone !== null)
      return { found: await contactsByTelephone(tx, telephone, limit), next: null };
    if (organisation === null && address !== null)
      return { found: await atAddress(tx, address, limit), next: null };
    const found = await contactPersonsAfter(tx, { organisation, after, within: q, limit });
    return { found, next: placeAfter(found, limit) };
  });
}

function atAddress(
  tx: Transaction,
  address: string,
  limit: number,
): Promise<ContactPersonRecord[]> {
  return contactsByAddress(tx, { from: address, before: afterPrefix(address) }, limit);
}

function placeAfter(
  found: readonly { readonly folded: string; readonly id: string }[],
  limit: number,
): NamePlace | null {
  const last = found.at(-1);
  return last === undefined || found.length < limit ? null : { name: last.folded, id: last.id };
}

/** An organisation by its id. Refuses `no-such-organisation`. */
export function readOrganisationSeen(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<OrganisationSeen | Refusal<"no-such-organisation">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await readOrganisation(tx, id);
    const [one] = found === undefined ? [] : await seen(tx, [found]);
    return one ?? refuse("no-such-organisation");
  });
}

/** A contact by their id. Refuses `no-such-contact`. */
export function readContactSeen(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<ContactPersonRecord | Refusal<"no-such-contact">> {
  return inDesk(
    plazo.db,
    desk,
    async (tx) => (await readContactPerson(tx, id)) ?? refuse("no-such-contact"),
  );
}

/** The tickets of an organisation or of a contact, newest first. */
export function listClientTickets(
  plazo: Plazo,
  desk: string,
  {
    of,
    id,
    ...page
  }: ClientPage & { readonly of: "organisation" | "contact"; readonly id: string },
): Promise<ClientTicket[]> {
  return inDesk(plazo.db, desk, (tx) =>
    of === "organisation" ? ticketsOfOrganisation(tx, id, page) : ticketsOfContact(tx, id, page),
  );
}

/** The most that a look-up gives of each: whoever answers a call chooses at a glance. */
const GLANCE = 10;

/**
 * Who may be calling or meant: by RFC, portal, name, address or telephone, at most ten organisations
 * and ten contacts. The organisations of the contacts that were found are among them.
 */
export function lookUp(
  plazo: Plazo,
  desk: string,
  q: string,
): Promise<{
  readonly organisations: readonly OrganisationSeen[];
  readonly contacts: readonly ContactPersonRecord[];
}> {
  return inDesk(plazo.db, desk, async (tx) => {
    const contacts = await contactsSought(tx, q);
    const own = contacts.flatMap(({ organisation }) => organisation ?? []);
    const ids = [...new Set(own)].slice(0, GLANCE);
    const ofContacts = ids.length === 0 ? [] : await readOrganisations(tx, ids);
    const direct = await organisationsSought({ plazo, tx, desk }, q);
    const all = new Map([...direct, ...ofContacts].map((one) => [one.id, one]));
    const organisations = await seen(tx, [...all.values()].slice(0, GLANCE));
    return { organisations, contacts };
  });
}

async function contactsSought(tx: Transaction, q: string): Promise<ContactPersonRecord[]> {
  const { address, telephone, name } = readSought(q);
  if (telephone !== null) return contactsByTelephone(tx, telephone, GLANCE);
  if (address !== null) return atAddress(tx, address, GLANCE);
  if (name === null) return [];
  return contactPersonsAfter(tx, { organisation: null, after: null, within: name, limit: GLANCE });
}

async function organisationsSought(
  inside: { readonly plazo: Plazo; readonly tx: Transaction; readonly desk: string },
  q: string,
): Promise<OrganisationRecord[]> {
  const { tx } = inside;
  const { rfc, name } = readSought(q);
  if (name === null) return [];
  const ofRfc = rfc === null ? [] : await organisationsByRfc(tx, rfc, GLANCE);
  const owner = await organisationOfPortal(tx, keyOfPortal(q, await portalPattern(inside)));
  const named = await organisationsAfter(tx, { after: null, within: name, limit: GLANCE });
  return [...ofRfc, ...(owner === undefined ? [] : [owner]), ...named];
}

async function seen(
  tx: Transaction,
  found: readonly (OrganisationRecord & { readonly folded?: string })[],
): Promise<OrganisationSeen[]> {
  const now = await tx.now();
  const plain = found.map(({ folded: _folded, ...one }) => one);
  const views = await withWarnings(tx, plain);
  return views.map((view) => ({ ...view, supportValid: isSupportValid(view, now) }));
}
