import { existsSync } from "node:fs";
import { isRefusal } from "../core/refusal.ts";
import { emptyCaches } from "../desk/caches.ts";
import { backtest } from "../desk/policies/backtest.ts";
import { closeDatabase, openDatabase } from "../store/connect.ts";
import { migrate } from "../store/migrate.ts";
import type { Replay } from "./policy-simulate.ts";
import { withServer } from "./with-server.ts";
import type { ServerOptions } from "./with-server.ts";

/**
 * Replays the tickets that the draft's desk has in the data of the settings, also beside a running
 * Plazo. Null where there is no data, no such desk or no ticket. Refuses what the start and the
 * migrations refuse.
 */
export function replayDesk(server: ServerOptions): Replay {
  return async (options) => {
    if (server.databaseUrl === null && !existsSync(server.dataFolder)) return null;
    return withServer(server, async (connection) => {
      const migrated = await migrate(connection);
      if (isRefusal(migrated)) return migrated;
      const db = await openDatabase({ connection });
      const found = await backtest(
        { db, caches: emptyCaches() },
        options.draft.desk.id,
        options,
      ).finally(() => closeDatabase(db));
      return isRefusal(found) ? null : found;
    });
  };
}
