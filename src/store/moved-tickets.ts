import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A ticket that changed, as screens are told of it: never what it says. */
export interface MovedTicket {
  readonly number: number;
  readonly folio: string;
  /** Its newest event. */
  readonly seq: number;
  /** Whose it is, by id. */
  readonly assignee: string | null;
  /** The portal that it came from. */
  readonly portal: string | null;
  readonly at: Instant;
}

const moved = statement(
  "ticket.moved",
  `select number, folio, seq, assignee_id as assignee, portal, updated_at as at from ticket
    where desk_id = $1 and updated_at >= $2 order by updated_at desc, number desc limit $3`,
);

/** Tickets whose newest event was recorded at `since` or later, the newest first, so many at most. */
export function movedTickets(
  tx: Transaction,
  { since, most }: { readonly since: Instant; readonly most: number },
): Promise<MovedTicket[]> {
  return query(tx, moved, [deskOf(tx), instantParameter(since), most]);
}
