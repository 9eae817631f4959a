import { resolve } from "node:path";
import { isRefusal } from "../core/refusal.ts";
import { cliRefusal } from "../words/cli/refusal.ts";
import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import type { Invocation } from "./commands.ts";
import { filesFolder } from "./compose.ts";
import { readConfig } from "./config.ts";
import { readHost } from "./host.ts";
import { exportAll, importAll } from "./transfer.ts";
import type { TransferOptions } from "./transfer.ts";

/** `plazo export FILE`: all data in one file, also beside a running Plazo. */
export function runExport(invocation: Invocation): Promise<number> {
  return transfer(invocation, exportAll);
}

/** `plazo import FILE`: an export into an empty database. */
export function runImport(invocation: Invocation): Promise<number> {
  return transfer(invocation, importAll);
}

async function transfer(
  invocation: Invocation,
  work: (path: string, options: TransferOptions) => ReturnType<typeof exportAll | typeof importAll>,
): Promise<number> {
  const { args, io, language, environment, root, cwd, pid } = invocation;
  const say = cliWords(language);
  const read = readArguments(args, {});
  if ("wrong" in read) {
    io.err(say.wrongOption(read.wrong));
    return 2;
  }
  const [file] = read.positionals;
  if (file === undefined) {
    io.err(say.missingArgument("FILE"));
    return 2;
  }
  const settings = readConfig(environment, root, cwd);
  if ("problems" in settings) {
    for (const { setting, value, code } of settings.problems)
      io.err(say.setting(setting, value, code));
    return 2;
  }
  const { databaseUrl, dataFolder } = settings.config;
  const done = await work(resolve(cwd, file), {
    databaseUrl,
    dataFolder,
    filesFolder: filesFolder({ dataFolder }),
    host: readHost(pid),
    log: (line) => io.err(line),
  });
  if (isRefusal(done)) {
    io.err(cliRefusal(done, say));
    return 3;
  }
  io.out(say.transferred(done.rows, done.files));
  return 0;
}
