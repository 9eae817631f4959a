import type { FileKind } from "../core/policy/form-rule.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A file that is kept for a form's session and belongs to no ticket yet. */
export interface UploadRecord {
  readonly id: string;
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly kind: FileKind;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

const insert = statement(
  "upload.insert",
  `insert into upload (desk_id, session, id, field, name, media_type, kind, size, sha256, at, expires)
   values ($1, $2, $3, $4, $5, $6, $7, $8, decode($9, 'hex'), $10, $11)`,
);

/** Keeps an upload until it expires. `session` is the SHA-256 of its token. */
export async function insertUpload(
  tx: Transaction,
  session: Uint8Array,
  {
    record,
    at,
    expires,
  }: { readonly record: UploadRecord; readonly at: Instant; readonly expires: Instant },
): Promise<void> {
  await execute(tx, insert, [
    deskOf(tx),
    session,
    record.id,
    record.field,
    record.name,
    record.mediaType,
    record.kind,
    record.size,
    record.sha256,
    instantParameter(at),
    instantParameter(expires),
  ]);
}

const columns = `id, field, name, media_type as "mediaType", kind, size, encode(sha256, 'hex') as sha256`;
const list = statement(
  "upload.list",
  `select ${columns} from upload where desk_id = $1 and session = $2 order by at, id limit 100`,
);

/** The uploads of a session, oldest first. */
export function uploadsOf(tx: Transaction, session: Uint8Array): Promise<UploadRecord[]> {
  return query(tx, list, [deskOf(tx), session]);
}

const lock = statement(
  "upload.lock",
  "select pg_advisory_xact_lock(hashtextextended($1 || encode($2::bytea, 'hex'), 0))",
);

/** Makes uploads of one session wait for one another, so that their sum can be checked. */
export async function lockSession(tx: Transaction, session: Uint8Array): Promise<void> {
  await query(tx, lock, [deskOf(tx), session]);
}

const remove = statement(
  "upload.remove",
  "delete from upload where desk_id = $1 and session = $2 and id = $3 returning id",
);

/** Takes an upload out; `false` where there was none. */
export async function removeUpload(
  tx: Transaction,
  session: Uint8Array,
  id: string,
): Promise<boolean> {
  return (await queryOne(tx, remove, [deskOf(tx), session, id])) !== undefined;
}

const carry = statement(
  "upload.carry",
  `with carried as (
     delete from upload where desk_id = $1 and session = $2 and id = any($4)
     returning desk_id, id, field, name, media_type, kind, size, sha256, at, expires)
   insert into upload (desk_id, session, id, field, name, media_type, kind, size, sha256, at, expires)
   select desk_id, $3, id, field, name, media_type, kind, size, sha256, at, expires from carried`,
);

/** Gives uploads of one session to another; those that are not there are passed over. */
export async function carryUploads(
  tx: Transaction,
  {
    from,
    to,
    ids,
  }: { readonly from: Uint8Array; readonly to: Uint8Array; readonly ids: readonly string[] },
): Promise<void> {
  await execute(tx, carry, [deskOf(tx), from, to, ids]);
}

const expired = statement(
  "upload.expired-across",
  "select desk_id as desk, session, id from upload where expires <= $1 order by expires limit $2",
);

/** Uploads of all desks that nobody filed in time. */
export function expiredUploads(
  tx: Transaction,
  now: Instant,
  limit: number,
): Promise<{ desk: string; session: Buffer; id: string }[]> {
  return query(tx, expired, [instantParameter(now), limit]);
}

const prolong = statement(
  "upload.prolong",
  "update upload set expires = $4 where desk_id = $1 and session = $2 and id = any($3)",
);

/** Keeps uploads until another instant: those of a draft stay as long as it does. */
export async function prolongUploads(
  tx: Transaction,
  session: Uint8Array,
  { ids, until }: { readonly ids: readonly string[]; readonly until: Instant },
): Promise<void> {
  await execute(tx, prolong, [deskOf(tx), session, ids, instantParameter(until)]);
}
