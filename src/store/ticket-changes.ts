import type { Instant } from "../core/time/instant.ts";
import { folded } from "./folded.ts";
import { query, statement } from "./query.ts";
import { listed } from "./listed.ts";
import type { ListedTicket, ListPlace } from "./ticket-queue.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** Which tickets, open and closed; what is left out keeps all. */
export interface ChangesFilter {
  readonly updatedSince?: Instant;
  readonly state?: string;
  readonly level?: string;
  readonly severity?: string;
  readonly folio?: string;
  /** The requester's address, exactly but for case and accents. */
  readonly requester?: string;
  readonly externalReference?: string;
  /** Whoever sees only what is assigned to them. */
  readonly seenBy?: string;
}

const conditions: Readonly<Record<keyof ChangesFilter, (p: string) => string>> = {
  updatedSince: (p) => `updated_at >= ${p}`,
  state: (p) => `state = ${p}`,
  level: (p) => `level = ${p}`,
  severity: (p) => `severity = ${p}`,
  folio: (p) => `folio = ${p}`,
  requester: (p) => `address_folded = ${p}`,
  externalReference: (p) =>
    `number in (select ticket from external_reference where desk_id = $1 and reference = ${p})`,
  seenBy: (p) => `assignee_id = ${p}`,
};

const names = Object.keys(conditions) as (keyof ChangesFilter)[];

/** A page of tickets in the order of their last changes, the oldest change first. One statement for each set of filters. */
export function changedTickets(
  tx: Transaction,
  filter: ChangesFilter,
  page: { readonly after: ListPlace | null; readonly limit: number },
): Promise<ListedTicket[]> {
  const used = names.filter((name) => filter[name] !== undefined);
  const where = used.map((name, at) => conditions[name](`$${at + 2}`));
  const values = used.map((name) => parameterOf(name, filter[name]));
  const at = values.length + 2;
  const place = page.after === null ? [] : [instantParameter(page.after.at), page.after.number];
  if (page.after !== null)
    where.push(`(updated_at, number) > ($${at}::timestamptz, $${at + 1}::bigint)`);
  const text = `select ${listed} from ticket where ${["desk_id = $1", ...where].join(" and ")} order by updated_at, number limit $${at + place.length}::integer`;
  const name = ["changes", ...used, ...(page.after === null ? [] : ["after"])].join(".");
  return query(tx, statement(name, text), [tx.desk, ...values, ...place, page.limit]);
}

function parameterOf(name: keyof ChangesFilter, value: string | number | undefined): unknown {
  if (typeof value === "number") return instantParameter(value);
  return name === "requester" && value !== undefined ? folded(value) : value;
}
