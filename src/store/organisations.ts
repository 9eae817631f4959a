import type { Organisation } from "../core/register/client.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { afterPrefix, folded } from "./folded.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** An organisation as it is kept; `version` counts its writings. */
export interface OrganisationRecord extends Organisation {
  readonly version: number;
  readonly created: Instant;
  readonly updated: Instant;
}

const lock = statement(
  "register.lock",
  `select pg_advisory_xact_lock(hashtextextended('register ' || $1, 0))`,
);

/** One writer of a desk's register at a time, until the transaction ends: whoever compares before writing compares with what stays. */
export async function lockRegister(tx: Transaction): Promise<void> {
  await query(tx, lock, [deskOf(tx)]);
}

/** Rows that one statement takes. */
const BATCH = 1_000;

const shape = `as o(id uuid, name text, folded text, rfc text, "taxRegime" text, "postalCode" text, "taxAddress" text, plan text, "paidUntil" timestamptz, notes text)`;
const upsert = statement(
  "organisation.write",
  `insert into organisation (desk_id, id, name, name_folded, rfc, tax_regime, postal_code, tax_address, plan, paid_until, notes, created, updated)
   select $1, o.id, o.name, o.folded, o.rfc, o."taxRegime", o."postalCode", o."taxAddress", o.plan, o."paidUntil", o.notes, $2, $2
     from jsonb_to_recordset($3::jsonb) ${shape}
   on conflict (desk_id, id) do update set name = excluded.name, name_folded = excluded.name_folded, rfc = excluded.rfc,
     tax_regime = excluded.tax_regime, postal_code = excluded.postal_code, tax_address = excluded.tax_address,
     plan = excluded.plan, paid_until = excluded.paid_until, notes = excluded.notes,
     version = organisation.version + 1, updated = excluded.updated`,
);
const dropPortals = statement(
  "organisation.drop-portals",
  `delete from portal_owner p using jsonb_to_recordset($2::jsonb) as o(id uuid, portals jsonb)
    where p.desk_id = $1 and p.organisation_id = o.id and not o.portals ? p.portal`,
);
const putPortals = statement(
  "organisation.put-portals",
  `insert into portal_owner (desk_id, portal, organisation, rfc, plan, paid_until, organisation_id)
   select $1, portal, o.name, o.rfc, o.plan, o."paidUntil", o.id
     from jsonb_to_recordset($2::jsonb) as o(id uuid, name text, rfc text, plan text, "paidUntil" timestamptz, portals jsonb),
          jsonb_array_elements_text(o.portals) as portal
   on conflict (desk_id, portal) do update set organisation = excluded.organisation, rfc = excluded.rfc,
     plan = excluded.plan, paid_until = excluded.paid_until, organisation_id = excluded.organisation_id`,
);
const rename = statement(
  "organisation.rename-in-contacts",
  `update contact c set organisation = o.name
     from contact_person p, jsonb_to_recordset($2::jsonb) as o(id uuid, name text)
    where c.desk_id = $1 and p.desk_id = $1 and p.organisation = o.id and c.id = p.id and c.organisation is distinct from o.name`,
);

/**
 * Writes organisations, new and changed, with their portals; what filing reads of them is written
 * along: the portals' support and the name in their contacts' addresses. A portal of another
 * organisation becomes this one's: whoever calls has refused that, or means it.
 */
export async function writeOrganisations(
  tx: Transaction,
  at: Instant,
  written: readonly Organisation[],
): Promise<void> {
  const desk = deskOf(tx);
  for (let from = 0; from < written.length; from += BATCH) {
    const rows = written.slice(from, from + BATCH).map((one) => ({
      ...one,
      folded: folded(one.name),
      paidUntil: one.paidUntil === null ? null : instantParameter(one.paidUntil),
    }));
    const batch = JSON.stringify(rows);
    await execute(tx, upsert, [desk, instantParameter(at), batch]);
    await execute(tx, dropPortals, [desk, batch]);
    await execute(tx, putPortals, [desk, batch]);
    await execute(tx, rename, [desk, batch]);
  }
}

const columns = `o.id, o.name, o.rfc, o.tax_regime as "taxRegime", o.postal_code as "postalCode", o.tax_address as "taxAddress",
  o.plan, o.paid_until as "paidUntil", o.notes, o.version, o.created, o.updated,
  array(select p.portal from portal_owner p where p.desk_id = o.desk_id and p.organisation_id = o.id order by p.portal) as portals`;
