import { query, statement } from "../../src/store/query.ts";
import { inDesk } from "../../src/store/transaction.ts";
import type { Transaction } from "../../src/store/transaction.ts";
import type { TestDesk } from "./desk.ts";

/** Every table of a desk with the number of its rows and a digest of all that is in them, and where every sequence stands. */
export type WholeDesk = Readonly<Record<string, string>>;

const tables = statement(
  "test.tables",
  `select table_name as name from information_schema.columns
    where table_schema = 'plazo' and column_name = 'desk_id' order by table_name`,
);
const sequences = statement(
  "test.sequences",
  `select sequencename as name, coalesce(last_value, 0)::text as value from pg_sequences where schemaname like 'plazo%'`,
);

/** All that a desk's database holds, to be compared with what it holds later. */
export function wholeDesk(test: TestDesk): Promise<WholeDesk> {
  return inDesk(test.plazo.db, test.desk, async (tx) => {
    const found: Record<string, string> = {};
    for (const { name } of await query<{ name: string }>(tx, tables, []))
      found[name] = await digestOf(tx, name);
    for (const { name, value } of await query<{ name: string; value: string }>(tx, sequences, []))
      found[name] = value;
    return found;
  });
}

async function digestOf(tx: Transaction, table: string): Promise<string> {
  const all = await tx.client.query<{ digest: string }>(
    `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${table}" t`,
  );
  return all.rows[0]?.digest ?? "";
}
