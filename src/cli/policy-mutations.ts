import { readFile } from "node:fs/promises";
import { basename, dirname, relative } from "node:path";
import type { PackProblem } from "../core/policy/problem.ts";
import { readPackFile } from "../core/policy/read-pack.ts";
import type { SharedParts } from "../core/policy/read/merge.ts";
import { parseYaml } from "../core/policy/read/parse-yaml.ts";
import type { Mutant } from "../core/scenario/mutants.ts";
import { runScenario } from "../core/scenario/run-scenario.ts";
import { survivorsOf, type Survivors } from "../core/scenario/survivors.ts";
import { scenarioWords } from "../words/scenario.ts";
import { withArticles } from "./articles.ts";
import type { Output } from "./output.ts";
import { problemLine } from "./pack-lines.ts";
import type { TestArguments } from "./policy-test.ts";
import { readScenarios } from "./scenarios.ts";
import { readSharedParts } from "./shared-parts.ts";

/**
 * `plazo policy test --mutations`: takes each construct that keeps a clause out of the packs, one
 * after the other, and names those that no scenario and no worked example misses, and the clauses that a
 * scenario claims though it would come true without them. Answers 0 where there are none, else 1. Scenarios
 * that do not come true with the pack as it is are named instead: they must be mended first.
 */
export async function policyMutations(args: TestArguments, io: Output): Promise<number> {
  const shared = await readSharedParts();
  const say = scenarioWords(args.language);
  let code = 0;
  for (const file of args.packs) {
    const name = relative(args.cwd, file);
    const found = await packSurvivors(file, name, shared);
    if ("problems" in found) {
      for (const problem of found.problems) io.out(problemLine(problem, args.language));
      code = 1;
      continue;
    }
    if (found.failing.length > 0) {
      // Whatever is taken out, these fail: nothing could be told from it.
      io.out(
        args.json
          ? JSON.stringify({ file: name, failing: found.failing })
          : `${basename(dirname(file))}\n  ${say.failing(found.failing)}`,
      );
      code = 1;
      continue;
    }
    const survivors = found.survivors.map(mutantName);
    const unproved = [...found.claimed].filter((clause) => !found.proved.has(clause)).toSorted();
    if (survivors.length + unproved.length > 0) code = 1;
    if (args.json) {
      io.out(JSON.stringify({ file: name, taken: found.taken, survivors, unproved }));
      continue;
    }
    io.out(basename(dirname(file)));
    for (const one of survivors) io.out(`  ${say.survives(one)}`);
    if (unproved.length > 0) io.out(`  ${say.unproved(unproved)}`);
    io.out(`  ${say.mutations(found.taken, survivors.length)}`);
  }
  return code;
}

/** The construct that was taken out, and the clauses that it keeps. */
export function mutantName({ place, clauses }: Mutant): string {
  return `${place} [${clauses.join(", ")}]`;
}

/** What nothing missed, and every clause that a scenario claims. */
interface PackSurvivors extends Survivors {
  readonly claimed: ReadonlySet<string>;
  /** Scenarios that cannot be read, or do not come true with the pack as it is; with any, nothing was taken out. */
  readonly failing: readonly string[];
}

/** What can be taken out of a pack without a scenario beside it noticing. */
export async function packSurvivors(
  file: string,
  name: string,
  shared: SharedParts,
): Promise<PackSurvivors | { readonly problems: readonly PackProblem[] }> {
  const pack = parseYaml(await readFile(file, "utf8"), name);
  if ("code" in pack) return { problems: [pack] };
  const parts = await withArticles(shared, dirname(file));
  const read = readPackFile(pack, parts);
  if ("problems" in read) return read;
  const { policy } = read;
  const all = await readScenarios(dirname(file), policy);
  const scenarios = all.flatMap((one) => ("scenario" in one ? [one.scenario] : []));
  const claimed = new Set(scenarios.flatMap(({ clauses }) => clauses));
  const failing = all.flatMap((one) => {
    if ("problems" in one) return [basename(one.file)];
    return runScenario(one.scenario, policy).length > 0 ? [one.scenario.name] : [];
  });
  if (failing.length > 0)
    return { taken: 0, needed: [], survivors: [], proved: new Set(), claimed, failing };
  return { ...survivorsOf({ pack, policy, shared: parts, scenarios }), claimed, failing };
}
