import type { Ticket } from "../core/ticket/ticket.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { query, queryOne, statement } from "./query.ts";
import type { Transaction } from "./transaction.ts";

/** A ticket whose client is to be called (CC-11). */
export interface TicketToCall {
  readonly number: number;
  readonly folio: string;
  readonly ticket: Ticket;
  readonly due: Instant;
}

const due = statement(
  "call-due.list",
  `select number, folio, fold as ticket, call_due as due from ticket
    where desk_id = $1 and call_due is not null order by call_due, number limit $2`,
);
const count = statement(
  "call-due.count",
  `select (select count(*) from (select from ticket where desk_id = $1 and call_due is not null limit 1000) as due)::integer
        + (select count(*) from (select from call where desk_id = $1 and owed is not null and settled is null limit 1000) as owed)::integer as n`,
);
const left = statement(
  "ticket.of-telephone",
  `select number, folio, fold as ticket from ticket
    where desk_id = $1 and telephone_ending = $2 and closed_at is null order by number desc limit $3`,
);

/** Tickets whose client is to be called, what is due first before. */
export function ticketsToCall(tx: Transaction, limit: number): Promise<TicketToCall[]> {
  return query(tx, due, [deskOf(tx), limit]);
}

/** How many calls are to be made, counted up to 1,000 of each kind. */
export async function countCallsDue(tx: Transaction): Promise<number> {
  return (await queryOne<{ n: number }>(tx, count, [deskOf(tx)]))?.n ?? 0;
}

/** Open tickets that were left with a telephone, by its last ten digits, newest first. */
export function ticketsOfTelephone(
  tx: Transaction,
  ending: string,
  limit: number,
): Promise<Omit<TicketToCall, "due">[]> {
  return query(tx, left, [deskOf(tx), ending, limit]);
}

const byNumbers = statement(
  "ticket.by-numbers",
  "select number, folio, fold as ticket from ticket where desk_id = $1 and number = any($2::bigint[]) and closed_at is null order by number desc",
);

/** Those of these tickets that are open, newest first. */
export function openAmong(
  tx: Transaction,
  numbers: readonly number[],
): Promise<Omit<TicketToCall, "due">[]> {
  return query(tx, byNumbers, [deskOf(tx), numbers]);
}
