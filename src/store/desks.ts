import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { numberInForce } from "./policy-versions.ts";
import { execute, query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

const lock = statement(
  "desk.lock",
  "select pg_advisory_xact_lock(hashtextextended('desk ' || $1, 0))",
);
const insert = statement(
  "desk.insert",
  "insert into desk (id, name, created) values ($1, $2, $3) on conflict (id) do update set name = excluded.name where desk.name <> excluded.name",
);
const folios = statement("desk.folios", "select open_folios($1)");

/** Has others who open the desk or publish its manual wait for this transaction. */
export async function lockDesk(tx: Transaction): Promise<void> {
  await query(tx, lock, [deskOf(tx)]);
}

/** Makes the desk where there is none, with its own sequence of folios; others who open it wait. */
export async function insertDesk(tx: Transaction, name: string, at: Instant): Promise<void> {
  await lockDesk(tx);
  await execute(tx, insert, [deskOf(tx), name, instantParameter(at)]);
  await query(tx, folios, [deskOf(tx)]);
}

const all = statement(
  "desk.all-across",
  `select id, ${numberInForce("desk.id", "$1")} as policy from desk order by id`,
);

/** The desks, across the wall: ids, and the number of the policy in force. */
export function allDesks(tx: Transaction): Promise<{ id: string; policy: number | null }[]> {
  return query(tx, all, [instantParameter(tx.began)]);
}
