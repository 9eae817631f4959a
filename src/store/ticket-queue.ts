import type { Progress } from "../core/ticket/ticket.ts";
import type { Instant } from "../core/time/instant.ts";
import { afterPrefix, folded } from "./folded.ts";
import { query, queryOne, statement } from "./query.ts";
import type { Statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { NextDue } from "./tickets.ts";
import type { Transaction } from "./transaction.ts";

/** A ticket in a list, without its fold. */
export interface ListedTicket {
  readonly number: number;
  readonly folio: string;
  readonly seq: number;
  readonly subject: string;
  readonly severity: string;
  readonly provisional: boolean;
  readonly level: string;
  readonly state: string;
  readonly progress: Progress;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly requesterName: string | null;
  readonly requesterAddress: string | null;
  readonly channel: string;
  readonly filedAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | null;
  readonly dueClock: string | null;
  readonly dueAt: Instant | null;
  readonly dueKind: NextDue["kind"] | null;
  readonly breached: boolean;
  /** What the requester last said about being there; null: nothing. */
  readonly present: boolean | null;
  readonly urgency: "claimed" | "confirmed" | "refused" | null;
  readonly sortsAt: Instant;
  readonly troubled: number;
}

/** What a list keeps; what is left out keeps all. */
export interface ListFilter {
  readonly closed: boolean;
  readonly assignee?: string | null;
  readonly level?: string;
  readonly severity?: string;
  readonly progress?: readonly Progress[];
  readonly breached?: boolean;
  /** Whoever sees only what is assigned to them: nothing else is in the list. */
  readonly seenBy?: string;
}

/** Where a page ends: the order's instant and the ticket's number. */
export interface ListPlace {
  readonly at: Instant;
  readonly number: number;
}

/** The columns of a `ListedTicket`. */
export const listed = `number, folio, seq, subject, severity, provisional, level, state, progress,
  assignee_id as "assigneeId", assignee_name as "assigneeName", requester_name as "requesterName",
  requester_address as "requesterAddress", channel, filed_at as "filedAt", updated_at as "updatedAt",
  closed_at as "closedAt", due_clock as "dueClock", due_at as "dueAt", due_kind as "dueKind", breached, present, urgency,
  sorts_at as "sortsAt", troubled`;

/**
 * One statement for each combination of filters, so that each has a plan of its own and reads its
 * index in order. The names are few: 2 orders, 2^7 filters at most.
 */
function listStatement(
  filter: ListFilter,
  after: boolean,
  counted: boolean,
): { readonly statement: Statement; readonly values: unknown[] } {
  const values: unknown[] = [];
  const name = [filter.closed ? "closed" : "open"];
  const where: string[] = [
    "desk_id = $1",
    filter.closed ? "closed_at is not null" : "closed_at is null",
  ];
  const bind = (part: string, text: (parameter: string) => string, value: unknown): void => {
    values.push(value);
    where.push(text(`$${values.length + 1}`));
    name.push(part);
  };
  if (filter.assignee === null) {
    where.push("assignee_id is null");
    name.push("nobody");
  } else if (filter.assignee !== undefined)
    bind("assignee", (p) => `assignee_id = ${p}`, filter.assignee);
  if (filter.seenBy !== undefined) bind("seen-by", (p) => `assignee_id = ${p}`, filter.seenBy);
  if (filter.level !== undefined) bind("level", (p) => `level = ${p}`, filter.level);
  if (filter.severity !== undefined) bind("severity", (p) => `severity = ${p}`, filter.severity);
  const [only, ...more] = filter.progress ?? [];
  if (only !== undefined && more.length === 0) bind("progress", (p) => `progress = ${p}`, only);
  else if (only !== undefined)
    bind("progresses", (p) => `progress = any(${p}::text[])`, [only, ...more]);
  if (filter.breached === true) {
    where.push("breached");
    name.push("breached");
  }
  if (counted) {
    const text = `select count(*)::integer as n from (select 1 from ticket where ${where.join(" and ")} limit 1000) as found`;
    return { statement: statement(`queue.count.${name.join(".")}`, text), values };
  }
  const [column, direction, beyond] = filter.closed
    ? ["closed_at", "desc", "<"]
    : ["sorts_at", "asc", ">"];
  const at = values.length + 2;
  if (after) where.push(`(${column}, number) ${beyond} ($${at}::timestamptz, $${at + 1}::bigint)`);
  const limit = after ? at + 2 : at;
  const text = `select ${listed} from ticket where ${where.join(" and ")} order by ${column} ${direction}, number ${direction} limit $${limit}::integer`;
  return {
    statement: statement(`queue.list.${name.join(".")}${after ? ".after" : ""}`, text),
    values,
  };
}

/** A page of a list: open ones by what falls due next, closed ones by their closing, newest first. */
export function listTickets(
  tx: Transaction,
  filter: ListFilter,
  page: { readonly after: ListPlace | null; readonly limit: number },
): Promise<ListedTicket[]> {
  const { statement: list, values } = listStatement(filter, page.after !== null, false);
  const place = page.after === null ? [] : [instantParameter(page.after.at), page.after.number];
  return query(tx, list, [tx.desk, ...values, ...place, page.limit]);
}

/** How many tickets a list holds, counted up to 1,000. */
export async function countTickets(tx: Transaction, filter: ListFilter): Promise<number> {
  const { statement: count, values } = listStatement(filter, false, true);
  return (await queryOne<{ n: number }>(tx, count, [tx.desk, ...values]))?.n ?? 0;
}

const found = statement(
  "queue.search",
  `select ${listed} from ticket where desk_id = $1 and number in (
     (select number from ticket where desk_id = $1 and folio_folded >= $2 and folio_folded < $3 order by folio_folded limit $4)
     union (select number from ticket where desk_id = $1 and subject_folded >= $2 and subject_folded < $3 order by subject_folded limit $4)
     union (select number from ticket where desk_id = $1 and address_folded >= $2 and address_folded < $3 order by address_folded limit $4)
   ) order by closed_at is not null, sorts_at, number limit $4`,
);

const foundOf = statement(
  "queue.search-of",
  `select ${listed} from ticket where desk_id = $1 and assignee_id = $5
      and ((folio_folded >= $2 and folio_folded < $3) or (subject_folded >= $2 and subject_folded < $3)
        or (address_folded >= $2 and address_folded < $3))
    order by closed_at is not null, sorts_at, number limit $4`,
);

/**
 * Tickets whose folio, subject or address begins like this (case and accents aside): open ones first.
 * With `seenBy`, only among those assigned to that member of staff.
 */
export function searchTickets(
  tx: Transaction,
  beginning: string,
  { limit, seenBy }: { readonly limit: number; readonly seenBy?: string | undefined },
): Promise<ListedTicket[]> {
  const prefix = folded(beginning);
  const values = [tx.desk, prefix, afterPrefix(prefix), limit];
  return seenBy === undefined ? query(tx, found, values) : query(tx, foundOf, [...values, seenBy]);
}
