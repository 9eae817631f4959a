import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";

/** A name by which a desk is reached; with a portal, that of one buying company (HB-8). */
export interface DeskHostRow {
  readonly desk: string;
  readonly host: string;
  readonly portal: string | null;
}

const insert = statement(
  "deskHost.insert",
  `insert into plazo.desk_host (desk_id, host, portal, created) values ($1, $2, $3, $4)
   on conflict (host) do nothing`,
);
const remove = statement(
  "deskHost.remove",
  "delete from plazo.desk_host where desk_id = $1 and host = $2",
);
const all = statement(
  "deskHost.all",
  "select desk_id as desk, host, portal from plazo.desk_host order by desk_id, created, host limit 10000",
);

/** Gives the desk a host; gives whether it was free. */
export async function insertDeskHost(
  tx: Transaction,
  { host, portal, at }: Omit<DeskHostRow, "desk"> & { readonly at: Instant },
): Promise<boolean> {
  return (await execute(tx, insert, [deskOf(tx), host, portal, instantParameter(at)])) === 1;
}

/** Takes a host from the desk; gives whether it had it. */
export async function removeDeskHost(tx: Transaction, host: string): Promise<boolean> {
  return (await execute(tx, remove, [deskOf(tx), host])) === 1;
}

/** Every host of every desk, the older first; across desks. */
export function allDeskHosts(tx: Transaction): Promise<DeskHostRow[]> {
  return query<DeskHostRow>(tx, all, []);
}