const byId = statement(
  "organisation.read",
  `select ${columns} from organisation o where o.desk_id = $1 and o.id = $2`,
);
const byIds = statement(
  "organisation.read-several",
  `select ${columns} from organisation o where o.desk_id = $1 and o.id = any($2::uuid[]) order by o.name_folded, o.id`,
);
const byRfc = statement(
  "organisation.by-rfc",
  `select ${columns} from organisation o where o.desk_id = $1 and o.rfc = $2 order by o.id limit 20`,
);
const byName = statement(
  "organisation.by-name",
  `select ${columns} from organisation o where o.desk_id = $1 and o.name_folded = $2 order by o.id limit 20`,
);
const byPortal = statement(
  "organisation.by-portal",
  `select ${columns} from portal_owner w join organisation o on o.desk_id = w.desk_id and o.id = w.organisation_id
    where w.desk_id = $1 and w.portal = $2`,
);

/** An organisation by its id. */
export function readOrganisation(
  tx: Transaction,
  id: string,
): Promise<OrganisationRecord | undefined> {
  return queryOne(tx, byId, [deskOf(tx), id]);
}

/** Organisations by their ids, by name. */
export function readOrganisations(
  tx: Transaction,
  ids: readonly string[],
): Promise<OrganisationRecord[]> {
  return query(tx, byIds, [deskOf(tx), ids]);
}

/** Organisations with an RFC: a company's branches share it. At most 20. */
export function organisationsOfRfc(tx: Transaction, rfc: string): Promise<OrganisationRecord[]> {
  return query(tx, byRfc, [deskOf(tx), rfc]);
}

const shared = statement(
  "organisation.shared-rfcs",
  `select rfc from organisation where desk_id = $1 and rfc = any($2::text[]) group by rfc having count(*) > 1`,
);

/** Those of these RFCs that several organisations have. */
export async function sharedRfcs(
  tx: Transaction,
  rfcs: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await query<{ rfc: string }>(tx, shared, [deskOf(tx), rfcs]);
  return new Set(rows.map(({ rfc }) => rfc));
}

/** Organisations with a name, case and accents aside. At most 20. */
export function organisationsNamed(tx: Transaction, name: string): Promise<OrganisationRecord[]> {
  return query(tx, byName, [deskOf(tx), folded(name)]);
}

/** Who owns a portal. */
export function organisationOfPortal(
  tx: Transaction,
  portal: string,
): Promise<OrganisationRecord | undefined> {
  return queryOne(tx, byPortal, [deskOf(tx), portal]);
}

/** A place in the list of organisations, which goes by name. */
export interface NamePlace {
  readonly name: string;
  readonly id: string;
}

const list = statement(
  "organisation.list",
  `select ${columns}, o.name_folded as folded from organisation o
    where o.desk_id = $1 and (o.name_folded, o.id) > ($2, $3)
      and ($4 = '' or strpos(o.name_folded, $4) > 0)
    order by o.name_folded, o.id limit $5`,
);
const listByRfc = statement(
  "organisation.list-by-rfc",
  `select ${columns}, o.name_folded as folded from organisation o
    where o.desk_id = $1 and o.rfc >= $2 and o.rfc < $3 order by o.rfc, o.id limit $4`,
);

/** Where a list begins. */
export const firstPlace: NamePlace = { name: "", id: "00000000-0000-0000-0000-000000000000" };

/** Organisations after a place, by name; with `within`, those whose name holds it, case and accents aside. */
export function organisationsAfter(
  tx: Transaction,
  page: { readonly after: NamePlace | null; readonly within: string; readonly limit: number },
): Promise<(OrganisationRecord & { readonly folded: string })[]> {
  const { name, id } = page.after ?? firstPlace;
  return query(tx, list, [deskOf(tx), name, id, folded(page.within), page.limit]);
}

/** Organisations whose RFC begins so, by RFC. */
export function organisationsByRfc(
  tx: Transaction,
  beginning: string,
  limit: number,
): Promise<(OrganisationRecord & { readonly folded: string })[]> {
  return query(tx, listByRfc, [deskOf(tx), beginning, afterPrefix(beginning), limit]);
}

const owners = statement(
  "organisation.owners-of-portals",
  `select portal, organisation_id as organisation from portal_owner where desk_id = $1 and portal = any($2::text[])`,
);

/** Which organisation each of these portals belongs to, where it belongs to one. */
export function ownersOfPortals(
  tx: Transaction,
  portals: readonly string[],
): Promise<{ readonly portal: string; readonly organisation: string | null }[]> {
  return query(tx, owners, [deskOf(tx), portals]);
}

const inOrder = statement(
  "organisation.by-id",
  `select ${columns} from organisation o where o.desk_id = $1 and o.id > $2 order by o.id limit $3`,
);

/** Organisations after an id (null: from the first), in the order of their ids. */
export function organisationsById(
  tx: Transaction,
  after: string | null,
  limit: number,
): Promise<OrganisationRecord[]> {
  return query(tx, inOrder, [deskOf(tx), after ?? firstPlace.id, limit]);
}
