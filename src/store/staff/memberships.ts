import type { Role } from "../../core/access/roles.ts";
import type { Instant } from "../../core/time/instant.ts";
import { execute, query, queryOne, statement } from "../query.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** What somebody is at a desk. */
export interface MembershipRow {
  readonly desk: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Further roles of the same person. */
  readonly also?: readonly Role[];
  readonly level: string | null;
  /** The third party of the policy that they belong to; none: the desk's own. */
  readonly party?: string | null;
}

const columns = `desk_id as desk, user_id as "userId", name, email, role, also, level, party`;

const ofDesk = statement(
  "membership.ofDesk",
  `select ${columns} from plazo.membership where desk_id = $1 order by name, user_id limit 500`,
);
const ofOne = statement(
  "membership.ofOne",
  `select ${columns} from plazo.membership where desk_id = $1 and user_id = $2`,
);
const ofUser = statement(
  "membership.ofUser",
  `select ${columns} from plazo.membership where user_id = $1 order by desk_id`,
);
const anywhere = statement(
  "membership.anywhere",
  "select true as found from plazo.membership limit 1",
);
const put = statement(
  "membership.put",
  `insert into plazo.membership (desk_id, user_id, name, email, role, level, since, party, also)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (desk_id, user_id)
   do update set name = excluded.name, email = excluded.email, role = excluded.role, level = excluded.level, party = excluded.party, also = excluded.also`,
);
const join = statement(
  "membership.join",
  `insert into plazo.membership (desk_id, user_id, name, email, role, level, since, party, also)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (desk_id, user_id) do nothing`,
);
const ofAddress = statement(
  "membership.ofAddress",
  `select ${columns} from plazo.membership where desk_id = $1 and lower(email) = lower($2) order by user_id limit 1`,
);

const lockAdministrators = statement(
  "membership.lockAdministrators",
  `select user_id as "userId" from plazo.membership
    where desk_id = $1 and ('administrator' = role or 'administrator' = any(also)) order by user_id for update`,
);
const remove = statement(
  "membership.remove",
  "delete from plazo.membership where desk_id = $1 and user_id = $2",
);

/** Those who administer the desk, held until the transaction ends: two cannot each take the other's place away. */
export async function holdAdministrators(tx: Transaction, desk: string): Promise<string[]> {
  const rows = await query<{ userId: string }>(tx, lockAdministrators, [desk]);
  return rows.map(({ userId }) => userId);
}

/** Takes somebody's place at the desk away. */
export async function removeMember(tx: Transaction, desk: string, userId: string): Promise<void> {
  await execute(tx, remove, [desk, userId]);
}

/** The people of a desk, by name. */
export function membersOf(tx: Transaction, desk: string): Promise<MembershipRow[]> {
  return query<MembershipRow>(tx, ofDesk, [desk]);
}

/** What somebody is at this desk; `undefined`: nothing. */
export function memberOf(
  tx: Transaction,
  desk: string,
  userId: string,
): Promise<MembershipRow | undefined> {
  return queryOne<MembershipRow>(tx, ofOne, [desk, userId]);
}

/** What somebody is at every desk; across desks. */
export function membershipsOf(tx: Transaction, userId: string): Promise<MembershipRow[]> {
  return query<MembershipRow>(tx, ofUser, [userId]);
}

/** Whether anybody works anywhere yet; across desks. */
export async function anyMember(tx: Transaction): Promise<boolean> {
  return (await queryOne<{ found: boolean }>(tx, anywhere, [])) !== undefined;
}

/** Makes somebody a member of a desk, or changes what they are there. */
export async function putMember(
  tx: Transaction,
  row: MembershipRow,
  since: Instant,
): Promise<void> {
  await execute(tx, put, valuesOf(row, since));
}

/** Makes somebody a member of a desk; gives whether they were none before: who is there stays as they are. */
export async function joinMember(
  tx: Transaction,
  row: MembershipRow,
  since: Instant,
): Promise<boolean> {
  return (await execute(tx, join, valuesOf(row, since))) === 1;
}

/** Whoever of a desk has an address; `undefined`: nobody. */
export function memberByAddress(
  tx: Transaction,
  desk: string,
  email: string,
): Promise<MembershipRow | undefined> {
  return queryOne<MembershipRow>(tx, ofAddress, [desk, email]);
}

function valuesOf(row: MembershipRow, since: Instant): unknown[] {
  const { desk, userId, name, email, role, also = [], level, party = null } = row;
  return [desk, userId, name, email, role, level, instantParameter(since), party, also];
}
