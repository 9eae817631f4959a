import { DatabaseError } from "pg";
import type { ClientBase } from "pg";
import { refuse } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import { withClient } from "./connect.ts";
import type { Connection } from "./connection.ts";
import { readMigrations } from "./migrations.ts";
import type { Migration } from "./migrations.ts";
import { settle } from "./settle.ts";
import { databaseTime } from "./time.ts";

/** A migration that the database has. */
export interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** What `migrate` did: the names it applied, in order, and the number the database is at. */
export interface Migrated {
  readonly applied: readonly string[];
  readonly version: number;
}

/**
 * Why a database is not migrated: it is from a newer Plazo; a file that was applied has changed or
 * is gone; or one was added below those that were applied.
 */
export type MigrateRefusal = Refusal<
  "database-newer" | "migration-changed" | "migration-missing" | "migration-out-of-order"
>;

/**
 * Brings the database to the newest migration, each in a transaction of its own as the owner, under
 * a lock that makes a second Plazo wait. One query where nothing is to be done. Refuses, before it
 * changes anything, a database whose migrations are not the first of ours, unchanged; by name.
 */
export async function migrate(
  connection: Connection,
  migrations?: readonly Migration[],
): Promise<Migrated | MigrateRefusal> {
  const known = migrations ?? (await readMigrations());
  return withClient(connection, "owner", async (client) => {
    const before = await readApplied(client);
    const refused = compare(known, before);
    if (refused !== undefined) return refused;
    if (before.length === known.length) return { applied: [], version: known.at(-1)?.number ?? 0 };
    await client.query("select pg_advisory_lock(hashtext('plazo.migrate'))");
    await client.query(foundation);
    return applyMissing(client, known);
  });
}

/** The migrations the database has, in order; none where it was never migrated. */
export async function readApplied(client: Pick<ClientBase, "query">): Promise<Applied[]> {
  const found = await settle(
    client.query<Applied>(
      "select number, name, checksum from plazo.migration order by number",
    ) as Promise<{ rows: Applied[] }>,
  );
  if ("value" in found) return found.value.rows;
  if (found.fault instanceof DatabaseError && found.fault.code === undefinedTable) return [];
  throw found.fault;
}

const undefinedTable = "42P01";

const foundation = `
create schema if not exists plazo;
create table if not exists plazo.migration (
  number integer primary key,
  name text not null,
  checksum text not null,
  applied timestamptz(3) not null
);`;

/** What was applied must be the first of what is known, unchanged. */
function compare(
  known: readonly Migration[],
  applied: readonly Applied[],
): MigrateRefusal | undefined {
  const index = applied.findIndex(
    (each, at) => known[at]?.checksum !== each.checksum || known[at].number !== each.number,
  );
  const found = applied[index];
  if (found === undefined) return undefined;
  const ours = known[index];
  const newest = known.at(-1)?.number ?? 0;
  if (found.number > newest)
    return refuse("database-newer", { facts: { found: found.number, known: newest } });
  if (ours?.number === found.number)
    return refuse("migration-changed", { facts: { name: found.name } });
  if (ours !== undefined && ours.number < found.number) {
    return refuse("migration-out-of-order", { facts: { name: ours.name } });
  }
  return refuse("migration-missing", { facts: { name: found.name } });
}

/** Reads again under the lock: another Plazo may have applied some while this one waited. */
async function applyMissing(
  client: ClientBase,
  known: readonly Migration[],
): Promise<Migrated | MigrateRefusal> {
  const before = await readApplied(client);
  const refused = compare(known, before);
  if (refused !== undefined) return refused;
  const missing = known.slice(before.length);
  for (const migration of missing) await apply(client, migration);
  return {
    applied: missing.map((migration) => migration.name),
    version: known.at(-1)?.number ?? 0,
  };
}

/** A failure leaves the transaction to die with the connection, which is closed on the way out. */
async function apply(
  client: ClientBase,
  { number, name, text, checksum }: Migration,
): Promise<void> {
  const applied = await settle(
    client.query("begin").then(async () => {
      await client.query(text);
      await client.query(
        `insert into plazo.migration (number, name, checksum, applied) values ($1, $2, $3, ${databaseTime})`,
        [number, name, checksum],
      );
      await client.query("commit");
    }),
  );
  if ("fault" in applied)
    throw new Error(`migration ${name}: ${applied.fault.message}`, { cause: applied.fault });
}
