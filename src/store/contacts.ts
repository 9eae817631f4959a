import type { ContactPerson } from "../core/register/client.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { folded } from "./folded.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { firstPlace } from "./organisations.ts";
import type { NamePlace } from "./organisations.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A contact as they are kept; `version` counts their writings. */
export interface ContactPersonRecord extends ContactPerson {
  readonly organisationName: string | null;
  readonly version: number;
  readonly created: Instant;
  readonly updated: Instant;
}

const BATCH = 1_000;

const upsert = statement(
  "contact-person.write",
  `insert into contact_person (desk_id, id, organisation, name, name_folded, role, trained, sees_organisation, language, active, created, updated)
   select $1, c.id, c.organisation, c.name, c.folded, c.role, c.trained, c."seesOrganisation", c.language, c.active, $2, $2
     from jsonb_to_recordset($3::jsonb) as c(id uuid, organisation uuid, name text, folded text, role text, trained boolean, "seesOrganisation" boolean, language text, active boolean)
   on conflict (desk_id, id) do update set organisation = excluded.organisation, name = excluded.name, name_folded = excluded.name_folded,
     role = excluded.role, trained = excluded.trained, sees_organisation = excluded.sees_organisation, language = excluded.language,
     active = excluded.active, version = contact_person.version + 1, updated = excluded.updated`,
);
const dropAddresses = statement(
  "contact-person.drop-addresses",
  `delete from contact a using jsonb_to_recordset($2::jsonb) as c(id uuid, addresses jsonb)
    where a.desk_id = $1 and a.id = c.id and not c.addresses ? a.address`,
);
const putAddresses = statement(
  "contact-person.put-addresses",
  `insert into contact (desk_id, address, folded, id, name, organisation, role, trained, active, place)
   select $1, a.address, c."foldedAddresses" ->> (a.place - 1)::integer, c.id, c.name, o.name, c.role, c.trained, c.active, a.place - 1
     from jsonb_to_recordset($2::jsonb) as c(id uuid, organisation uuid, name text, role text, trained boolean, active boolean, addresses jsonb, "foldedAddresses" jsonb)
     left join organisation o on o.desk_id = $1 and o.id = c.organisation,
          jsonb_array_elements_text(c.addresses) with ordinality as a(address, place)
   on conflict (desk_id, address) do update set id = excluded.id, name = excluded.name, organisation = excluded.organisation,
     role = excluded.role, trained = excluded.trained, active = excluded.active, place = excluded.place`,
);
const dropTelephones = statement(
  "contact-person.drop-telephones",
  `delete from contact_telephone t using jsonb_to_recordset($2::jsonb) as c(id uuid) where t.desk_id = $1 and t.person = c.id`,
);
const putTelephones = statement(
  "contact-person.put-telephones",
  `insert into contact_telephone (desk_id, person, place, telephone, ending)
   select $1, c.id, t.place - 1, t.telephone, right(t.telephone, 10)
     from jsonb_to_recordset($2::jsonb) as c(id uuid, telephones jsonb),
          jsonb_array_elements_text(c.telephones) with ordinality as t(telephone, place)
   on conflict (desk_id, person, telephone) do nothing`,
);

/**
 * Writes contacts, new and changed, with their addresses and telephones, and the rows that filing
 * reads by address. An address of another contact becomes this one's: whoever calls has refused
 * that, or means it.
 */
export async function writeContacts(
  tx: Transaction,
  at: Instant,
  written: readonly ContactPerson[],
): Promise<void> {
  const desk = deskOf(tx);
  for (let from = 0; from < written.length; from += BATCH) {
    const rows = written.slice(from, from + BATCH).map((one) => ({
      ...one,
      folded: folded(one.name),
      foldedAddresses: one.addresses.map(folded),
    }));
    const batch = JSON.stringify(rows);
    await execute(tx, upsert, [desk, instantParameter(at), batch]);
    await execute(tx, dropAddresses, [desk, batch]);
    await execute(tx, putAddresses, [desk, batch]);
    await execute(tx, dropTelephones, [desk, batch]);
    await execute(tx, putTelephones, [desk, batch]);
  }
}

const columns = `c.id, c.organisation, c.name, c.role, c.trained, c.sees_organisation as "seesOrganisation", c.language, c.active,
  c.version, c.created, c.updated,
  (select o.name from organisation o where o.desk_id = c.desk_id and o.id = c.organisation) as "organisationName",
  array(select a.address from contact a where a.desk_id = c.desk_id and a.id = c.id order by a.place, a.address) as addresses,
  array(select t.telephone from contact_telephone t where t.desk_id = c.desk_id and t.person = c.id order by t.place) as telephones`;
