import { bareLine } from "../../text/bare.ts";
import type { ContactPerson, Organisation } from "../client.ts";
import { namesakesOf } from "./namesakes.ts";
import type { Namesakes } from "./namesakes.ts";
import { mostOf } from "./read-row.ts";
import type { Column } from "./columns.ts";
import type { ContactSaid, Finding, OrganisationSaid, ReadRow } from "./read-row.ts";

/** What the register holds that a file may speak of. */
export interface Held {
  readonly organisations: readonly Organisation[];
  readonly contacts: readonly ContactPerson[];
}

/** One thing that is written, and what of it is other than before. */
export interface Change<Kept> {
  readonly line: number;
  readonly before: Kept | null;
  readonly after: Kept;
  readonly fields: readonly string[];
}

/** What a file would do to the register. */
export interface ImportPlan {
  readonly organisations: readonly Change<Organisation>[];
  readonly contacts: readonly Change<ContactPerson>[];
  readonly unchanged: { readonly organisations: number; readonly contacts: number };
  readonly findings: readonly Finding[];
}

/** A kept thing under way: as it was, as it will be, and the line that spoke of each field first. */
interface Draft<Kept> {
  readonly line: number;
  readonly before: Kept | null;
  after: Kept;
  readonly saidAt: Map<string, number>;
}

/** Drafts in the order of the file, with the ways by which they are found again. */
interface Work {
  readonly newId: () => string;
  readonly organisations: Map<string, Draft<Organisation>>;
  readonly contacts: Map<string, Draft<ContactPerson>>;
  readonly byName: Namesakes;
  readonly byPortal: Map<string, string>;
  readonly byAddress: Map<string, string>;
  readonly byPerson: Map<string, string>;
  readonly heldContacts: ReadonlyMap<string, ContactPerson>;
  readonly findings: Finding[];
}

const personKey = (organisation: string | null, name: string): string =>
  `${organisation ?? ""} ${bareLine(name)}`;

/**
 * What a file's rows would add to the register and change of it. An organisation is the one of the
 * same name with no other RFC, and of several the one that owns a portal of the row; a contact is whoever has one of the addresses, or without any the one
 * of that name in that organisation. Several rows may speak of one organisation, each with another
 * contact: where two say different things of it, the later is an error. Addresses, telephones and
 * portals are added to those that are known, and nothing is taken away, so that a file that was taken
 * changes nothing when it comes again.
 */
export function planImport(rows: readonly ReadRow[], held: Held, newId: () => string): ImportPlan {
  const planning = beginImport(held, newId);
  for (const row of rows) planning.take(row);
  return planning.end();
}

/** A plan under way, for whoever must see to other things between two rows. */
export interface Planning {
  take(row: ReadRow): void;
  end(): ImportPlan;
}

/** Begins a plan as `planImport` makes it; each row takes as long as any other, whatever came before. */
export function beginImport(held: Held, newId: () => string): Planning {
  const work = workOn(held, newId);
  return {
    take(row) {
      for (const finding of row.findings) work.findings.push(finding);
      const organisation =
        row.organisation === null ? null : takeOrganisation(work, row.organisation, row.line);
      if (row.contact !== null) takeContact(work, row.contact, { line: row.line, organisation });
    },
    end() {
      const organisations = changed(work.organisations);
      const contacts = changed(work.contacts);
      const unchanged = {
        organisations: work.organisations.size - organisations.length,
        contacts: work.contacts.size - contacts.length,
      };
      return { organisations, contacts, unchanged, findings: work.findings };
    },
  };
}

function workOn({ organisations, contacts }: Held, newId: () => string): Work {
  const portals = organisations.flatMap(({ id, portals: own }) =>
    own.map((portal) => [portal, id] as const),
  );
  const addresses = contacts.flatMap(({ id, addresses: own }) =>
    own.map((address) => [address, id] as const),
  );
  return {
    newId,
    organisations: new Map(),
    contacts: new Map(),
    byName: namesakesOf(organisations, bareLine),
    byPortal: new Map(portals),
    byAddress: new Map(addresses),
    byPerson: new Map(
      contacts.map(({ id, organisation, name }) => [personKey(organisation, name), id]),
    ),
    heldContacts: new Map(contacts.map((one) => [one.id, one])),
    findings: [],
  };
}

function takeOrganisation(work: Work, said: OrganisationSaid, line: number): string {
  const key = bareLine(said.name);
  const owners = (said.portals ?? []).flatMap((portal) => work.byPortal.get(portal) ?? []);
  const found = work.byName.find(key, { rfc: said.rfc ?? null, owners });
  const before = found === undefined ? null : found;
  const blank: Organisation = {
    ...{ id: found?.id ?? work.newId(), name: said.name, rfc: null, taxRegime: null },
    ...{
      postalCode: null,
      taxAddress: null,
      plan: null,
      paidUntil: null,
      notes: null,
      portals: [],
    },
  };
  const known = work.organisations.get(blank.id);
  const draft = known ?? { line, before, after: before ?? blank, saidAt: new Map() };
  const { portals = [], name: _name, ...values } = said;
  const after = withSaid(work, draft, { line, values });
  const own = portals.filter((portal) => takesPortal(work, portal, { line, id: blank.id }));
  const all = joined(work, after.portals, { column: "portals", line, more: own });
  draft.after = { ...after, portals: all.toSorted() };
  work.organisations.set(blank.id, draft);
  // From here on the rows that follow find it as it will be.
  work.byName.put(key, draft.after);
  return blank.id;
}

