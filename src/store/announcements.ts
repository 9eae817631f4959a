import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import { touch } from "./touched.ts";
import type { Transaction } from "./transaction.ts";

/** A process that was announced (RD-15c). */
export interface AnnouncementRecord {
  readonly id: string;
  readonly process: string;
  readonly type: string | null;
  readonly starts: Instant;
  readonly ends: Instant;
  /** Lower case: for the tickets of this address alone; null: for everybody's. */
  readonly address: string | null;
  readonly announced: Instant;
  readonly byKind: "client" | "agent";
  readonly byName: string;
}

const columns = `id, process, type, starts, ends, address, announced, by_kind as "byKind", by_name as "byName"`;

const insert = statement(
  "announcement.insert",
  `insert into announcement (desk_id, id, process, type, starts, ends, address, announced, by_kind, by_name, token)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (token) do nothing`,
);

/**
 * Writes an announcement down; false: one with that token is there. `token` is the SHA-256 of that
 * with which a client cancels it.
 */
export async function insertAnnouncement(
  tx: Transaction,
  record: AnnouncementRecord,
  token: Uint8Array | null,
): Promise<boolean> {
  touch(tx, "announcements");
  const written = await execute(tx, insert, [
    deskOf(tx),
    record.id,
    record.process,
    record.type,
    instantParameter(record.starts),
    instantParameter(record.ends),
    record.address,
    instantParameter(record.announced),
    record.byKind,
    record.byName,
    token,
  ]);
  return written === 1;
}

const ahead = statement(
  "announcement.ahead",
  `select ${columns} from announcement
    where desk_id = $1 and cancelled is null and ends > $2 and ($3::boolean or address is null or address = $4)
    order by ends, id limit 200`,
);

/**
 * What is announced and not over at an instant, those that end first first, at most 200: for
 * everybody, and for `address` (lower case; null: nobody in particular); `all`: whoever it is for.
 */
export function announcementsAfter(
  tx: Transaction,
  at: Instant,
  who: { readonly all: boolean; readonly address: string | null },
): Promise<AnnouncementRecord[]> {
  return query(tx, ahead, [deskOf(tx), instantParameter(at), who.all, who.address]);
}

const goingOn = statement(
  "announcement.going-on",
  `select distinct process from announcement
    where desk_id = $1 and cancelled is null and ends > $2 and starts <= $2 and (address is null or address = $3)`,
);

/** Names of the processes that go on at an instant, for everybody or for that address (lower case). */
export async function processesAt(
  tx: Transaction,
  at: Instant,
  address: string | null,
): Promise<readonly string[]> {
  const rows = await query<{ process: string }>(tx, goingOn, [
    deskOf(tx),
    instantParameter(at),
    address,
  ]);
  return rows.map(({ process }) => process);
}

const cancel = statement(
  "announcement.cancel",
  `update announcement set cancelled = $3, cancelled_by = $4
    where desk_id = $1 and id = $2 and cancelled is null and ends > $3 returning ${columns}`,
);
const cancelOwn = statement(
  "announcement.cancel-own",
  `update announcement set cancelled = $3, cancelled_by = by_name
    where desk_id = $1 and token = $2 and cancelled is null and ends > $3 returning ${columns}`,
);

/** Cancels what was announced and is not over; undefined: there is no such one. */
export function cancelAnnouncement(
  tx: Transaction,
  id: string,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<AnnouncementRecord | undefined> {
  touch(tx, "announcements");
  return queryOne(tx, cancel, [deskOf(tx), id, instantParameter(at), by]);
}

/** The same by whoever announced it and has its token (given as its SHA-256). */
export function cancelOwnAnnouncement(
  tx: Transaction,
  token: Uint8Array,
  at: Instant,
): Promise<AnnouncementRecord | undefined> {
  touch(tx, "announcements");
  return queryOne(tx, cancelOwn, [deskOf(tx), token, instantParameter(at)]);
}

const byToken = statement(
  "announcement.by-token",
  `select ${columns}, cancelled from announcement where desk_id = $1 and token = $2`,
);

/** The announcement whose token (its SHA-256) this is, and when it was cancelled. */
export function announcementByToken(
  tx: Transaction,
  token: Uint8Array,
): Promise<(AnnouncementRecord & { readonly cancelled: Instant | null }) | undefined> {
  return queryOne(tx, byToken, [deskOf(tx), token]);
}
