import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import type { Invocation } from "./commands.ts";
import { policyExplain } from "./policy-explain.ts";
import { packPath } from "./run-policy-check.ts";

/** `plazo policy explain PACK [CLAUSE] [--json]`: a file, a folder, or the name of a pack of the project. */
export async function runPolicyExplain({
  args,
  io,
  language,
  cwd,
  root,
}: Invocation): Promise<number> {
  const say = cliWords(language);
  const read = readArguments(args, { json: { type: "boolean" } });
  if ("wrong" in read) return (io.err(say.wrongOption(read.wrong)), 2);
  const [pack, clause = null, extra] = read.positionals;
  if (pack === undefined) return (io.err(say.missingArgument("PACK")), 2);
  if (extra !== undefined) return (io.err(say.wrongOption(extra)), 2);
  const path = packPath(pack, { cwd, root });
  const json = read.values.json === true;
  return policyExplain({ path, clause, json, language, now: Date.now() }, io);
}
