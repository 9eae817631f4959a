import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A request that is done once: its key and what it asks for, both hashed. */
export interface OnceKey {
  readonly key: Uint8Array;
  readonly fingerprint: Uint8Array;
}

/** What is known of a key that was claimed before. */
export interface OnceRecord {
  readonly fingerprint: Buffer;
  readonly claimed: Instant;
  readonly wrote: boolean;
  readonly cameTo: { readonly folio: string; readonly seq: number } | null;
  readonly answer: Buffer | null;
}

const claim = statement(
  "once.claim",
  `insert into request_once (desk_id, key, fingerprint, claim, claimed) values ($1, $2, $3, $4, $5)
   on conflict do nothing returning true as claimed`,
);
const find = statement(
  "once.find",
  `select fingerprint, claimed, wrote, came_to as "cameTo", answer from request_once
    where desk_id = $1 and key = $2 for update`,
);
const takeOver = statement(
  "once.take-over",
  `update request_once set fingerprint = $3, claim = $4, claimed = $5, wrote = false, came_to = null, status = null, answer = null
    where desk_id = $1 and key = $2`,
);
const mark = statement(
  "once.mark",
  `with done as (select $5::boolean or pg_current_xact_id_if_assigned() is not null as wrote),
   marked as (
     update request_once set wrote = true, came_to = coalesce($4::jsonb, came_to)
      where desk_id = $1 and key = $2 and claim = $3 and (select wrote from done) returning true)
   select (select wrote from done) as wrote, exists (select from marked) as held`,
);
const answer = statement(
  "once.answer",
  "update request_once set status = $4, answer = $5 where desk_id = $1 and key = $2 and claim = $3",
);
const release = statement(
  "once.release",
  "delete from request_once where desk_id = $1 and key = $2 and claim = $3 and not wrote",
);
const forget = statement(
  "once.forget",
  "delete from request_once where desk_id = $1 and claimed < $2",
);

/** Claims a key; `false`: it is claimed already. */
export async function claimOnce(
  tx: Transaction,
  { key, fingerprint }: OnceKey,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<boolean> {
  const values = [deskOf(tx), key, fingerprint, id, instantParameter(at)];
  return (await queryOne(tx, claim, values)) !== undefined;
}

/** What stands under a key, locked; `undefined`: nothing any more. */
export function findOnce(tx: Transaction, key: Uint8Array): Promise<OnceRecord | undefined> {
  return queryOne(tx, find, [deskOf(tx), key]);
}

/** Gives a key to a new try: whatever an earlier one has under way cannot be committed any more. */
export async function takeOverOnce(
  tx: Transaction,
  { key, fingerprint }: OnceKey,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<void> {
  await execute(tx, takeOver, [deskOf(tx), key, fingerprint, id, instantParameter(at)]);
}

/** Marks, in the transaction that writes, that the request wrote. Throws where another try took the key over. */
export async function markOnce(
  tx: Transaction,
  held: { readonly key: Uint8Array; readonly claim: string },
  what: { readonly cameTo: OnceRecord["cameTo"]; readonly writes: boolean },
): Promise<void> {
  const cameTo = what.cameTo === null ? null : JSON.stringify(what.cameTo);
  const values = [deskOf(tx), held.key, held.claim, cameTo, what.writes];
  const done = await queryOne<{ wrote: boolean; held: boolean }>(tx, mark, values);
  if (done?.wrote === true && !done.held)
    throw new Error("the request took too long: another try of it took its key over");
}

/** Keeps the answer under the key, sealed. */
export async function answerOnce(
  tx: Transaction,
  held: { readonly key: Uint8Array; readonly claim: string },
  given: { readonly status: number; readonly sealed: Uint8Array },
): Promise<void> {
  await execute(tx, answer, [deskOf(tx), held.key, held.claim, given.status, given.sealed]);
}

/** Lets go of a key under which nothing was written; gives whether it was let go. */
export async function releaseOnce(
  tx: Transaction,
  held: { readonly key: Uint8Array; readonly claim: string },
): Promise<boolean> {
  return (await execute(tx, release, [deskOf(tx), held.key, held.claim])) > 0;
}

/** Forgets what was claimed before an instant, and gives how many keys. */
export function forgetOnce(tx: Transaction, before: Instant): Promise<number> {
  return execute(tx, forget, [deskOf(tx), instantParameter(before)]);
}
