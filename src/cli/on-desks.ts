import { isRefusal } from "../core/refusal.ts";
import { closeDatabase, openDatabase } from "../store/connect.ts";
import { migrate } from "../store/migrate.ts";
import type { OnDesks } from "./policy-publish.ts";
import { withServer } from "./with-server.ts";
import type { ServerOptions } from "./with-server.ts";

/** Works on the desks of the data of the settings, also beside a running Plazo. Refuses what the start and the migrations refuse. */
export function onDesksOf(server: ServerOptions): OnDesks {
  return (work) =>
    withServer(server, async (connection) => {
      const migrated = await migrate(connection);
      if (isRefusal(migrated)) return migrated;
      const db = await openDatabase({ connection });
      return work({ db }).finally(() => closeDatabase(db));
    });
}
