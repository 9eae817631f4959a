import { resolve } from "node:path";
import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import type { Invocation } from "./commands.ts";
import { timeCheck } from "./time-check.ts";

/** `plazo time check FILE [--json]`. */
export async function runTimeCheck({ args, io, language, cwd }: Invocation): Promise<number> {
  const say = cliWords(language);
  const read = readArguments(args, { json: { type: "boolean" } });
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const [file] = read.positionals;
  if (file === undefined) return (io.err(say.missingArgument("FILE")), 2);
  return timeCheck({ file: resolve(cwd, file), json: read.values.json === true, language }, io);
}
