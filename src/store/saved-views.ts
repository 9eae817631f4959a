import { deskOf } from "./append.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import type { Transaction } from "./transaction.ts";
import type { Instant } from "../core/time/instant.ts";

/** A list that was kept under a name. */
export interface SavedViewRecord {
  readonly id: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly shared: boolean;
  readonly name: string;
  /** The words of the list's address. */
  readonly filter: Readonly<Record<string, string>>;
  readonly place: number;
}

const columns = `id, owner, owner_name as "ownerName", shared, name, filter, place`;
const seen = statement(
  "saved-view.seen",
  `select * from (
     (select ${columns}, made from saved_view where desk_id = $1 and shared order by place, made, id limit 100)
     union all
     (select ${columns}, made from saved_view where desk_id = $1 and owner = $2 and not shared order by place, made, id limit 100)
   ) as found order by not shared, place, made, id`,
);
const lock = statement(
  "saved-view.lock",
  `select ${columns} from saved_view where desk_id = $1 and id = $2 for update`,
);
const insert = statement(
  "saved-view.insert",
  "insert into saved_view (desk_id, id, owner, owner_name, shared, name, filter, place, made) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const change = statement(
  "saved-view.change",
  "update saved_view set shared = $3, name = $4, filter = $5 where desk_id = $1 and id = $2",
);
const arrange = statement(
  "saved-view.arrange",
  `update saved_view v set place = o.place - 1 from unnest($2::uuid[]) with ordinality as o(id, place)
    where v.desk_id = $1 and v.id = o.id and v.place <> o.place - 1`,
);
const remove = statement(
  "saved-view.remove",
  "delete from saved_view where desk_id = $1 and id = $2",
);

/** The desk's shared views and somebody's own, each in their order. */
export function viewsSeenBy(tx: Transaction, member: string): Promise<SavedViewRecord[]> {
  return query(tx, seen, [deskOf(tx), member]);
}

/** A view, locked; `undefined`: there is none. */
export function lockView(tx: Transaction, id: string): Promise<SavedViewRecord | undefined> {
  return queryOne(tx, lock, [deskOf(tx), id]);
}

/** Keeps a new view. */
export async function insertView(
  tx: Transaction,
  view: SavedViewRecord,
  made: Instant,
): Promise<void> {
  const { id, owner, ownerName, shared, name, filter, place } = view;
  const values = [id, owner, ownerName, shared, name, JSON.stringify(filter), place];
  await execute(tx, insert, [deskOf(tx), ...values, instantParameter(made)]);
}

/** Changes what a view is called, what it shows and who sees it. */
export async function changeView(
  tx: Transaction,
  { id, shared, name, filter }: Pick<SavedViewRecord, "id" | "shared" | "name" | "filter">,
): Promise<void> {
  await execute(tx, change, [deskOf(tx), id, shared, name, JSON.stringify(filter)]);
}

/** Puts views in this order, from 0. */
export async function arrangeViews(tx: Transaction, ids: readonly string[]): Promise<void> {
  await execute(tx, arrange, [deskOf(tx), ids]);
}

/** Removes a view. */
export async function removeView(tx: Transaction, id: string): Promise<void> {
  await execute(tx, remove, [deskOf(tx), id]);
}
