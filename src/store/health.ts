import { refuse } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import { withClient } from "./connect.ts";
import type { Database } from "./connect.ts";
import type { Connection } from "./connection.ts";
import { settle } from "./settle.ts";

/** Whether the database can serve: the number of its newest migration, or why it cannot. */
export type Health =
  | { readonly migration: number }
  | Refusal<"database-unreachable" | "database-behind">;

/** Milliseconds after which a database that does not answer counts as unreachable. */
const patience = 2_000;

/**
 * Asks the database, for `/readyz`: reachable by the application's role, and migrated at least to
 * `needed`. Answers within 2 s, whatever state the server is in.
 */
export async function checkDatabase(database: Database, needed: number): Promise<Health> {
  const asked = await settle(Promise.race([readMigration(database), giveUp()]));
  if ("fault" in asked)
    return refuse("database-unreachable", { facts: { why: asked.fault.message } });
  if (asked.value < needed)
    return refuse("database-behind", { facts: { found: asked.value, needed } });
  return { migration: asked.value };
}

async function readMigration(database: Database): Promise<number> {
  const found = await database.app.query<{ number: number }>(
    "select coalesce(max(number), 0) as number from plazo.migration",
  );
  return found.rows[0]?.number ?? 0;
}

function giveUp(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${patience} ms`)), patience).unref();
  });
}

/** The oldest PostgreSQL whose SQL the migrations speak (unique indexes with `nulls not distinct`). */
export const oldestServer = 15;

/** The major version of the server behind a connection. */
export function serverVersion(connection: Connection): Promise<number> {
  return withClient(connection, "owner", async (client) => {
    const found = await client.query<{ number: string }>(
      "select current_setting('server_version_num') as number",
    );
    return Math.floor(Number(found.rows[0]?.number ?? 0) / 10_000);
  });
}

/** Whether a server answers to a connection of its owner: `null`, or why it does not. */
export async function reachable(connection: Connection): Promise<string | null> {
  const asked = await settle(withClient(connection, "owner", (client) => client.query("select 1")));
  return "fault" in asked ? asked.fault.message : null;
}
