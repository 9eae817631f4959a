import { isRefusal } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import type { Connection } from "../store/connection.ts";
import { findRunningPostgres, startPostgres } from "../store/embedded/start.ts";
import { exportTo } from "../store/export.ts";
import type { Exported } from "../store/export.ts";
import { importFrom } from "../store/import.ts";
import type { Imported } from "../store/import-lines.ts";
import { migrate } from "../store/migrate.ts";
import type { Host } from "../store/embedded/host.ts";
import { keepInto, keptFiles } from "./kept-files.ts";

/** Which data an export takes and an import fills. */
export interface TransferOptions {
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  /** The folder of the files kept beside the database. */
  readonly filesFolder: string;
  readonly host: Host;
  readonly log: (line: string) => void;
}

/**
 * Writes everything into one file (`exportTo`), also beside a Plazo that is running on the folder.
 * Refuses what the start of our own server refuses.
 */
export function exportAll(path: string, options: TransferOptions): Promise<Exported | Refusal> {
  return withServer(options, (connection) =>
    exportTo(path, connection, keptFiles(options.filesFolder)),
  );
}

/**
 * Brings the database to the newest migration and reads an export in (`importFrom`). Refuses what
 * the start, the migrations and the import refuse; a database in use holds something, and is refused.
 */
export function importAll(path: string, options: TransferOptions): Promise<Imported | Refusal> {
  return withServer(options, async (connection) => {
    const migrated = await migrate(connection);
    if (isRefusal(migrated)) return migrated;
    return importFrom(path, connection, keepInto(options.filesFolder));
  });
}

async function withServer<T>(
  { databaseUrl, dataFolder, host, log }: TransferOptions,
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