function takesPortal(
  work: Work,
  portal: string,
  { line, id }: { readonly line: number; readonly id: string },
): boolean {
  const owner = work.byPortal.get(portal);
  if (owner !== undefined && owner !== id) {
    const code = work.organisations.has(owner) ? "portal-of-line" : "portal-of-another";
    const other = work.organisations.get(owner)?.line ?? 0;
    work.findings.push({
      ...{ line, column: "portals", code, blocks: true },
      facts: { portal, line: other },
    });
    return false;
  }
  work.byPortal.set(portal, id);
  return true;
}

function takeContact(
  work: Work,
  said: ContactSaid,
  { line, organisation }: { readonly line: number; readonly organisation: string | null },
): void {
  const { addresses = [], telephones = [], name, ...values } = said;
  const owners = new Set(addresses.flatMap((address) => work.byAddress.get(address) ?? []));
  if (owners.size > 1) {
    const code = "address-of-another";
    const facts = { address: addresses.join(", ") };
    work.findings.push({ line, column: "addresses", code, blocks: true, facts });
    return;
  }
  const [owner] = owners;
  // Without an address the name in the organisation is all that there is to know them by.
  const namesake =
    addresses.length === 0 ? work.byPerson.get(personKey(organisation, name)) : undefined;
  const id = owner ?? namesake ?? work.newId();
  const before = work.heldContacts.get(id) ?? null;
  const blank: ContactPerson = {
    ...{ id, organisation, name, role: null, trained: null, seesOrganisation: false },
    ...{ language: "es", active: true, addresses: [], telephones: [] },
  };
  const draft = work.contacts.get(id) ?? {
    ...{ line, before, after: before ?? blank, saidAt: new Map<string, number>() },
  };
  const belongs = organisation === null ? {} : { organisation };
  const after = withSaid(work, draft, { line, values: { name, ...belongs, ...values } });
  draft.after = {
    ...after,
    addresses: joined(work, after.addresses, { column: "addresses", line, more: addresses }),
    telephones: joined(work, after.telephones, { column: "telephones", line, more: telephones }),
  };
  work.contacts.set(id, draft);
  for (const address of addresses) work.byAddress.set(address, id);
  work.byPerson.set(personKey(draft.after.organisation, name), id);
}

/** What is known with what a row adds to it; more than the register keeps of one is an error, and is not added. */
function joined(
  work: Work,
  known: readonly string[],
  { column, line, more }: { column: Column; line: number; more: readonly string[] },
): readonly string[] {
  const all = [...new Set([...known, ...more])];
  const limit = mostOf(column);
  if (all.length <= limit || all.length === known.length) return all;
  work.findings.push({ line, column, code: "too-many", blocks: true, facts: { limit } });
  return known;
}

/** What the draft becomes by these values; a value that an earlier line of the file said otherwise is an error. */
function withSaid<Kept extends object>(
  work: Work,
  draft: Draft<Kept>,
  { line, values }: { readonly line: number; readonly values: object },
): Kept {
  const after = { ...draft.after } as unknown as Record<string, unknown>;
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const earlier = draft.saidAt.get(field);
    if (earlier !== undefined && after[field] !== value) {
      const column = columnOf[field] ?? null;
      const facts = { line: earlier };
      work.findings.push({ line, column, code: "differs-from-line", blocks: true, facts });
    }
    if (earlier === undefined) {
      draft.saidAt.set(field, line);
      after[field] = value;
    }
  }
  return after as unknown as Kept;
}

/** The columns that say a field, where they have another name. */
const columnOf: Readonly<Record<string, Finding["column"]>> = {
  rfc: "rfc",
  taxRegime: "taxRegime",
  postalCode: "postalCode",
  taxAddress: "taxAddress",
  plan: "plan",
  paidUntil: "paidUntil",
  notes: "notes",
  name: "contact",
  organisation: "organisation",
  role: "role",
  trained: "trained",
  seesOrganisation: "seesOrganisation",
  language: "language",
  active: "active",
};

function changed<Kept extends object>(
  drafts: ReadonlyMap<string, Draft<Kept>>,
): readonly Change<Kept>[] {
  return [...drafts.values()].flatMap(({ line, before, after }) => {
    const fields = Object.entries(after)
      .filter(([field, value]) => before === null || isOther(before, field, value))
      .map(([field]) => field)
      .filter((field) => field !== "id");
    return before !== null && fields.length === 0 ? [] : [{ line, before, after, fields }];
  });
}

function isOther(before: object, field: string, value: unknown): boolean {
  const was: unknown = (before as Record<string, unknown>)[field];
  if (!Array.isArray(was) || !Array.isArray(value)) return was !== value;
  return was.length !== value.length || was.some((one, i) => one !== value[i]);
}
