import type { BulkAct } from "../core/bulk/act.ts";
import type { Before } from "../core/bulk/undo.ts";
import type { Refusal } from "../core/refusal.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** One act on many tickets, and how far it is. */
export interface BulkRecord {
  readonly id: string;
  readonly byId: string;
  readonly byName: string;
  readonly byLevel: string | null;
  readonly act: BulkAct;
  readonly state: "running" | "done" | "stopped";
  readonly startsAt: Instant;
  readonly made: Instant;
  readonly finished: Instant | null;
  readonly undoes: string | null;
  readonly undoneBy: string | null;
}

/** A ticket of it, and what became of it. */
export interface BulkItem {
  readonly place: number;
  readonly folio: string;
  readonly state: "waiting" | "done" | "refused";
  readonly act: BulkAct | null;
  readonly before: Before | null;
  readonly seq: number | null;
  readonly refusal: Refusal | null;
  readonly tries: number;
}

const columns = `id, by_id as "byId", by_name as "byName", by_level as "byLevel", act, state, starts_at as "startsAt",
  made, finished, undoes, undone_by as "undoneBy"`;
const items = "place, folio, state, act, before, seq, refusal, tries";

const insert = statement(
  "bulk.insert",
  `with made as (
     insert into bulk (desk_id, id, by_id, by_name, by_level, act, state, starts_at, made, undoes)
     values ($1, $2, $3, $4, $5, $6, 'running', $7, $8, $9) returning id)
   insert into bulk_item (desk_id, bulk, place, folio, state, act)
   select $1, made.id, i.place, i.folio, 'waiting', i.act
     from made, jsonb_to_recordset($10::jsonb) as i(place integer, folio text, act jsonb)`,
);
const one = statement("bulk.one", `select ${columns} from bulk where desk_id = $1 and id = $2`);
const lock = statement(
  "bulk.lock",
  `select ${columns} from bulk where desk_id = $1 and id = $2 for update`,
);
const mine = statement(
  "bulk.mine",
  `select ${columns} from bulk where desk_id = $1 and by_id = $2 order by made desc, id desc limit $3`,
);
const itemsOf = statement(
  "bulk.items",
  `select ${items} from bulk_item where desk_id = $1 and bulk = $2 order by place`,
);
const waiting = statement(
  "bulk.waiting",
  `select ${items} from bulk_item where desk_id = $1 and bulk = $2 and state = 'waiting' order by place limit $3`,
);
const due = statement(
  "bulk.due",
  `select desk_id as desk, id from bulk
    where state = 'running' and starts_at <= $1 and (leased_until is null or leased_until <= $1) order by starts_at limit $2`,
);
const lease = statement(
  "bulk.lease",
  `update bulk set leased_until = $4 where desk_id = $1 and id = $2 and state = 'running' and starts_at <= $3
      and (leased_until is null or leased_until <= $3) returning ${columns}`,
);
const renew = statement(
  "bulk.renew",
  "update bulk set leased_until = $3 where desk_id = $1 and id = $2 and state = 'running'",
);
const markDone = statement(
  "bulk.mark-done",
  `update bulk_item set state = 'done', seq = $4, before = $5 where desk_id = $1 and bulk = $2 and place = $3 and state = 'waiting'
      and exists (select from bulk where desk_id = $1 and id = $2 and state = 'running')`,
);
const markRefused = statement(
  "bulk.mark-refused",
  "update bulk_item set state = 'refused', refusal = $4 where desk_id = $1 and bulk = $2 and place = $3 and state = 'waiting'",
);
const markTried = statement(
  "bulk.mark-tried",
  "update bulk_item set tries = tries + 1 where desk_id = $1 and bulk = $2 and place = $3 and state = 'waiting'",
);
const finish = statement(
  "bulk.finish",
  `update bulk set state = $3, finished = $4, leased_until = null where desk_id = $1 and id = $2 and state = 'running'`,
);
const refuseRest = statement(
  "bulk.refuse-rest",
  "update bulk_item set state = 'refused', refusal = $3 where desk_id = $1 and bulk = $2 and state = 'waiting'",
);
const setUndone = statement(
  "bulk.undone",
  "update bulk set undone_by = $3 where desk_id = $1 and id = $2",
);
const forget = statement(
  "bulk.forget",
  `with old as (delete from bulk where desk_id = $1 and made < $2 and state <> 'running' returning id)
   delete from bulk_item where desk_id = $1 and bulk in (select id from old)`,
);

