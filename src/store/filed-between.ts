import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

const between = statement(
  "ticket.filed-between",
  `select count(*)::int as count from ticket where desk_id = $1 and filed_at >= $2 and filed_at < $3 and channel = $4`,
);

/** How many tickets came by a channel in `[from, to)`. */
export async function filedBetween(
  tx: Transaction,
  { from, to, channel }: { readonly from: Instant; readonly to: Instant; readonly channel: string },
): Promise<number> {
  const values = [deskOf(tx), instantParameter(from), instantParameter(to), channel];
  return (await queryOne<{ count: number }>(tx, between, values))?.count ?? 0;
}
