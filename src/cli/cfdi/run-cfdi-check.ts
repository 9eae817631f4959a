import { resolve } from "node:path";
import { cliWords } from "../../words/cli/words.ts";
import { readArguments } from "../arguments.ts";
import type { Invocation } from "../commands.ts";
import { cfdiCheck } from "./cfdi-check.ts";

/** `plazo cfdi check FILE|FOLDER [--json]`: what is wrong with an invoice, or with every one of a folder, without asking anybody. */
export async function runCfdiCheck({ args, io, language, cwd }: Invocation): Promise<number> {
  const say = cliWords(language);
  const read = readArguments(args, { json: { type: "boolean" } });
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const [path, extra] = read.positionals;
  if (path === undefined) return (io.err(say.missingArgument("FILE")), 2);
  if (extra !== undefined) return (io.err(say.wrongOption(extra)), 2);
  return cfdiCheck({ path: resolve(cwd, path), json: read.values.json === true, language }, io);
}
