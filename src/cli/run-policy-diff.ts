import { cliWords } from "../words/cli/words.ts";
import { readArguments } from "./arguments.ts";
import type { Invocation } from "./commands.ts";
import { policyDiff } from "./policy-diff.ts";
import { packPath } from "./run-policy-check.ts";

/** `plazo policy diff A B [--json]`: two files, folders, or names of packs of the project. */
export async function runPolicyDiff({
  args,
  io,
  language,
  cwd,
  root,
}: Invocation): Promise<number> {
  const say = cliWords(language);
  const read = readArguments(args, { json: { type: "boolean" } });
  if ("wrong" in read) {
    io.err(say.wrongOption(read.wrong));
    return 2;
  }
  const [before, after] = read.positionals;
  if (before === undefined || after === undefined) {
    io.err(say.missingArgument("PACK"));
    return 2;
  }
  const at = (pack: string): string => packPath(pack, { cwd, root });
  const json = read.values.json === true;
  return policyDiff({ before: at(before), after: at(after), json, language }, io);
}
