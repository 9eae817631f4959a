import { askedOf } from "./asked.ts";
import type { Invocation } from "./commands.ts";
import { policyDiff } from "./policy-diff.ts";
import { packPath } from "./run-policy-check.ts";

/** `plazo policy diff A B [--json]`: two files, folders, or names of packs of the project. */
export async function runPolicyDiff(invocation: Invocation): Promise<number> {
  const { io, language, cwd, root } = invocation;
  const read = askedOf(invocation, { json: { type: "boolean" } }, ["PACK", "PACK"]);
  if (read === null) return 2;
  const [before = "", after = ""] = read.positionals;
  const at = (pack: string): string => packPath(pack, { cwd, root });
  const json = read.values.json === true;
  return policyDiff({ before: at(before), after: at(after), json, language }, io);
}
