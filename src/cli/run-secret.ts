import { isRefusal } from "../core/refusal.ts";
import { migrate } from "../store/migrate.ts";
import { replaceMark } from "../store/secret-mark.ts";
import { cliRefusal } from "../words/cli/refusal.ts";
import { secretWords } from "../words/cli/secret.ts";
import { cliWords } from "../words/cli/words.ts";
import { askedOf, configOf, dataOf } from "./asked.ts";
import type { Invocation } from "./commands.ts";
import { secretFrom } from "./compose.ts";
import { markOf, readSecret } from "./secret.ts";
import { withServer } from "./with-server.ts";

/** `plazo secret accept`: from now on the secret of these settings is the database's. */
export async function runSecretAccept(invocation: Invocation): Promise<number> {
  const { io, language } = invocation;
  const say = cliWords(language);
  if (askedOf(invocation, {}, []) === null) return 2;
  const config = configOf(invocation);
  if (config === null) return 2;
  const secret = await readSecret(config.dataFolder, config.secret);
  const done = await withServer(dataOf(invocation, config), async (connection) => {
    const migrated = await migrate(connection);
    if (!isRefusal(migrated)) await replaceMark(connection, markOf(secret));
    return migrated;
  });
  if (isRefusal(done)) return (io.err(cliRefusal(done, say)), 3);
  io.out(secretWords[language].accepted(secretFrom(config)));
  return 0;
}
