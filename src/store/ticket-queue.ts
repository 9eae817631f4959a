import type { Progress } from "../core/ticket/ticket.ts";
import type { Instant } from "../core/time/instant.ts";
import {
  afterPlace,
  byOrder,
  conditionsOf,
  orderOf,
  parametersOf,
  readFilter,
} from "./list-conditions.ts";
import type { Condition, ReadFilter } from "./list-conditions.ts";
import { listed } from "./listed.ts";
import { query, queryOne, statement } from "./query.ts";
import type { Statement } from "./query.ts";
import { countRare, isLed, listNear, listRare } from "./rare-lists.ts";
import { isSearchWhole } from "./search/progress.ts";
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
  /** The policy's state. */
  readonly state?: string;
  /** As a tracker sorts it: "tipo/contrasena", or a form. */
  readonly category?: string;
  /** Of the portals and the contacts' addresses of this organisation. */
  readonly organisation?: string;
  /** What falls due next does so at this instant or before. */
  readonly dueBy?: Instant;
  readonly urgency?: "claimed" | "confirmed" | "refused";
  /** Words of the subject, whatever their case and accents. */
  readonly text?: string;
  readonly sort?: ListSort;
}

/** The order of open tickets: what falls due next, by filing, or by their changes. */
export type ListSort = "due" | "newest" | "oldest" | "changed";

/** Where a page ends: the order's instant and the ticket's number. */
export interface ListPlace {
  readonly at: Instant;
  readonly number: number;
}

/**
 * The statement of a list, each combination of filters with a plan of its own, so that it reads its
 * index in order. What an index leads to in that order has a name: 2 orders, 2^7 filters at most.
 */
function wholeStatement(
  tx: Transaction,
  filter: ReadFilter,
  { after, limit }: ListPage,
): { readonly statement: Statement; readonly values: readonly unknown[] } {
  const conditions = conditionsOf(filter);
  const parameters = parametersOf(tx.desk);
  const order = orderOf(filter);
  const where = [
    "desk_id = $1",
    filter.closed ? "closed_at is not null" : "closed_at is null",
    ...conditions.map(parameters.where),
    ...(after === null ? [] : [afterPlace(order, after, parameters)]),
  ];
  const text = `select ${listed} from ticket where ${where.join(" and ")} order by ${byOrder(order)} limit ${parameters.value(limit)}::integer`;
  const name = nameOf(after === null ? "list" : "list.after", filter, conditions);
  return { statement: statement(name, text), values: parameters.values };
}

/** The name under which a statement's plan is kept; none where somebody put its filter together: those are too many. */
function nameOf(kind: string, filter: ReadFilter, conditions: readonly Condition[]): string {
  const isKept =
    (filter.sort ?? "due") === "due" &&
    conditions.every(({ part, leads }) => leads || part === "progresses");
  const parts = [filter.closed ? "closed" : "open", ...conditions.map(({ part }) => part)];
  return isKept ? `queue.${kind}.${parts.join(".")}` : "";
}

/** A page of a list: what it begins after, and how many it holds. */
export interface ListPage {
  readonly after: ListPlace | null;
  readonly limit: number;
}

/**
 * A page of a list: open ones by what falls due next, closed ones by their closing, newest first.
 * Where no index leads to what the list narrows by, it is looked for among the first of the order, and
 * what is rare there among the narrow rows of the open tickets.
 */
export async function listTickets(
  tx: Transaction,
  wanted: ListFilter,
  page: ListPage,
): Promise<ListedTicket[]> {
  const filter = await readFilter(tx, wanted);
  const near = isLed(filter) ? null : await listNear(tx, filter, page);
  if (near?.enough === true) return near.rows;
  if (near !== null && near.whole) return listRare(tx, filter, page);
  const { statement: list, values } = wholeStatement(tx, filter, page);
  return query(tx, list, values);
}

/** How many tickets a list holds, counted up to 1,000. */
export async function countTickets(tx: Transaction, wanted: ListFilter): Promise<number> {
  const filter = await readFilter(tx, wanted);
  if (!isLed(filter) && (await isSearchWhole(tx))) return countRare(tx, filter);
  const conditions = conditionsOf(filter);
  const parameters = parametersOf(tx.desk);
  const where = ["desk_id = $1", filter.closed ? "closed_at is not null" : "closed_at is null"];
  where.push(...conditions.map(parameters.where));
  const text = `select count(*)::integer as n from (select 1 from ticket where ${where.join(" and ")} limit 1000) as found`;
  const count = statement(nameOf("count", filter, conditions), text);
  return (await queryOne<{ n: number }>(tx, count, parameters.values))?.n ?? 0;
}
