import { afterPlace, byOrder, conditionsOf, orderOf, parametersOf } from "./list-conditions.ts";
import type { Parameters, ReadFilter } from "./list-conditions.ts";
import { query, queryOne, statement } from "./query.ts";
import { overlap, whole } from "./search/progress.ts";
import { listed } from "./listed.ts";
import type { ListedTicket, ListPage } from "./ticket-queue.ts";
import type { Transaction } from "./transaction.ts";

/** How many of the first in the order are looked at before the narrow rows. */
const FIRST = 1_000;

/**
 * Whether an index leads to a list in its order: open ones that fall due, narrowed by at most one
 * thing; closed ones, and those of an organisation, are read as they always were.
 */
export function isLed(filter: ReadFilter): boolean {
  if (filter.closed || filter.ways !== undefined) return true;
  const conditions = conditionsOf(filter).filter(({ part }) => part !== "due");
  if ((filter.sort ?? "due") !== "due")
    return conditions.length === 0 && filter.dueBy === undefined;
  return conditions.length <= 1 && conditions.every(({ leads }) => leads);
}

interface Near {
  readonly rows: ListedTicket[];
  /** Whether the page is full, or nothing is left to look at. */
  readonly enough: boolean;
  /** Whether the narrow rows are all there. */
  readonly whole: boolean;
}

const unnamed = (text: string): ReturnType<typeof statement> => statement("", text);

/** What of a list stands among the first of its order. */
export async function listNear(tx: Transaction, filter: ReadFilter, page: ListPage): Promise<Near> {
  const { after, limit } = page;
  const order = orderOf(filter);
  const begun = (parameters: Parameters): string => {
    const where = ["desk_id = $1", "closed_at is null"];
    if (after !== null) where.push(afterPlace(order, after, parameters));
    return `from ticket where ${where.join(" and ")} order by ${byOrder(order)}`;
  };
  const list = parametersOf(tx.desk);
  const first = begun(list);
  const narrowed = conditionsOf(filter).map(list.where);
  const text = `select ${listed} from (select * ${first} limit ${FIRST}) t
    where ${["true", ...narrowed].join(" and ")} order by ${byOrder(order)} limit ${list.value(limit)}::integer`;
  const rows = await query<ListedTicket>(tx, unnamed(text), list.values);
  if (rows.length >= limit) return { rows, enough: true, whole: false };
  const beyond = parametersOf(tx.desk);
  const left = await queryOne<{ more: boolean; whole: boolean }>(
    tx,
    unnamed(`select exists (select ${begun(beyond)} offset ${FIRST}) as more,
      ${whole} as whole`),
    beyond.values,
  );
  return { rows, enough: left?.more !== true, whole: left?.whole === true };
}

// What changed since the worker last looked is read from the tickets themselves.
const fresh = `fresh as materialized (
  select number from ticket where desk_id = $1
     and updated_at >= (select upto - interval '${overlap} milliseconds' from search_progress where desk_id = $1))`;
const isKept =
  "desk_id = $1 and not exists (select from fresh f where f.number = search_open.number)";

/** A page of a list from the narrow rows of open tickets and from what has just changed; each as its ticket is now. */
export function listRare(
  tx: Transaction,
  filter: ReadFilter,
  page: ListPage,
): Promise<ListedTicket[]> {
  const { after, limit } = page;
  const order = orderOf(filter);
  const parameters = parametersOf(tx.desk);
  const narrowed = conditionsOf(filter).map(parameters.where);
  if (after !== null) narrowed.push(afterPlace(order, after, parameters));
  const most = `order by ${byOrder(order)} limit ${parameters.value(limit)}::integer`;
  const text = `with ${fresh},
    kept as (select number from search_open where ${[isKept, ...narrowed].join(" and ")} ${most})
    select ${listed} from ticket
     where desk_id = $1 and number = any (array(select number from kept union all select number from fresh))
       and ${["closed_at is null", ...narrowed].join(" and ")} ${most}`;
  return query(tx, unnamed(text), parameters.values);
}

/** How many a list holds, counted up to 1,000 as `listRare` reads it. */
export async function countRare(tx: Transaction, filter: ReadFilter): Promise<number> {
  const parameters = parametersOf(tx.desk);
  const narrowed = conditionsOf(filter).map(parameters.where);
  const text = `with ${fresh}
    select count(*)::integer as n from (
      (select 1 from search_open where ${[isKept, ...narrowed].join(" and ")} limit 1000)
      union all
      (select 1 from ticket where desk_id = $1 and number = any (array(select number from fresh))
          and ${["closed_at is null", ...narrowed].join(" and ")} limit 1000)
      limit 1000) as found`;
  return (await queryOne<{ n: number }>(tx, unnamed(text), parameters.values))?.n ?? 0;
}
