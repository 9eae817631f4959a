import type { OpenTicket } from "../core/intake/duplicates.ts";
import { deskOf } from "./append.ts";
import { folded } from "./folded.ts";
import { query, statement } from "./query.ts";
import type { Transaction } from "./transaction.ts";

/** Newer tickets than these of one address are not looked at: who has more open is asked about the newest. */
const MOST = 20;

const openOf = statement(
  "ticket.open-of",
  `select folio, subject, fold -> 'fields' as fields from ticket
    where desk_id = $1 and address_folded = $2 and closed_at is null order by number desc limit $3`,
);

/** The newest open tickets of an address (case and accents aside), newest first. */
export function openCasesOf(tx: Transaction, address: string): Promise<OpenTicket[]> {
  return query<OpenTicket>(tx, openOf, [deskOf(tx), folded(address), MOST]);
}

const withInvoice = statement(
  "ticket.open-with-invoice",
  `select t.folio from ticket t
    where t.desk_id = $1 and t.address_folded = $2 and t.closed_at is null
      and exists (select from invoice i where i.desk_id = t.desk_id and i.uuid = any($3::uuid[]) and i.ticket = t.number)
    order by t.number desc limit $4`,
);

/** Folios of the open tickets of an address that have an invoice of one of these UUIDs, newest first. */
export async function openWithInvoice(
  tx: Transaction,
  address: string,
  uuids: readonly string[],
): Promise<string[]> {
  const rows = await query<{ folio: string }>(tx, withInvoice, [
    deskOf(tx),
    folded(address),
    uuids,
    MOST,
  ]);
  return rows.map(({ folio }) => folio);
}

const held = statement(
  "ticket.held-of",
  `select folio from ticket where desk_id = $1 and address_folded = $2 and closed_at is null and held is not null
    order by number limit 200`,
);

/** Folios of the open tickets of an address that are held, in the order of their numbers. */
export async function heldOf(tx: Transaction, address: string): Promise<string[]> {
  const rows = await query<{ folio: string }>(tx, held, [deskOf(tx), folded(address)]);
  return rows.map(({ folio }) => folio);
}

const heldKeys = statement(
  "ticket.held-keys",
  `select distinct portal, address_folded as address from ticket where desk_id = $1 and held is not null and closed_at is null`,
);

/** For whom tickets are held now: portals as the register knows them, and addresses. */
export async function heldNow(tx: Transaction): Promise<{
  readonly portals: ReadonlySet<string>;
  /** Whether something of this address is held. */
  readonly has: (address: string) => boolean;
}> {
  const rows = await query<{ portal: string | null; address: string | null }>(tx, heldKeys, [
    deskOf(tx),
  ]);
  const addresses = new Set(rows.flatMap(({ address }) => address ?? []));
  return {
    portals: new Set(rows.flatMap(({ portal }) => portal ?? [])),
    has: (address) => addresses.has(folded(address)),
  };
}
