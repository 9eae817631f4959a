import { contactsById } from "../../../store/contacts.ts";
import type { ContactPersonRecord } from "../../../store/contacts.ts";
import { organisationsById } from "../../../store/organisations.ts";
import type { OrganisationRecord } from "../../../store/organisations.ts";
import type { Transaction } from "../../../store/transaction.ts";

/** Rows that are read at a time. */
const BATCH = 2_000;

/** Every organisation of the desk. */
export function allOrganisations(tx: Transaction): Promise<OrganisationRecord[]> {
  return whole((after) => organisationsById(tx, after, BATCH));
}

/** Every contact of the desk. */
export function allContacts(tx: Transaction): Promise<ContactPersonRecord[]> {
  return whole((after) => contactsById(tx, after, BATCH));
}

async function whole<Row extends { readonly id: string }>(
  page: (after: string | null) => Promise<Row[]>,
): Promise<Row[]> {
  const all: Row[] = [];
  let last: Row[];
  do {
    last = await page(all.at(-1)?.id ?? null);
    all.push(...last);
  } while (last.length === BATCH);
  return all;
}
