import { z } from "zod";
import { ticketQuery } from "../../contract/ticket.ts";

/** A list of the queue. What other systems read, in the order of its changes, is none. */
export type ViewName = Exclude<z.infer<typeof ticketQuery>["view"], "all">;

/** What a list's address says. */
export interface ViewSearch {
  readonly view: ViewName;
  readonly severity?: string;
  readonly q?: string;
}

const named = z.object({ view: ticketQuery.shape.view.unwrap().exclude(["all"]) });
const narrowed = z.object({ severity: z.string().min(1).max(60) });
const sought = z.object({ q: z.string().min(1).max(200) });

/** A list's address as it can be meant: whatever it cannot mean is left out. */
export function readSearch(written: Readonly<Record<string, unknown>>): ViewSearch {
  return {
    view: named.safeParse(written).data?.view ?? "open",
    ...narrowed.safeParse(written).data,
    ...sought.safeParse(written).data,
  };
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
export function listQuery(search: ViewSearch, cursor: string | null): URLSearchParams {
  const query = new URLSearchParams({ view: search.view });
  if (search.severity !== undefined) query.set("severity", search.severity);
  if (search.q !== undefined) query.set("q", search.q);
  if (cursor !== null) query.set("cursor", cursor);
  return query;
}
