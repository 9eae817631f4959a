import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A calendar that somebody reads elsewhere. */
export interface FeedRecord {
  readonly id: string;
  readonly owner: string;
  readonly reach: "own" | "desk";
  readonly subjects: boolean;
  readonly language: "es" | "en";
  readonly made: Instant;
  /** To the hour; null: never. */
  readonly lastRead: Instant | null;
}

const columns = `id, owner, reach, subjects, language, made, last_read as "lastRead"`;
const insert = statement(
  "feed.insert",
  `insert into calendar_feed (desk_id, id, hash, owner, reach, subjects, language, made) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const ofOwner = statement(
  "feed.of-owner",
  `select ${columns} from calendar_feed where desk_id = $1 and owner = $2 and ended is null order by made desc, id desc limit 100`,
);
const byHash = statement(
  "feed.by-hash",
  `select desk_id as desk, ${columns} from calendar_feed where hash = $1 and ended is null`,
);
const end = statement(
  "feed.end",
  "update calendar_feed set ended = $4 where desk_id = $1 and owner = $2 and id = $3 and ended is null returning id",
);
const read = statement(
  "feed.read",
  "update calendar_feed set last_read = $3 where desk_id = $1 and id = $2 and (last_read is null or last_read < $3)",
);

/** Keeps a new feed by the hash of its token. */
export async function insertFeed(
  tx: Transaction,
  feed: Omit<FeedRecord, "lastRead">,
  hash: Uint8Array,
): Promise<void> {
  const { id, owner, reach, subjects, language, made } = feed;
  const values = [id, hash, owner, reach, subjects, language, instantParameter(made)];
  await execute(tx, insert, [deskOf(tx), ...values]);
}

/** The feeds of a member that have not ended, the newest first. */
export function feedsOfOwner(tx: Transaction, owner: string): Promise<FeedRecord[]> {
  return query(tx, ofOwner, [deskOf(tx), owner]);
}

/** The feed of a token's hash, across desks; one that has ended is none. */
export function feedByHash(
  tx: Transaction,
  hash: Uint8Array,
): Promise<(FeedRecord & { readonly desk: string }) | undefined> {
  return queryOne(tx, byHash, [hash]);
}

/** Ends a member's own feed; `false`: it has ended, or is another's, or there is none. */
export async function endFeedOf(
  tx: Transaction,
  owner: string,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<boolean> {
  const rows = await query(tx, end, [deskOf(tx), owner, id, instantParameter(at)]);
  return rows.length === 1;
}

/** Writes down that a feed was read in an hour. */
export async function feedRead(tx: Transaction, id: string, hour: Instant): Promise<void> {
  await execute(tx, read, [deskOf(tx), id, instantParameter(hour)]);
}
