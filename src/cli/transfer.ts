import { isRefusal } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import { exportTo } from "../store/export.ts";
import type { Exported } from "../store/export.ts";
import { exportedMigration, importFrom } from "../store/import.ts";
import type { Imported } from "../store/import-lines.ts";
import { withClient } from "../store/connect.ts";
import { migrate, readApplied } from "../store/migrate.ts";
import { readMigrations } from "../store/migrations.ts";
import { keepInto, keptFiles } from "./kept-files.ts";
import { withServer } from "./with-server.ts";
import type { ServerOptions } from "./with-server.ts";

/** Which data an export takes and an import fills. */
export interface TransferOptions extends ServerOptions {
  /** The folder of the files kept beside the database. */
  readonly filesFolder: string;
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
 * Reads an export in (`importFrom`). A new database is first brought to the migration that the
 * export was made at, then filled, then brought to the newest: so an export of an older Plazo comes
 * in. Refuses what the start, the migrations and the import refuse; a database in use holds
 * something, and is refused.
 */
export function importAll(path: string, options: TransferOptions): Promise<Imported | Refusal> {
  return withServer(options, async (connection) => {
    const made = await exportedMigration(path);
    if (isRefusal(made)) return made;
    const known = await readMigrations();
    const fresh = await withClient(
      connection,
      "owner",
      async (client) => (await readApplied(client)).length === 0,
    );
    const first = await migrate(
      connection,
      fresh ? known.filter(({ number }) => number <= made) : known,
    );
    if (isRefusal(first)) return first;
    const imported = await importFrom(path, connection, keepInto(options.filesFolder));
    if (isRefusal(imported)) return imported;
    const rest = await migrate(connection, known);
    return isRefusal(rest) ? rest : imported;
  });
}
