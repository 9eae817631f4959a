import { deskOf } from "./append.ts";
import { query, statement } from "./query.ts";
import type { Transaction } from "./transaction.ts";

const named = statement(
  "kept-files.named",
  `select f.id from unnest($2::uuid[]) as f(id)
    where exists (select from file k where k.desk_id = $1 and k.id = f.id)
       or exists (select from upload u where u.desk_id = $1 and u.id = f.id)
       or exists (select from article_file a where a.desk_id = $1 and a.id = f.id)
       or exists (select from received_mail m where m.desk_id = $1 and m.file = f.id)`,
);

/** Those of some files that a row of the desk names: on a ticket, kept for a form, shown by an article, or a mail as it came. */
export async function namedFiles(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await query<{ id: string }>(tx, named, [deskOf(tx), ids]);
  return rows.map(({ id }) => id);
}
