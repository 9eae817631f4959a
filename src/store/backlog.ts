import type { Instant } from "../core/time/instant.ts";
import { query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

const waiting = statement(
  "backlog.waiting",
  `select (select count(*) from plazo.outbox where state = 'pending' and due <= $1)::integer as outbox,
          (select count(*) from plazo.ticket where wakes_at <= $1)::integer as late`,
);

/** How many outgoing messages are due, and how many tickets' instants have passed unrecorded; across desks. */
export async function readBacklog(
  tx: Transaction,
  now: Instant,
): Promise<{ readonly outbox: number; readonly late: number }> {
  const [row] = await query<{ outbox: number; late: number }>(tx, waiting, [instantParameter(now)]);
  return row ?? { outbox: 0, late: 0 };
}
