import { folded } from "./folded.ts";
import { queryOne, statement } from "./query.ts";
import type { ListFilter, ListPlace, ListSort } from "./ticket-queue.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** What an organisation's tickets are known by: its portals, and its contacts' addresses. */
interface Ways {
  readonly portals: readonly string[];
  readonly addresses: readonly string[];
}

/** A filter as it is read: an organisation's tickets are found by values, so that the plan knows how few they are. */
export type ReadFilter = Omit<ListFilter, "organisation"> & { readonly ways?: Ways };

const waysOf = statement(
  "queue.organisation",
  `select array(select p.portal from portal_owner p where p.desk_id = $1 and p.organisation_id = $2::uuid) as portals,
     array(select a.folded from contact_person c join contact a on a.desk_id = c.desk_id and a.id = c.id
       where c.desk_id = $1 and c.organisation = $2::uuid) as addresses`,
);

/** A list's filter with an organisation as what its tickets are known by. */
export async function readFilter(
  tx: Transaction,
  { organisation, ...filter }: ListFilter,
): Promise<ReadFilter> {
  if (organisation === undefined) return filter;
  const ways = await queryOne<Ways>(tx, waysOf, [tx.desk, organisation]);
  return { ...filter, ways: ways ?? { portals: [], addresses: [] } };
}

/** One thing that a list narrows by, in the words of SQL. */
export interface Condition {
  readonly part: string;
  /** The condition, given the names of its parameters in order. */
  readonly text: (one: string, two: string) => string;
  readonly values: readonly unknown[];
  /** Whether an index of open tickets begins with it and goes on in the order of what falls due. */
  readonly leads: boolean;
}

const equal = (part: string, column: string, value: string): Condition => ({
  part,
  text: (one) => `${column} = ${one}`,
  values: [value],
  leads: true,
});

/** What a filter narrows by: first what an index may lead to. */
export function conditionsOf(filter: ReadFilter): readonly Condition[] {
  const { assignee, seenBy, level, severity, breached } = filter;
  const plain = { values: [], leads: true };
  const conditions: Condition[] = [];
  if (assignee === null)
    conditions.push({ part: "nobody", text: () => "assignee_id is null", ...plain });
  else if (assignee !== undefined) conditions.push(equal("assignee", "assignee_id", assignee));
  if (seenBy !== undefined) conditions.push(equal("seen-by", "assignee_id", seenBy));
  if (level !== undefined) conditions.push(equal("level", "level", level));
  if (severity !== undefined) conditions.push(equal("severity", "severity", severity));
  const [only, ...more] = filter.progress ?? [];
  if (only !== undefined && more.length === 0) conditions.push(equal("progress", "progress", only));
  else if (only !== undefined)
    conditions.push({
      part: "progresses",
      text: (one) => `progress = any(${one}::text[])`,
      values: [[only, ...more]],
      leads: false,
    });
  if (breached === true) conditions.push({ part: "breached", text: () => "breached", ...plain });
  return [...conditions, ...narrowerConditions(filter)];
}

/** What only lists that somebody put together narrow by. */
function narrowerConditions(filter: ReadFilter): readonly Condition[] {
  const { state, category, ways, dueBy, urgency, text } = filter;
  const narrower = (
    part: string,
    write: (one: string, two: string) => string,
    ...values: readonly unknown[]
  ): Condition => ({ part, text: write, values, leads: false });
  return [
    ...(state === undefined ? [] : [narrower("state", (one) => `state = ${one}`, state)]),
    ...(category === undefined
      ? []
      : [narrower("category", (one) => `category = ${one}`, category)]),
    ...(ways === undefined ? [] : [narrower("organisation", ofWays, ways.portals, ways.addresses)]),
    ...(dueBy === undefined
      ? []
      : [narrower("due", (one) => `sorts_at <= ${one}::timestamptz`, instantParameter(dueBy))]),
    ...(urgency === undefined ? [] : [narrower("urgency", (one) => `urgency = ${one}`, urgency)]),
    ...wordsOf(text ?? "").map((word) =>
      narrower("text", (one) => `position(${one}::text in subject_folded) > 0`, word),
    ),
  ];
}

const ofWays = (portals: string, addresses: string): string =>
  `(portal = any(${portals}::text[]) or address_folded = any(${addresses}::text[]))`;

/** Words that are looked for in a subject; more of them say nothing more. */
function wordsOf(text: string): readonly string[] {
  return folded(text).split(/\s+/u).filter(Boolean).slice(0, 6);
}

/** Conditions and other values as parameters of one statement; `$1` is the desk. */
export interface Parameters {
  readonly values: unknown[];
  /** Writes a condition down; the same one twice has the same parameters. */
  readonly where: (condition: Condition) => string;
  /** The name of a parameter with this value. */
  readonly value: (value: unknown) => string;
}

/** Parameters of a statement about a desk. */
export function parametersOf(desk: string | null): Parameters {
  const values: unknown[] = [desk];
  const written = new Map<Condition, string>();
  const value = (one: unknown): string => `$${values.push(one)}`;
  return {
    values,
    value,
    where(condition) {
      const [one = "", two = ""] = written.has(condition) ? [] : condition.values.map(value);
      const text = written.get(condition) ?? condition.text(one, two);
      written.set(condition, text);
      return text;
    },
  };
}

/** What a list is read in the order of. */
export interface Order {
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

/** The order of a list: closed ones by their closing, the last first. */
export function orderOf({ closed, sort = "due" }: Pick<ListFilter, "closed" | "sort">): Order {
  return closed ? { column: "closed_at", direction: "desc" } : orders[sort];
}

/** An order as SQL. */
export function byOrder({ column, direction, alone }: Order): string {
  return alone === true ? `number ${direction}` : `${column} ${direction}, number ${direction}`;
}

/** What is after a place, as SQL. */
export function afterPlace(
  { column, direction, alone }: Order,
  { at, number }: ListPlace,
  { value }: Parameters,
): string {
  const beyond = direction === "asc" ? ">" : "<";
  if (alone === true) return `number ${beyond} ${value(number)}::bigint`;
  return `(${column}, number) ${beyond} (${value(instantParameter(at))}::timestamptz, ${value(number)}::bigint)`;
}
