import type { Instant } from "../../core/time/instant.ts";
import { execute, query, queryOne, statement } from "../query.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";
import type { MembershipRow } from "./memberships.ts";

/** What a one-time link gives: a role at each of these desks. */
export type Grant = Pick<MembershipRow, "desk" | "role" | "also" | "level" | "party">;

/** A one-time link. Only the hash of its token is kept. */
export interface EntryLinkRow {
  readonly purpose: "set-up" | "invitation" | "sign-in";
  readonly userId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly grants: readonly Grant[];
  readonly expires: Instant;
  readonly spent: Instant | null;
}

const columns = `purpose, user_id as "userId", name, email, grants, expires, spent`;

const insert = statement(
  "entryLink.insert",
  `insert into plazo_auth.entry_link (hash, purpose, user_id, name, email, grants, created, expires)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const find = statement(
  "entryLink.find",
  `select ${columns} from plazo_auth.entry_link where hash = $1`,
);
const spend = statement(
  "entryLink.spend",
  `update plazo_auth.entry_link set spent = $2 where hash = $1 and spent is null and expires > $2
   returning ${columns}`,
);
const annul = statement(
  "entryLink.annul",
  "update plazo_auth.entry_link set spent = $2 where purpose = $1 and spent is null",
);

/** Keeps a new link; across desks. */
export async function insertEntryLink(
  tx: Transaction,
  hash: Uint8Array,
  link: Omit<EntryLinkRow, "spent"> & { readonly created: Instant },
): Promise<void> {
  await execute(tx, insert, [
    hash,
    link.purpose,
    link.userId,
    link.name,
    link.email,
    JSON.stringify(link.grants),
    instantParameter(link.created),
    instantParameter(link.expires),
  ]);
}

/** The link of a token's hash, spent or not; across desks. */
export function findEntryLink(
  tx: Transaction,
  hash: Uint8Array,
): Promise<EntryLinkRow | undefined> {
  return queryOne<EntryLinkRow>(tx, find, [hash]);
}

/** Spends a link that is neither spent nor expired, once whatever happens at the same time; across desks. */
export function spendEntryLink(
  tx: Transaction,
  hash: Uint8Array,
  now: Instant,
): Promise<EntryLinkRow | undefined> {
  return queryOne<EntryLinkRow>(tx, spend, [hash, instantParameter(now)]);
}

/** Makes all links of a purpose useless: a new set-up link replaces the one printed before. */
export async function annulEntryLinks(
  tx: Transaction,
  purpose: EntryLinkRow["purpose"],
  now: Instant,
): Promise<void> {
  await execute(tx, annul, [purpose, instantParameter(now)]);
}

const annulAt = statement(
  "entryLink.annulAt",
  `update plazo_auth.entry_link set spent = $3
    where purpose = 'invitation' and lower(email) = lower($1) and spent is null
      and grants @> jsonb_build_array(jsonb_build_object('desk', $2::text))`,
);

/** Makes every open invitation of an address to a desk useless; gives how many; across desks. */
export function annulInvitations(
  tx: Transaction,
  { email, desk }: { readonly email: string; readonly desk: string },
  now: Instant,
): Promise<number> {
  return execute(tx, annulAt, [email, desk, instantParameter(now)]);
}

const spendInvitations = statement(
  "entryLink.spendInvitations",
  `update plazo_auth.entry_link set spent = $2
    where purpose = 'invitation' and lower(email) = lower($1) and spent is null and expires > $2
   returning ${columns}`,
);

/** Spends every open invitation of an address, for whoever has proved that it is theirs; across desks. */
export function spendInvitationsOf(
  tx: Transaction,
  email: string,
  now: Instant,
): Promise<EntryLinkRow[]> {
  return query<EntryLinkRow>(tx, spendInvitations, [email, instantParameter(now)]);
}
