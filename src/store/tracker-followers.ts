import type { Language } from "../core/policy/text.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import { touch } from "./touched.ts";
import type { Transaction } from "./transaction.ts";

/** Whoever follows a desk's tracker. */
export interface FollowerRecord {
  readonly id: string;
  /** "staff:<id>", or an address from outside in lower case. */
  readonly recipient: string;
  readonly name: string;
  readonly language: Language;
  /** The portal whose tickets are followed, as the register knows it; null: all. */
  readonly portal: string | null;
  readonly since: Instant;
  /** Everything recorded up to here has been told. */
  readonly told: Instant;
  readonly wakesAt: Instant | null;
  readonly ended: Instant | null;
  readonly endedBy: "follower" | "desk" | null;
}

const columns = `id, recipient, name, language, portal, since, told, wakes_at as "wakesAt", ended, ended_by as "endedBy"`;

// One row for each recipient and portal: whoever follows again is told from then on, and by the id
// that is given, for links are made of it.
const put = statement(
  "follower.put",
  `insert into tracker_follower (desk_id, id, recipient, name, language, portal, since, told, wakes_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (desk_id, recipient, portal) do update set id = excluded.id, name = excluded.name, language = excluded.language,
     since = excluded.since, told = excluded.told, wakes_at = excluded.wakes_at, ended = null, ended_by = null,
     troubled = 0, retry_at = null, last_error = null
    where tracker_follower.ended is not null
   returning ${columns}`,
);
const byRecipient = statement(
  "follower.by-recipient",
  `select ${columns} from tracker_follower where desk_id = $1 and recipient = $2 and portal is not distinct from $3 for update`,
);

/** Whoever follows as this recipient, or did: locked, that two requests at once make one. */
export function lockFollowerOf(
  tx: Transaction,
  recipient: string,
  portal: string | null,
): Promise<FollowerRecord | undefined> {
  return queryOne(tx, byRecipient, [deskOf(tx), recipient, portal]);
}

/** Starts following, or starts again; whoever follows already is left as they are (`undefined`). */
export async function putFollower(
  tx: Transaction,
  follower: Omit<FollowerRecord, "ended" | "endedBy">,
): Promise<FollowerRecord | undefined> {
  const { id, recipient, name, language, portal, since, told, wakesAt } = follower;
  touch(tx, "followers");
  return queryOne(tx, put, [
    deskOf(tx),
    id,
    recipient,
    name,
    language,
    portal,
    instantParameter(since),
    instantParameter(told),
    wakesAt === null ? null : instantParameter(wakesAt),
  ]);
}

const one = statement(
  "follower.one",
  `select ${columns} from tracker_follower where desk_id = $1 and id = $2`,
);

/** Whoever follows, or did, by id. */
export function readFollower(tx: Transaction, id: string): Promise<FollowerRecord | undefined> {
  return queryOne(tx, one, [deskOf(tx), id]);
}

const end = statement(
  "follower.end",
  `update tracker_follower set ended = $3, ended_by = $4, wakes_at = null where desk_id = $1 and id = $2 and ended is null`,
);

/** Stops following; whether it was followed until then. */
export async function endFollower(
  tx: Transaction,
  id: string,
  ending: { readonly at: Instant; readonly by: "follower" | "desk" },
): Promise<boolean> {
  touch(tx, "followers");
  const n = await execute(tx, end, [deskOf(tx), id, instantParameter(ending.at), ending.by]);
  return n === 1;
}

const stillFollowing = statement(
  "follower.still",
  `select id from tracker_follower where desk_id = $1 and id = any($2::uuid[]) and ended is null`,
);

/** Those of these who follow still, by id. */
export async function followersStill(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await query<{ id: string }>(tx, stillFollowing, [deskOf(tx), [...ids]]);
  return new Set(rows.map(({ id }) => id));
}

const list = statement(
  "follower.list",
  `select ${columns} from tracker_follower where desk_id = $1 and ended is null and (name, id) > ($2, $3::uuid)
    order by name, id limit $4`,
);
const ofRecipient = statement(
  "follower.of-recipient",
  `select ${columns} from tracker_follower where desk_id = $1 and recipient = $2 and ended is null order by portal nulls first limit 200`,
);

/** A page of those who follow, by name, after a place in the list. */
export function followersAfter(
  tx: Transaction,
  place: { readonly name: string; readonly id: string },
  limit: number,
): Promise<FollowerRecord[]> {
  return query(tx, list, [deskOf(tx), place.name, place.id, limit]);
}

/** What one recipient follows: everything first, then each portal. */
export function followingsOf(tx: Transaction, recipient: string): Promise<FollowerRecord[]> {
  return query(tx, ofRecipient, [deskOf(tx), recipient]);
}

const dueAcross = statement(
  "follower.due-across",
  `select desk_id as desk, id from tracker_follower
    where wakes_at <= $1 and (retry_at is null or retry_at <= $1) order by wakes_at, desk_id, id limit $2`,
);

/** Those of all desks for whom it is time to look whether a digest is due: ids only. */
export function dueFollowers(
  tx: Transaction,
  now: Instant,
  limit: number,
): Promise<{ desk: string; id: string }[]> {
  return query(tx, dueAcross, [instantParameter(now), limit]);
}

const lockDue = statement(
  "follower.lock-due",
  `select ${columns} from tracker_follower where desk_id = $1 and id = $2 and wakes_at <= $3
     and (retry_at is null or retry_at <= $3) for update skip locked`,
);

/** Locks one that is due and that nobody else holds; `undefined` where it is held, done or put aside. */
export function lockDueFollower(
  tx: Transaction,
  id: string,
  now: Instant,
): Promise<FollowerRecord | undefined> {
  return queryOne(tx, lockDue, [deskOf(tx), id, instantParameter(now)]);
}

const settle = statement(
  "follower.settle",
  `update tracker_follower set told = $3, wakes_at = $4, troubled = 0, retry_at = null, last_error = null
    where desk_id = $1 and id = $2`,
);

/** Writes down up to when all was told, and when to look again. */
export async function settleFollower(
  tx: Transaction,
  id: string,
  next: { readonly told: Instant; readonly wakesAt: Instant | null },
): Promise<void> {
  await execute(tx, settle, [
    deskOf(tx),
    id,
    instantParameter(next.told),
    next.wakesAt === null ? null : instantParameter(next.wakesAt),
  ]);
}

const wakeAll = statement(
  "follower.wake-all",
  `update tracker_follower set wakes_at = $2
    where desk_id = $1 and ended is null and (wakes_at is null or wakes_at > $2)`,
);

/** Has every follower of the desk looked at by an instant: when digests come may change then. */
export async function wakeFollowers(tx: Transaction, at: Instant): Promise<void> {
  await execute(tx, wakeAll, [deskOf(tx), instantParameter(at)]);
}

// Half a minute, then twice as long each time, at most an hour.
const putAside = statement(
  "follower.put-aside",
  `update tracker_follower set troubled = troubled + 1, last_error = $3,
          retry_at = $4::timestamptz + least(3600, 30 * power(2, least(troubled, 10))) * interval '1 second'
    where desk_id = $1 and id = $2`,
);

/** Puts one aside whose digest could not be written: it is tried again later, and later each time. */
export async function putFollowerAside(
  tx: Transaction,
  id: string,
  trouble: { readonly error: string; readonly now: Instant },
): Promise<void> {
  await execute(tx, putAside, [
    deskOf(tx),
    id,
    trouble.error.slice(0, 2_000),
    instantParameter(trouble.now),
  ]);
}
