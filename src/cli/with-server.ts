import type { Refusal } from "../core/refusal.ts";
import type { Connection } from "../store/connection.ts";
import type { Host } from "../store/embedded/host.ts";
import { findRunningPostgres, startPostgres } from "../store/embedded/start.ts";

/** Where the data of a command is. */
export interface ServerOptions {
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly host: Host;
  readonly log: (line: string) => void;
}

/**
 * Works on the database of the settings: the server in `DATABASE_URL`, else our own on the data
 * folder, brought up for the work or already running for a Plazo beside it. Refuses what the start
 * of our own server refuses.
 */
export async function withServer<T>(
  { databaseUrl, dataFolder, host, log }: ServerOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T | Refusal> {
  if (databaseUrl !== null) return work({ kind: "url", url: databaseUrl });
  const server = await startPostgres({ dataFolder, host, log });
  if ("stop" in server) return work(server.connection).finally(() => server.stop());
  const running =
    server.refused === "data-folder-in-use"
      ? await findRunningPostgres(dataFolder, host)
      : undefined;
  return running === undefined ? server : work(running);
}
