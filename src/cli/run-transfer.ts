import { resolve } from "node:path";
import { isRefusal } from "../core/refusal.ts";
import { cliRefusal } from "../words/cli/refusal.ts";
import { cliWords } from "../words/cli/words.ts";
import { askedOf, configOf, dataOf } from "./asked.ts";
import type { Invocation } from "./commands.ts";
import { filesFolder } from "./compose.ts";
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
  const { io, language, cwd } = invocation;
  const say = cliWords(language);
  const read = askedOf(invocation, {}, ["FILE"]);
  if (read === null) return 2;
  const [file = ""] = read.positionals;
  const config = configOf(invocation);
  if (config === null) return 2;
  const done = await work(resolve(cwd, file), {
    ...dataOf(invocation, config),
    filesFolder: filesFolder(config),
  });
  if (isRefusal(done)) {
    io.err(cliRefusal(done, say));
    return 3;
  }
  io.out(say.transferred(done.rows, done.files));
  return 0;
}
