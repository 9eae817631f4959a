import { Client } from "pg";
import { clientConfig } from "../connection.ts";
import { settle } from "../settle.ts";
import type { Host } from "./host.ts";
import type { Postmaster } from "./postmaster.ts";

/** The number of the advisory lock whose holder is the live Plazo of a server. */
const ownerLock = 1_885_100_410;

/** The connection that holds the lock, who holds it instead, or that the server does not answer. */
export type Claim =
  | { readonly kind: "owner"; readonly client: Client }
  | { readonly kind: "taken"; readonly by: string }
  | { readonly kind: "silent"; readonly why: string };

/**
 * Tries to become the owner of a running server. The lock lives as long as the connection, so a
 * killed Plazo cannot keep it: a server whose lock is free is an orphan.
 */
export async function claimServer(server: Postmaster, host: Host): Promise<Claim> {
  const connection = {
    kind: "socket",
    folder: server.socketFolder,
    port: server.port,
    database: "postgres",
  } as const;
  const client = new Client(clientConfig(connection, "owner", `plazo ${host.pid}`));
  client.on("error", () => undefined);
  const claimed = await settle(client.connect().then(() => tryLock(client)));
  if ("value" in claimed && claimed.value === undefined) return { kind: "owner", client };
  await settle(client.end());
  if ("fault" in claimed) return { kind: "silent", why: claimed.fault.message };
  return { kind: "taken", by: claimed.value ?? "" };
}

async function tryLock(client: Client): Promise<string | undefined> {
  const locked = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [
    ownerLock,
  ]);
  if (locked.rows[0]?.held === true) return undefined;
  const holder = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
    [ownerLock],
  );
  return holder.rows[0]?.name ?? "";
}

/** Makes our database on a new server; it cannot be made inside a transaction. */
export async function ensureDatabase(client: Client, name: string): Promise<void> {
  const found = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (found.rowCount === 0) await client.query(`create database ${name}`);
}
