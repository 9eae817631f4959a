import { withClient } from "../../src/store/connect.ts";
import type { TestDesk } from "./desk.ts";

/** Every table and sequence of the database with a digest of all that is in it, whoever's it is. */
export type WholeDatabase = Readonly<Record<string, string>>;

/** All that the database of a test holds, in every schema of the program, to be compared with what it holds later. */
export function wholeDatabase({ database }: TestDesk): Promise<WholeDatabase> {
  return withClient(database.connection, "owner", async (client) => {
    const found: Record<string, string> = {};
    const tables = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
        where schemaname like 'plazo%' order by 1`,
    );
    for (const { name } of tables.rows) {
      const digest = await client.query<{ digest: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
      );
      found[name] = digest.rows[0]?.digest ?? "";
    }
    const sequences = await client.query<{ name: string; value: string }>(
      `select schemaname || '.' || sequencename as name, coalesce(last_value, 0)::text as value
         from pg_sequences where schemaname like 'plazo%'`,
    );
    for (const { name, value } of sequences.rows) found[name] = value;
    return found;
  });
}
