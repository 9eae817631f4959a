import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A desk whose open tickets are to be counted with its exceptions up to a number. */
export interface Recount {
  readonly desk: string;
  readonly exceptions: number;
  readonly published: Instant;
}

const ask = statement(
  "recount.ask",
  `insert into recount (desk_id, exceptions, published) values ($1, $2, $3)
   on conflict (desk_id) do update set exceptions = excluded.exceptions, published = excluded.published`,
);

/** Has the desk's open tickets counted anew, with the exception that was just published. */
export async function askRecount(
  tx: Transaction,
  exceptions: number,
  published: Instant,
): Promise<void> {
  await execute(tx, ask, [deskOf(tx), exceptions, instantParameter(published)]);
}

const across = statement(
  "recount.across",
  "select desk_id as desk, exceptions, published from recount order by published, desk_id limit $1",
);

/** The desks that are being recounted, the longest first. */
export function recountsUnderWay(tx: Transaction, most: number): Promise<Recount[]> {
  return query(tx, across, [most]);
}

// In the order of the index, which tells by itself who is behind: those already counted are not read.
const wake = statement(
  "recount.wake",
  `update ticket set wakes_at = $3 where desk_id = $1 and number in (
     select number from ticket
      where desk_id = $1 and closed_at is null and exceptions < $2 and (wakes_at is null or wakes_at > $3)
      order by number limit $4 for update skip locked)`,
);

/** Wakes some of the open tickets that are behind these exceptions; gives how many. */
export function wakeBehind(
  tx: Transaction,
  { exceptions }: Pick<Recount, "exceptions">,
  { now, most }: { readonly now: Instant; readonly most: number },
): Promise<number> {
  return execute(tx, wake, [deskOf(tx), exceptions, instantParameter(now), most]);
}

const end = statement("recount.end", "delete from recount where desk_id = $1 and exceptions = $2");

/** Ends a recount, unless another exception was published meanwhile. */
export async function endRecount(
  tx: Transaction,
  { exceptions }: Pick<Recount, "exceptions">,
): Promise<void> {
  await execute(tx, end, [deskOf(tx), exceptions]);
}
