import { isRefusal } from "../../core/refusal.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { currentPolicy } from "../../desk/policies/current-policy.ts";
import { makeLog } from "../../http/log.ts";
import { closeDatabase, openDatabase } from "../../store/connect.ts";
import { migrate } from "../../store/migrate.ts";
import { deskRefusalInWords } from "../../words/desk-refusals.ts";
import { isWorded, refusalInWords } from "../../words/refusals.ts";
import { cliRefusal } from "../../words/cli/refusal.ts";
import { cliWords } from "../../words/cli/words.ts";
import { dataOf } from "../asked.ts";
import { compose } from "../compose.ts";
import type { Composed } from "../compose.ts";
import type { Invocation } from "../commands.ts";
import type { Config } from "../config.ts";
import { withServer } from "../with-server.ts";
import type { Refusal } from "../../core/refusal.ts";

/** Works on a desk of the data of the settings, also beside a running Plazo; what is refused is said, with exit code 1. */
export function onDeskOf(
  invocation: Invocation,
  { config, desk }: { readonly config: Config; readonly desk: string },
  work: (plazo: Plazo) => Promise<number | Refusal>,
): Promise<number> {
  return onInstallationOf(invocation, config, async ({ plazo }) => {
    const bound = await currentPolicy(plazo, desk);
    return isRefusal(bound) ? bound : work(plazo);
  });
}

/** Works on the whole of the data of the settings, with its people, likewise. */
export async function onInstallationOf(
  invocation: Invocation,
  config: Config,
  work: (composed: Pick<Composed, "plazo" | "auth">) => Promise<number | Refusal>,
): Promise<number> {
  const { io, language } = invocation;
  const done = await withServer(dataOf(invocation, config), async (connection) => {
    const migrated = await migrate(connection);
    if (isRefusal(migrated)) return migrated;
    const db = await openDatabase({ connection });
    const composed = await compose(config, { db, connection }, makeLog("silent"));
    if (isRefusal(composed)) return closeDatabase(db).then(() => composed);
    const code = await work(composed);
    await composed.close();
    await closeDatabase(db);
    return code;
  });
  if (!isRefusal(done)) return done;
  const said = isWorded(done) ? refusalInWords(done, language) : deskRefusalInWords(done, language);
  io.err(said ?? cliRefusal(done, cliWords(language)));
  return 1;
}
