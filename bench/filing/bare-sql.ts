// A load generator: the four rows of a filing (ticket, event, message, outgoing mail) written by one bare
// statement, in a transaction of its own, into tables of the same columns, indexes and checks; no wall,
// nothing looked up, nothing decided.
import { Client, Pool } from "pg";
import { closeDatabase, openDatabase } from "../../src/store/connect.ts";
import { clientConfig } from "../../src/store/connection.ts";
import type { Connection } from "../../src/store/connection.ts";
import { generate } from "../kit/load.ts";
import { another, recordFiling } from "./record.ts";

const connection = JSON.parse(process.argv[2] ?? "") as Connection;
const tables = ["ticket", "ticket_event", "message", "outbox"] as const;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly value: string | null;
}

const db = await openDatabase({ connection, appConnections: 1 });
await recordFiling(db);
await closeDatabase(db);
const owner = new Client(clientConfig(connection, "owner"));
await owner.connect();
await owner.query("create schema if not exists bare");
for (const table of tables)
  await owner.query(`create table if not exists bare.${table} (like plazo.${table} including all)`);
const columns: Column[] = [];
for (const table of tables) columns.push(...(await columnsOf(table)));
await owner.end();

/** The columns of the newest row of a table, with their values; those that the table gives itself are left out. */
async function columnsOf(table: string): Promise<Column[]> {
  const types = await owner.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and attidentity = '' order by attnum`,
    [`plazo.${table}`],
  );
  const texts = types.rows.map(({ name }) => `${name}::text as ${name}`).join(", ");
  const newest = table === "ticket" ? "number" : "ticket";
  const row = await owner.query<Record<string, string | null>>(
    `select ${texts} from plazo.${table} order by ${newest} desc limit 1`,
  );
  return types.rows.map(({ name, type }) => ({
    table,
    name,
    type,
    value: row.rows[0]?.[name] ?? null,
  }));
}

function insertInto(table: string): string {
  const own = columns.filter((column) => column.table === table);
  const values = own.map((column) => `$${columns.indexOf(column) + 1}::${column.type}`);
  return `insert into bare.${table} (${own.map(({ name }) => name).join(", ")}) values (${values.join(", ")})`;
}

const parts = tables.map((table) => `${table}s as (${insertInto(table)})`);
const text = `with ${parts.slice(0, -1).join(", ")} ${insertInto("outbox")}`;
const pool = new Pool({ ...clientConfig(connection, "owner"), max: Number(process.argv[3]) });

function row(): readonly unknown[] {
  const { number, renamed } = another();
  return columns.map(({ table, name, value }) => {
    if (name === (table === "ticket" ? "number" : "ticket")) return number;
    return value === null ? null : renamed(value);
  });
}

generate<readonly unknown[]>({
  prepare: ({ count }) => Promise.resolve(Array.from({ length: count }, row)),
  client: () =>
    Promise.resolve({
      async do(values) {
        await pool.query({ name: "bare", text, values: [...values] });
      },
      close: () => Promise.resolve(),
    }),
});
