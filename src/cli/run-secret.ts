import { isRefusal } from "../core/refusal.ts";
import { migrate } from "../store/migrate.ts";
import { replaceMark } from "../store/secret-mark.ts";
import { cliRefusal } from "../words/cli/refusal.ts";
import { secretWords } from "../words/cli/secret.ts";
import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import type { Invocation } from "./commands.ts";
import { secretFrom } from "./compose.ts";
import { readConfig } from "./config.ts";
import { readHost } from "./host.ts";
import { markOf, readSecret } from "./secret.ts";
import { withServer } from "./with-server.ts";

/** `plazo secret accept`: from now on the secret of these settings is the database's. */
export async function runSecretAccept(invocation: Invocation): Promise<number> {
  const { args, io, language, environment, root, cwd, pid } = invocation;
  const say = cliWords(language);
  const read = readArguments(args, {});
  const [extra] = "wrong" in read ? [read.wrong] : read.positionals;
  if (extra !== undefined) return (io.err(say.wrongOption(extra)), 2);
  const settings = readConfig(environment, root, cwd);
  if ("problems" in settings) {
    for (const { setting, value, code } of settings.problems)
      io.err(say.setting(setting, value, code));
    return 2;
  }
  const { config } = settings;
  const { databaseUrl, dataFolder } = config;
  const secret = await readSecret(dataFolder, config.secret);
  const log = (line: string): void => io.err(line);
  const done = await withServer(
    { databaseUrl, dataFolder, host: readHost(pid), log },
    async (connection) => {
      const migrated = await migrate(connection);
      if (!isRefusal(migrated)) await replaceMark(connection, markOf(secret));
      return migrated;
    },
  );
  if (isRefusal(done)) return (io.err(cliRefusal(done, say)), 3);
  io.out(secretWords[language].accepted(secretFrom(config)));
  return 0;
}
