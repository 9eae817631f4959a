import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** Who owns a portal, and until when their support is paid; no instant: without end (HB-1). */
export interface PortalOwnerRecord {
  readonly portal: string;
  readonly organisation: string;
  readonly rfc: string | null;
  readonly plan: string | null;
  readonly paidUntil: Instant | null;
}

/** Whose a registered address is. */
export interface ContactRecord {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly role: string | null;
  /** Trained in the product; null: not known (RD-10). */
  readonly trained: boolean | null;
}

const setOwner = statement(
  "register.set-owner",
  `insert into portal_owner (desk_id, portal, organisation, rfc, plan, paid_until) values ($1, $2, $3, $4, $5, $6)
   on conflict (desk_id, portal) do update set organisation = excluded.organisation, rfc = excluded.rfc,
     plan = excluded.plan, paid_until = excluded.paid_until`,
);

/** Writes down a portal's owner, anew or changed. */
export async function writePortalOwner(tx: Transaction, owner: PortalOwnerRecord): Promise<void> {
  const { portal, organisation, rfc, plan, paidUntil } = owner;
  await execute(tx, setOwner, [
    deskOf(tx),
    portal,
    organisation,
    rfc,
    plan,
    paidUntil === null ? null : instantParameter(paidUntil),
  ]);
}

const ownerColumns = `portal, organisation, rfc, plan, paid_until as "paidUntil"`;
const owner = statement(
  "register.owner",
  `select ${ownerColumns} from portal_owner where desk_id = $1 and portal = $2`,
);
const owners = statement(
  "register.owners",
  `select ${ownerColumns} from portal_owner where desk_id = $1 and portal > $2 order by portal limit $3`,
);

/** The owner of a portal. */
export function readPortalOwner(
  tx: Transaction,
  portal: string,
): Promise<PortalOwnerRecord | undefined> {
  return queryOne(tx, owner, [deskOf(tx), portal]);
}

/** Owners after a portal, in order. */
export function portalOwnersAfter(
  tx: Transaction,
  portal: string,
  limit: number,
): Promise<PortalOwnerRecord[]> {
  return query(tx, owners, [deskOf(tx), portal, limit]);
}

const contactColumns = "id, address, name, organisation, role, trained";
const setContact = statement(
  "register.set-contact",
  `insert into contact (desk_id, address, id, name, organisation, role, trained) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (desk_id, address) do update set name = excluded.name, organisation = excluded.organisation, role = excluded.role,
     trained = excluded.trained
   returning ${contactColumns}`,
);
const contacts = statement(
  "register.contacts",
  `select ${contactColumns} from contact where desk_id = $1 and address > $2 order by address limit $3`,
);
const contact = statement(
  "register.contact",
  `select ${contactColumns} from contact where desk_id = $1 and address = $2`,
);

/** Registers an address (lower case), or changes whose it is; the id of a known one stays. */
export async function writeContact(tx: Transaction, record: ContactRecord): Promise<ContactRecord> {
  const [written] = await query<ContactRecord>(tx, setContact, [
    deskOf(tx),
    record.address,
    record.id,
    record.name,
    record.organisation,
    record.role,
    record.trained,
  ]);
  if (written === undefined) throw new Error("register.set-contact gave no row");
  return written;
}

/** Whose a registered address (lower case) is. */
export function readContact(tx: Transaction, address: string): Promise<ContactRecord | undefined> {
  return queryOne(tx, contact, [deskOf(tx), address]);
}

/** Contacts after an address, in order. */
export function contactsAfter(
  tx: Transaction,
  address: string,
  limit: number,
): Promise<ContactRecord[]> {
  return query(tx, contacts, [deskOf(tx), address, limit]);
}
