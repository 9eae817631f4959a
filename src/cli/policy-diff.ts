import { differencesOf } from "../core/policy/diff/differences.ts";
import type { Language } from "../core/policy/text.ts";
import { diffNames } from "../words/policy-diff/names.ts";
import { sayDifference, sayDifferences } from "../words/policy-diff/say-difference.ts";
import type { SaidDifference } from "../words/policy-diff/say-difference.ts";
import type { Output } from "./output.ts";
import { policyAt } from "./pack-at.ts";

interface DiffArguments {
  /** Two packs: files, or their folders. */
  readonly before: string;
  readonly after: string;
  readonly json: boolean;
  readonly language: Language;
}

function printLines(said: readonly SaidDifference[], language: Language, io: Output): void {
  const w = diffNames(language);
  for (const section of new Set(said.map((one) => one.section))) {
    io.out(section);
    for (const one of said) if (one.section === section) io.out(`  ${one.text}`);
  }
  io.out(said.length === 0 ? w.same : w.count(said.length));
}

/**
 * `plazo policy diff A B`: what is different in the second pack, a line for each change under the heading
 * of its section, or as data with its words. Answers the exit code: 0, differences or not; 1 where a pack
 * is wrong, 2 where one cannot be read.
 */
export async function policyDiff(args: DiffArguments, io: Output): Promise<number> {
  const { language } = args;
  const before = await policyAt(args.before, language, io);
  if (typeof before === "number") return before;
  const after = await policyAt(args.after, language, io);
  if (typeof after === "number") return after;
  const differences = differencesOf(before, after);
  const comparison = { before, after, language };
  if (!args.json) printLines(sayDifferences(differences, comparison), language, io);
  else {
    const said = differences.map((one) => ({ ...one, words: sayDifference(one, comparison) }));
    io.out(JSON.stringify(said));
  }
  return 0;
}
