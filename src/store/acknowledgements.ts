import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import type { Transaction } from "./transaction.ts";

const count = statement(
  "acknowledgement.count",
  `insert into acknowledgement_count as c (desk_id, counted, hour, n) values ($1, $2, $3, 1)
   on conflict (desk_id, hour, counted) do update set n = c.n + 1 returning n`,
);

/** Counts one automatic mail for something in an hour, and gives how many there are with it. */
export async function countAcknowledgement(
  tx: Transaction,
  counted: Uint8Array,
  hour: number,
): Promise<number> {
  const [row] = await query<{ n: number }>(tx, count, [deskOf(tx), counted, hour]);
  return row?.n ?? 0;
}

const forget = statement(
  "acknowledgement.forget",
  "delete from acknowledgement_count where desk_id = $1 and hour < $2",
);

/** Forgets the counters of a desk before an hour, and gives how many they were. */
export function forgetAcknowledgements(tx: Transaction, hour: number): Promise<number> {
  return execute(tx, forget, [deskOf(tx), hour]);
}
