import { checkExamples } from "../policy/examples.ts";
import type { Policy } from "../policy/policy.ts";
import type { SharedParts } from "../policy/read/merge.ts";
import type { YamlFile } from "../policy/read/parse-yaml.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { runScenario } from "./run-scenario.ts";
import type { Scenario } from "./scenario.ts";

/** A pack, its policy and its scenarios, all of which come true. */
export interface Proven {
  readonly pack: YamlFile;
  readonly policy: Policy;
  readonly shared: SharedParts;
  readonly scenarios: readonly Scenario[];
}

/** How many constructs were taken out, and which of them nothing missed. */
export interface Survivors {
  readonly taken: number;
  /** Those that something else of the pack needs whole: the check of the pack misses them. */
  readonly needed: readonly Mutant[];
  readonly survivors: readonly Mutant[];
}

/**
 * Takes each construct that keeps a clause out of the pack in turn and lives the scenarios: one of them
 * must come out otherwise, or a worked example of the manual must fail. What nothing misses survives.
 */
export function survivorsOf({ pack, policy, shared, scenarios }: Proven): Survivors {
  const mutants = [...mutantsOf(pack, shared)];
  const needed = mutants.filter((mutant) => mutant.policy === null);
  const survivors = mutants.filter(
    (mutant) => mutant.policy !== null && !isMissed(mutant, mutant.policy, { policy, scenarios }),
  );
  return { taken: mutants.length, needed, survivors };
}

function isMissed(
  { clauses }: Mutant,
  mutated: Policy,
  { policy, scenarios }: Pick<Proven, "policy" | "scenarios">,
): boolean {
  const claims = (scenario: Scenario) => clauses.some((one) => scenario.clauses.includes(one));
  // Those that claim the clause are the likeliest to miss it.
  const inOrder = [...scenarios.filter(claims), ...scenarios.filter((one) => !claims(one))];
  if (inOrder.some((scenario) => runScenario(scenario, mutated).length > 0)) return true;
  const examples = checkExamples({ ...mutated, examples: policy.examples });
  return examples.some(({ passed }) => !passed);
}
