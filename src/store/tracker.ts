import type { TicketEvent } from "../core/ticket/event.ts";
import type { Ticket } from "../core/ticket/ticket.ts";
import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import type { Statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A ticket of the tracker, whole. */
export interface TrackedTicket {
  readonly number: number;
  readonly ticket: Ticket;
}

/** Which tickets of a tracker; none left out where nothing is said. */
export interface TrackerFilter {
  /** As the register knows it. */
  readonly portal?: string;
  readonly category?: string;
}

/** A place in the tracker: newest first, then by number. */
export interface TrackerPlace {
  readonly filedAt: Instant;
  readonly number: number;
}

/** One statement for each combination of filters, so that each reads its own index in order: 8 at most. */
function listing(filter: TrackerFilter, isAfter: boolean): Statement {
  const name = ["tracker.list"];
  const where = ["desk_id = $1"];
  let next = 2;
  for (const column of ["portal", "category"] as const) {
    if (filter[column] === undefined) continue;
    where.push(`${column} = $${next}`);
    name.push(column);
    next += 1;
  }
  if (isAfter) {
    where.push(`(filed_at, number) < ($${next}::timestamptz, $${next + 1}::bigint)`);
    name.push("after");
    next += 2;
  }
  return statement(
    name.join("."),
    `select number, fold as ticket from ticket where ${where.join(" and ")}
      order by filed_at desc, number desc limit $${next}::integer`,
  );
}

/** A page of the tracker, newest first. */
export function trackedTickets(
  tx: Transaction,
  filter: TrackerFilter,
  page: { readonly after: TrackerPlace | null; readonly limit: number },
): Promise<TrackedTicket[]> {
  const { after, limit } = page;
  const narrowed = [filter.portal, filter.category].filter((value) => value !== undefined);
  const place = after === null ? [] : [instantParameter(after.filedAt), after.number];
  return query(tx, listing(filter, after !== null), [deskOf(tx), ...narrowed, ...place, limit]);
}

// A loose scan of the index: one step for each portal, not one for each ticket.
const portals = statement(
  "tracker.portals",
  `with recursive found as (
     (select portal, 1 as n from ticket where desk_id = $1 and portal is not null order by portal limit 1)
     union all
     select (select portal from ticket where desk_id = $1 and portal > found.portal order by portal limit 1), found.n + 1
       from found where found.portal is not null and found.n < $2)
   select portal from found where portal is not null`,
);

/** The portals that tickets came from, in order. */
export async function trackedPortals(tx: Transaction, limit: number): Promise<string[]> {
  const rows = await query<{ portal: string }>(tx, portals, [deskOf(tx), limit]);
  return rows.map(({ portal }) => portal);
}

const changed = statement(
  "tracker.changed",
  `select number, updated_at as "updatedAt" from ticket where desk_id = $1 and (updated_at, number) > ($2::timestamptz, $3::bigint)
    order by updated_at, number limit $4`,
);
const changedAtPortal = statement(
  "tracker.changed-at-portal",
  `select number, updated_at as "updatedAt" from ticket where desk_id = $1 and portal = $5
      and (updated_at, number) > ($2::timestamptz, $3::bigint)
    order by updated_at, number limit $4`,
);

/** A ticket of which something was recorded after a moment. */
export interface ChangedTicket {
  readonly number: number;
  readonly updatedAt: Instant;
}

/** Tickets of which something was recorded after a place, in the order of their newest event. */
export function changedTickets(
  tx: Transaction,
  {
    portal,
    after,
    limit,
  }: {
    readonly portal: string | null;
    readonly after: ChangedTicket;
    readonly limit: number;
  },
): Promise<ChangedTicket[]> {
  const values = [deskOf(tx), instantParameter(after.updatedAt), after.number, limit];
  return portal === null
    ? query(tx, changed, values)
    : query(tx, changedAtPortal, [...values, portal]);
}

const events = statement(
  "tracker.events",
  `select ticket, seq, at, recorded, by, fact from ticket_event
    where desk_id = $1 and ticket = any($2::bigint[]) and recorded <= $3 order by ticket, seq`,
);

/** The events of several tickets recorded up to a moment, by ticket, in order. */
export async function eventsOfAll(
  tx: Transaction,
  tickets: readonly number[],
  until: Instant,
): Promise<ReadonlyMap<number, readonly TicketEvent[]>> {
  const rows = await query<TicketEvent & { readonly ticket: number }>(tx, events, [
    deskOf(tx),
    [...tickets],
    instantParameter(until),
  ]);
  return Map.groupBy(rows, ({ ticket }) => ticket);
}

const uncategorised = statement(
  "tracker.uncategorised",
  "select number, fold as ticket from ticket where desk_id = $1 and category is null order by number limit $2",
);
const categorise = statement(
  "tracker.categorise",
  `with given as (select * from jsonb_to_recordset($2::jsonb) as given(number bigint, category text)),
   listed as (
     update search_open set category = given.category from given
      where search_open.desk_id = $1 and search_open.number = given.number and search_open.category is null)
   update ticket set category = given.category from given
    where ticket.desk_id = $1 and ticket.number = given.number and ticket.category is null`,
);

/** Tickets written before rows had a category. */
export function uncategorisedTickets(tx: Transaction, limit: number): Promise<TrackedTicket[]> {
  return query(tx, uncategorised, [deskOf(tx), limit]);
}

/** Writes the category of rows that have none. */
export async function categoriseTickets(
  tx: Transaction,
  given: readonly { readonly number: number; readonly category: string }[],
): Promise<void> {
  await execute(tx, categorise, [deskOf(tx), JSON.stringify(given)]);
}