/** Keeps an act on many, to be begun at its instant. */
export async function insertBulk(
  tx: Transaction,
  bulk: Omit<BulkRecord, "state" | "finished" | "undoneBy">,
  on: readonly { readonly folio: string; readonly act?: BulkAct }[],
): Promise<void> {
  const rows = on.map(({ folio, act }, place) => ({ place, folio, act: act ?? null }));
  await execute(tx, insert, [
    deskOf(tx),
    bulk.id,
    bulk.byId,
    bulk.byName,
    bulk.byLevel,
    JSON.stringify(bulk.act),
    instantParameter(bulk.startsAt),
    instantParameter(bulk.made),
    bulk.undoes,
    JSON.stringify(rows),
  ]);
}

/** An act on many; `undefined`: there is none. */
export function readBulk(tx: Transaction, id: string): Promise<BulkRecord | undefined> {
  return queryOne(tx, one, [deskOf(tx), id]);
}

/** The same, locked. */
export function lockBulk(tx: Transaction, id: string): Promise<BulkRecord | undefined> {
  return queryOne(tx, lock, [deskOf(tx), id]);
}

/** Somebody's acts on many, the newest first. */
export function bulksOf(tx: Transaction, member: string, limit: number): Promise<BulkRecord[]> {
  return query(tx, mine, [deskOf(tx), member, limit]);
}

/** The tickets of an act on many, in their order. */
export function bulkItems(tx: Transaction, id: string): Promise<BulkItem[]> {
  return query(tx, itemsOf, [deskOf(tx), id]);
}

/** The next tickets that it is still to be done to. */
export function waitingItems(tx: Transaction, id: string, limit: number): Promise<BulkItem[]> {
  return query(tx, waiting, [deskOf(tx), id, limit]);
}

/** Acts on many of all desks that nobody is at, those that began first. */
export function dueBulks(
  tx: Transaction,
  now: Instant,
  limit: number,
): Promise<{ desk: string; id: string }[]> {
  return query(tx, due, [instantParameter(now), limit]);
}

/** Takes one up until an instant; `undefined`: another worker has it, or it ended. */
export function leaseBulk(
  tx: Transaction,
  id: string,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<BulkRecord | undefined> {
  return queryOne(tx, lease, [deskOf(tx), id, instantParameter(now), instantParameter(until)]);
}

/** Keeps it longer, or lets go of it (`null`); `false`: it was stopped. */
export async function renewBulk(
  tx: Transaction,
  id: string,
  until: Instant | null,
): Promise<boolean> {
  const at = until === null ? null : instantParameter(until);
  return (await execute(tx, renew, [deskOf(tx), id, at])) > 0;
}

/** Marks a ticket as done, in the transaction that does it; `false`: it was done already, or all was stopped. */
export async function markItemDone(
  tx: Transaction,
  { bulk, place }: { readonly bulk: string; readonly place: number },
  done: { readonly seq: number; readonly before: Before },
): Promise<boolean> {
  const values = [deskOf(tx), bulk, place, done.seq, JSON.stringify(done.before)];
  return (await execute(tx, markDone, values)) > 0;
}

/** Keeps why a ticket was left as it is. */
export async function markItemRefused(
  tx: Transaction,
  { bulk, place }: { readonly bulk: string; readonly place: number },
  refusal: Refusal,
): Promise<void> {
  await execute(tx, markRefused, [deskOf(tx), bulk, place, JSON.stringify(refusal)]);
}

/** Counts a try that failed. */
export async function markItemTried(
  tx: Transaction,
  { bulk, place }: { readonly bulk: string; readonly place: number },
): Promise<void> {
  await execute(tx, markTried, [deskOf(tx), bulk, place]);
}

/** Ends it: all done, or stopped. */
export async function finishBulk(
  tx: Transaction,
  id: string,
  { state, at }: { readonly state: "done" | "stopped"; readonly at: Instant },
): Promise<void> {
  await execute(tx, finish, [deskOf(tx), id, state, instantParameter(at)]);
}

/** Leaves what is still waiting as it is, and keeps why. */
export async function refuseWaiting(tx: Transaction, id: string, why: Refusal): Promise<void> {
  await execute(tx, refuseRest, [deskOf(tx), id, JSON.stringify(why)]);
}

/** Writes down which act on many undid this one. */
export async function setUndoneBy(tx: Transaction, id: string, by: string): Promise<void> {
  await execute(tx, setUndone, [deskOf(tx), id, by]);
}

/** Forgets acts on many that were made before an instant; what they did is in the tickets. */
export async function forgetBulks(tx: Transaction, before: Instant): Promise<void> {
  await execute(tx, forget, [deskOf(tx), instantParameter(before)]);
}
