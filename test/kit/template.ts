import { createHash } from "node:crypto";
import type { Client } from "pg";
import { isRefusal } from "../../src/core/refusal.ts";
import type { Connection } from "../../src/store/connection.ts";
import { migrate } from "../../src/store/migrate.ts";
import type { Migration } from "../../src/store/migrations.ts";

/** The template's name says what was migrated into it, so that a changed migration makes a new one. */
function templateName(migrations: readonly Migration[]): string {
  const all = migrations.map((migration) => migration.checksum).join();
  return `template_${createHash("sha256").update(all).digest("hex").slice(0, 16)}`;
}

/** Makes and migrates the template where it is missing, and gives its name; test files that ask together wait in line. */
export async function ensureTemplate(
  client: Client,
  migrations: readonly Migration[],
  connectionTo: (database: string) => Connection,
): Promise<string> {
  const name = templateName(migrations);
  if (await isReady(client, name)) return name;
  await client.query("select pg_advisory_lock(hashtext($1))", [name]);
  if (!(await isReady(client, name))) {
    await client.query(`drop database if exists ${name}`);
    await client.query(`create database ${name}`);
    const migrated = await migrate(connectionTo(name), migrations);
    if (isRefusal(migrated))
      throw new Error(`the template was refused: ${JSON.stringify(migrated)}`);
    await client.query(`alter database ${name} is_template true`);
  }
  await client.query("select pg_advisory_unlock(hashtext($1))", [name]);
  return name;
}

/** It is marked as a template last, so a half-made one is made again. */
async function isReady(client: Client, name: string): Promise<boolean> {
  const found = await client.query(
    "select 1 from pg_database where datname = $1 and datistemplate",
    [name],
  );
  return found.rowCount === 1;
}
