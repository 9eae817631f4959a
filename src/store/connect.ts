import { Client, Pool } from "pg";
import type { Time } from "./time.ts";
import { clientConfig } from "./connection.ts";
import type { Connection, Role } from "./connection.ts";
import { makeTell } from "./tell.ts";
import type { Tell } from "./tell.ts";

/** An open database: one pool for each role, and where `now` comes from. */
export interface Database {
  readonly app: Pool;
  readonly worker: Pool;
  readonly time: Time;
  /** No roles of ours on the server: the URL's user does all, bound by forced policies. */
  readonly alone: boolean;
  /** A connection of the application's that is nobody's yet, for hearing what is committed. */
  readonly listener: () => Client;
  /** Tells every process, once it is committed, what a desk wrote that open screens show. */
  readonly tell: Tell;
}

/** What `openDatabase` needs; the numbers are connections at most, opened only when used. */
export interface OpenOptions {
  readonly connection: Connection;
  readonly time?: Time;
  readonly appConnections?: number;
  readonly workerConnections?: number;
  /** False: what is committed may be lost with the machine, and is written faster; for what can be made again. */
  readonly durable?: boolean;
  /** Told when an idle connection is lost; the pool replaces it by itself. */
  readonly log?: (line: string) => void;
}

/**
 * Opens the pools on a migrated database. Nothing is connected until the first query on our own
 * server; with a URL one connection finds out whether the roles exist there.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const alone = options.connection.kind === "url" && !(await wallNamesRoles(options.connection));
  const pool = (role: Role, max: number): Pool => {
    const config = clientConfig(options.connection, alone ? "alone" : role, `plazo ${role}`);
    const hasty = options.durable === false ? " -c synchronous_commit=off" : "";
    const made = new Pool({
      ...config,
      options: `${config.options ?? ""}${hasty}`,
      max,
      idle_in_transaction_session_timeout: 60_000,
      idleTimeoutMillis: 30_000,
    });
    watchConnections(made, options.log);
    return made;
  };
  const app = pool("app", options.appConnections ?? 8);
  return {
    app,
    tell: makeTell(app),
    worker: pool("worker", options.workerConnections ?? 2),
    time: options.time ?? { kind: "database" },
    alone,
    listener: () =>
      new Client(clientConfig(options.connection, alone ? "alone" : "app", "plazo live")),
  };
}

/**
 * Keeps a lost connection from ending the process: the pool tells of one that was idle; one in use
 * tells whoever uses it by the query that fails, and would throw its own event where nobody listens.
 */
export function watchConnections(pool: Pool, log?: (line: string) => void): void {
  pool.on("error", (fault) => log?.(`database connection lost: ${fault.message}`));
  pool.on("connect", (client) => client.on("error", () => undefined));
}

/** Waits for the queries under way and closes every connection. */
export async function closeDatabase(database: Database): Promise<void> {
  await Promise.all([database.app.end(), database.worker.end()]);
}

/** Connects once in a role, runs the work, and disconnects whatever happens. */
export async function withClient<T>(
  connection: Connection,
  role: Role,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(clientConfig(connection, role));
  client.on("error", () => undefined);
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Whether the migrations built the wall for the roles, or for the URL's user alone. */
function wallNamesRoles(connection: Connection): Promise<boolean> {
  return withClient(connection, "owner", async (client) => {
    const found = await client.query<{ roles: string }>(
      "select roles::text from pg_policies where schemaname = 'plazo' and tablename = 'desk' and policyname = 'desk_wall'",
    );
    return found.rows[0]?.roles.includes("plazo_app") ?? false;
  });
}
