import type { Canned } from "../core/canned/canned.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A prepared answer as it is kept. */
export interface CannedRecord {
  readonly id: string;
  /** Whose own it is; null: the desk's. */
  readonly owner: string | null;
  readonly content: Canned;
  readonly version: number;
  readonly changed: Instant;
  readonly changedBy: string;
  readonly uses: number;
}

/** An answer as it was. */
export interface CannedVersion {
  readonly version: number;
  readonly content: Canned;
  readonly changed: Instant;
  readonly changedBy: string;
}

const columns = `id, owner, content, version, changed, changed_by as "changedBy", uses`;

const seen = statement(
  "canned-reply.seen",
  `select ${columns} from canned_reply
    where desk_id = $1 and removed is null and (owner is null or owner = $2) order by name, id limit 1000`,
);

/** The desk's prepared answers and somebody's own, by name. */
export function cannedSeenBy(tx: Transaction, member: string): Promise<CannedRecord[]> {
  return query(tx, seen, [deskOf(tx), member]);
}

const lock = statement(
  "canned-reply.lock",
  `select ${columns} from canned_reply where desk_id = $1 and id = $2 and removed is null for update`,
);

/** A prepared answer, locked; `undefined`: there is none. */
export function lockCanned(tx: Transaction, id: string): Promise<CannedRecord | undefined> {
  return queryOne(tx, lock, [deskOf(tx), id]);
}

const put = statement(
  "canned-reply.put",
  `with written as (
     insert into canned_reply (desk_id, id, owner, name, content, version, changed, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (desk_id, id) do update set owner = excluded.owner, name = excluded.name, content = excluded.content,
       version = excluded.version, changed = excluded.changed, changed_by = excluded.changed_by
       where canned_reply.removed is null and canned_reply.version = excluded.version - 1
     returning id)
   insert into canned_reply_version (desk_id, reply, version, content, changed, changed_by)
   select $1, $2::uuid, $6::integer, $5::jsonb, $7::timestamptz, $8 from written`,
);

/**
 * Keeps a version of a prepared answer, which is from here on the one that is used; `false`, and nothing
 * is kept, where one of that id was taken out of use or is of another version.
 */
export async function putCanned(
  tx: Transaction,
  { id, owner, content, version, changed, changedBy }: Omit<CannedRecord, "uses">,
): Promise<boolean> {
  const kept = await execute(tx, put, [
    deskOf(tx),
    id,
    owner,
    content.name,
    JSON.stringify(content),
    version,
    instantParameter(changed),
    changedBy,
  ]);
  return kept > 0;
}

const remove = statement(
  "canned-reply.remove",
  "update canned_reply set removed = $3 where desk_id = $1 and id = $2 and removed is null",
);

/** Takes a prepared answer out of use; its versions stay. */
export async function removeCanned(tx: Transaction, id: string, at: Instant): Promise<void> {
  await execute(tx, remove, [deskOf(tx), id, instantParameter(at)]);
}

const versions = statement(
  "canned-reply.versions",
  `select version, content, changed, changed_by as "changedBy" from canned_reply_version
    where desk_id = $1 and reply = $2 order by version desc limit 100`,
);

/** The versions of a prepared answer, the newest first. */
export function cannedVersions(tx: Transaction, id: string): Promise<CannedVersion[]> {
  return query(tx, versions, [deskOf(tx), id]);
}

const use = statement(
  "canned-reply.use",
  "update canned_reply set uses = uses + 1, used = $3 where desk_id = $1 and id = any($2)",
);

/** Counts that prepared answers were used in something that was said. */
export async function useCanned(
  tx: Transaction,
  ids: readonly string[],
  at: Instant,
): Promise<void> {
  if (ids.length === 0) return;
  await execute(tx, use, [deskOf(tx), ids, instantParameter(at)]);
}
