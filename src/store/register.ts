import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { query, queryOne, statement } from "./query.ts";
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
const contacts = statement(
  "register.contacts",
  `select ${contactColumns} from contact where desk_id = $1 and address > $2 and active order by address limit $3`,
);
const contact = statement(
  "register.contact",
  `select ${contactColumns} from contact where desk_id = $1 and address = $2 and active`,
);

/** Whose a registered address (lower case) is; of a contact who is one no more, nobody's. */
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
