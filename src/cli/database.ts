import { isRefusal, refuse } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import { closeDatabase, openDatabase } from "../store/connect.ts";
import type { Database } from "../store/connect.ts";
import type { Connection } from "../store/connection.ts";
import { startPostgres } from "../store/embedded/start.ts";
import { oldestServer, serverVersion } from "../store/health.ts";
import { migrate } from "../store/migrate.ts";
import { settle } from "../store/settle.ts";
import type { Time } from "../store/time.ts";
import type { Config } from "./config.ts";
import { readHost } from "./host.ts";

/** A database ready for use, and the way to let go of it. */
export interface ReadyDatabase {
  readonly db: Database;
  readonly connection: Connection;
  /** The newest migration that it has. */
  readonly migration: number;
  close(): Promise<void>;
}

export interface ReadyOptions {
  readonly pid: number;
  readonly log: (line: string) => void;
  readonly time?: Time;
}

/**
 * Brings up the database of the settings: the server in `DATABASE_URL`, else our own on the data
 * folder; migrated, with its pools open. Refuses what the start and the migrations refuse,
 * `database-too-old`, and `database-unreachable` where the server in `DATABASE_URL` does not answer
 * or lets nobody in.
 */
export async function readyDatabase(
  config: Config,
  options: ReadyOptions,
): Promise<ReadyDatabase | Refusal> {
  const server = await serverOf(config, options);
  if (isRefusal(server)) return server;
  const migrated = await migrate(server.connection);
  if (isRefusal(migrated)) {
    await server.stop();
    return migrated;
  }
  const db = await openDatabase({
    connection: server.connection,
    log: options.log,
    ...(options.time === undefined ? {} : { time: options.time }),
  });
  return {
    db,
    connection: server.connection,
    migration: migrated.version,
    async close() {
      await closeDatabase(db);
      await server.stop();
    },
  };
}

interface ServerInUse {
  readonly connection: Connection;
  stop(): Promise<void>;
}

async function serverOf(
  config: Config,
  { pid, log }: ReadyOptions,
): Promise<ServerInUse | Refusal> {
  if (config.databaseUrl !== null) {
    const connection: Connection = { kind: "url", url: config.databaseUrl };
    const knocked = await settle(serverVersion(connection));
    if ("fault" in knocked) {
      // Where a name has several addresses, Node says nothing of any of them but the code.
      const why = knocked.fault.message || (knocked.fault.code ?? "");
      return refuse("database-unreachable", { facts: { why } });
    }
    if (knocked.value < oldestServer)
      return refuse("database-too-old", { facts: { found: knocked.value, needed: oldestServer } });
    return { connection, stop: () => Promise.resolve() };
  }
  return startPostgres({ dataFolder: config.dataFolder, host: readHost(pid), log });
}
