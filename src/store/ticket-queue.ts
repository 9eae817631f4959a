import type { Progress } from "../core/ticket/ticket.ts";
import type { Instant } from "../core/time/instant.ts";
import { folded } from "./folded.ts";
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

interface Order {
  readonly column: string;
  readonly direction: "asc" | "desc";
  /** Whether the order is that of the numbers alone: those are given in the order of filing. */
  readonly alone?: true;
}

const orders: Readonly<Record<ListSort, Order>> = {
  due: { column: "sorts_at", direction: "asc" },
  newest: { column: "number", direction: "desc", alone: true },
  oldest: { column: "number", direction: "asc", alone: true },
  changed: { column: "updated_at", direction: "desc" },
};

/** What an organisation's tickets are known by: its portals, and its contacts' addresses. */
interface Ways {
  readonly portals: readonly string[];
  readonly addresses: readonly string[];
}

const waysOf = statement(
  "queue.organisation",
  `select array(select p.portal from portal_owner p where p.desk_id = $1 and p.organisation_id = $2::uuid) as portals,
     array(select a.folded from contact_person c join contact a on a.desk_id = c.desk_id and a.id = c.id
       where c.desk_id = $1 and c.organisation = $2::uuid) as addresses`,
);

/** A filter as it is read: an organisation's tickets are found by values, so that the plan knows how few they are. */
type Read = Omit<ListFilter, "organisation"> & { readonly ways?: Ways };

async function read(tx: Transaction, { organisation, ...filter }: ListFilter): Promise<Read> {
  if (organisation === undefined) return filter;
  const ways = await queryOne<Ways>(tx, waysOf, [tx.desk, organisation]);
  return { ...filter, ways: ways ?? { portals: [], addresses: [] } };
}

const ofWays = (portals: string, addresses: string): string =>
  `(portal = any(${portals}::text[]) or address_folded = any(${addresses}::text[]))`;

type Bind = (
  part: string,
  text: (parameter: string, second: string) => string,
  ...values: unknown[]
) => void;

/** What only lists that somebody put together narrow by: they are many, and their plans are not kept. */
function bindNarrower(filter: Read, bind: Bind): void {
  const { state, category, ways, dueBy, urgency, text } = filter;
  if (state !== undefined) bind("state", (p) => `state = ${p}`, state);
  if (category !== undefined) bind("category", (p) => `category = ${p}`, category);
  if (ways !== undefined) bind("organisation", ofWays, ways.portals, ways.addresses);
  if (dueBy !== undefined)
    bind("due", (p) => `sorts_at <= ${p}::timestamptz`, instantParameter(dueBy));
  if (urgency !== undefined) bind("urgency", (p) => `urgency = ${p}`, urgency);
  for (const word of wordsOf(text ?? ""))
    bind("text", (p) => `position(${p}::text in subject_folded) > 0`, word);
}

/** Words that are looked for in a subject; more of them say nothing more. */
function wordsOf(text: string): readonly string[] {
  return folded(text).split(/\s+/u).filter(Boolean).slice(0, 6);
}

/** Where a page of an order begins. */
function afterPlace({ column, direction, alone }: Order, at: number): string {
  const beyond = direction === "asc" ? ">" : "<";
  if (alone === true)
    return `$${at}::timestamptz is not null and number ${beyond} $${at + 1}::bigint`;
  return `(${column}, number) ${beyond} ($${at}::timestamptz, $${at + 1}::bigint)`;
}

function orderOf({ closed, sort = "due" }: Read): Order {
  return closed ? { column: "closed_at", direction: "desc" } : orders[sort];
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
 * index in order. The names are few: 2 orders, 2^7 filters at most; what else a list narrows by has none.
 */
function listStatement(
  filter: Read,
  after: boolean,
  counted: boolean,
): { readonly statement: Statement; readonly values: unknown[] } {
  const values: unknown[] = [];
  const name = [filter.closed ? "closed" : "open"];
  const where: string[] = [
    "desk_id = $1",
    filter.closed ? "closed_at is not null" : "closed_at is null",
  ];
  const bind: Bind = (part, text, ...bound) => {
    const at = values.length + 2;
    values.push(...bound);
    where.push(text(`$${at}`, `$${at + 1}`));
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
  const named = name.length;
  bindNarrower(filter, bind);
  const order = orderOf(filter);
  const isKept = name.length === named && (filter.sort ?? "due") === "due";
  const nameOf = (kind: string): string => (isKept ? `queue.${kind}.${name.join(".")}` : "");
  if (counted) {
    const text = `select count(*)::integer as n from (select 1 from ticket where ${where.join(" and ")} limit 1000) as found`;
    return { statement: statement(nameOf("count"), text), values };
  }
  const at = values.length + 2;
  if (after) where.push(afterPlace(order, at));
  const limit = after ? at + 2 : at;
  const { column, direction, alone } = order;
  const by = alone === true ? `number ${direction}` : `${column} ${direction}, number ${direction}`;
  const text = `select ${listed} from ticket where ${where.join(" and ")} order by ${by} limit $${limit}::integer`;
  const kept = nameOf("list");
  return { statement: statement(kept === "" || !after ? kept : `${kept}.after`, text), values };
}

/** A page of a list: open ones by what falls due next, closed ones by their closing, newest first. */
export async function listTickets(
  tx: Transaction,
  filter: ListFilter,
  page: { readonly after: ListPlace | null; readonly limit: number },
): Promise<ListedTicket[]> {
  const { statement: list, values } = listStatement(
    await read(tx, filter),
    page.after !== null,
    false,
  );
  const place = page.after === null ? [] : [instantParameter(page.after.at), page.after.number];
  return query(tx, list, [tx.desk, ...values, ...place, page.limit]);
}

/** How many tickets a list holds, counted up to 1,000. */
export async function countTickets(tx: Transaction, filter: ListFilter): Promise<number> {
  const { statement: count, values } = listStatement(await read(tx, filter), false, true);
  return (await queryOne<{ n: number }>(tx, count, [tx.desk, ...values]))?.n ?? 0;
}
