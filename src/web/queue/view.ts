import { viewFilter } from "../../contract/views.ts";
import type { ViewFilter } from "../../contract/views.ts";

/** A list of the queue. What other systems read, in the order of its changes, is none. */
export type ViewName = ViewFilter["view"];

/** What a list's address says: all that a saved view keeps. */
export type ViewSearch = ViewFilter;

/** What a list narrows by, beside the list that it is of. */
export type Narrowing = Exclude<keyof ViewFilter, "view" | "q">;

const { view: viewShape, q: qShape, ...narrowShapes } = viewFilter.shape;

/** The names by which a list narrows, in the order in which they are shown. */
export const narrowings = Object.keys(narrowShapes) as Narrowing[];

/** A list's address as it can be meant: whatever it cannot mean is left out. */
export function readSearch(written: Readonly<Record<string, unknown>>): ViewSearch {
  const shapes = { ...narrowShapes, q: qShape };
  const said = Object.entries(shapes).flatMap(([name, shape]) => {
    const read = shape.safeParse(written[name]);
    return written[name] !== undefined && read.success ? [[name, read.data]] : [];
  });
  return { view: viewShape.safeParse(written["view"]).data ?? "open", ...Object.fromEntries(said) };
}

/** Whether two addresses show the same list. */
export function isSameList(one: ViewSearch, other: ViewSearch): boolean {
  return (["view", "q", ...narrowings] as const).every((name) => one[name] === other[name]);
}

/** The lists, in the order in which they are offered. */
export const viewNames: readonly ViewName[] = [
  "open",
  "mine",
  "unassigned",
  "breached",
  "waiting",
  "solved",
  "closed",
];

/** The query of a list's page. The server lets a search look everywhere, whatever else is there. */
export function listQuery(
  search: ViewSearch,
  cursor: string | null,
  limit?: number,
): URLSearchParams {
  const query = new URLSearchParams({ view: search.view });
  for (const name of [...narrowings, "q"] as const)
    if (search[name] !== undefined) query.set(name, search[name]);
  if (cursor !== null) query.set("cursor", cursor);
  if (limit !== undefined) query.set("limit", String(limit));
  return query;
}