const byId = statement(
  "contact-person.read",
  `select ${columns} from contact_person c where c.desk_id = $1 and c.id = $2`,
);
const byAddress = statement(
  "contact-person.by-address",
  `select ${columns} from contact w join contact_person c on c.desk_id = w.desk_id and c.id = w.id
    where w.desk_id = $1 and w.address = $2`,
);
const byEnding = statement(
  "contact-person.by-telephone",
  `select ${columns} from contact_telephone w join contact_person c on c.desk_id = w.desk_id and c.id = w.person
    where w.desk_id = $1 and w.ending = $2 order by c.active desc, c.name_folded, c.id limit $3`,
);
const beginning = statement(
  "contact-person.by-address-beginning",
  `select ${columns} from contact w join contact_person c on c.desk_id = w.desk_id and c.id = w.id
    where w.desk_id = $1 and w.address >= $2 and w.address < $3 order by w.address limit $4`,
);
const list = statement(
  "contact-person.list",
  `select ${columns}, c.name_folded as folded from contact_person c
    where c.desk_id = $1 and (c.name_folded, c.id) > ($2, $3) and ($4 = '' or strpos(c.name_folded, $4) > 0)
    order by c.name_folded, c.id limit $5`,
);
const ofOrganisation = statement(
  "contact-person.of-organisation",
  `select ${columns}, c.name_folded as folded from contact_person c
    where c.desk_id = $1 and c.organisation = $2 and (c.name_folded, c.id) > ($3, $4)
    order by c.name_folded, c.id limit $5`,
);

/** A contact by their id. */
export function readContactPerson(
  tx: Transaction,
  id: string,
): Promise<ContactPersonRecord | undefined> {
  return queryOne(tx, byId, [deskOf(tx), id]);
}

/** Whose a registered address (`addressKey`) is, also where the contact is active no more. */
export function contactPersonAt(
  tx: Transaction,
  address: string,
): Promise<ContactPersonRecord | undefined> {
  return queryOne(tx, byAddress, [deskOf(tx), address]);
}

/** Contacts with a telephone, by its last ten digits; those who are active first. */
export function contactsByTelephone(
  tx: Transaction,
  ending: string,
  limit: number,
): Promise<ContactPersonRecord[]> {
  return query(tx, byEnding, [deskOf(tx), ending, limit]);
}

/** Contacts of whose addresses one begins so, by address. */
export function contactsByAddress(
  tx: Transaction,
  prefix: { readonly from: string; readonly before: string },
  limit: number,
): Promise<ContactPersonRecord[]> {
  return query(tx, beginning, [deskOf(tx), prefix.from, prefix.before, limit]);
}

/** A contact in a list, with what the next page starts after. */
export type ListedContact = ContactPersonRecord & { readonly folded: string };

/** Contacts after a place, by name; with `within`, those whose name holds it; with `organisation`, its own. */
export function contactPersonsAfter(
  tx: Transaction,
  page: {
    readonly organisation: string | null;
    readonly after: NamePlace | null;
    readonly within: string;
    readonly limit: number;
  },
): Promise<ListedContact[]> {
  const { name, id } = page.after ?? firstPlace;
  return page.organisation === null
    ? query(tx, list, [deskOf(tx), name, id, folded(page.within), page.limit])
    : query(tx, ofOrganisation, [deskOf(tx), page.organisation, name, id, page.limit]);
}

const owners = statement(
  "contact-person.owners-of-addresses",
  `select address, id from contact where desk_id = $1 and address = any($2::text[])`,
);

/** Whose each of these addresses is, where it is somebody's. */
export function ownersOfAddresses(
  tx: Transaction,
  addresses: readonly string[],
): Promise<{ readonly address: string; readonly id: string }[]> {
  return query(tx, owners, [deskOf(tx), addresses]);
}

const inOrder = statement(
  "contact-person.by-id",
  `select ${columns} from contact_person c where c.desk_id = $1 and c.id > $2 order by c.id limit $3`,
);

/** Contacts after an id (null: from the first), in the order of their ids. */
export function contactsById(
  tx: Transaction,
  after: string | null,
  limit: number,
): Promise<ContactPersonRecord[]> {
  return query(tx, inOrder, [deskOf(tx), after ?? firstPlace.id, limit]);
}
