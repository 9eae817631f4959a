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
  /**
   * Clauses that a scenario claims truly: it comes out otherwise without a construct that keeps the
   * clause. A clause whose constructs are all needed is claimed truly by whoever claims it.
   */
  readonly proved: ReadonlySet<string>;
}

/**
 * Takes each construct that keeps a clause out of the pack in turn and lives the scenarios: one of them
 * must come out otherwise, or a worked example of the manual must fail. What nothing misses survives.
 */
export function survivorsOf({ pack, policy, shared, scenarios }: Proven): Survivors {
  const needed: Mutant[] = [];
  const survivors: Mutant[] = [];
  const proved = new Set<string>();
  const able = new Set<string>();
  const mutants = [...mutantsOf(pack, shared)];
  for (const mutant of mutants) {
    if (mutant.policy === null) {
      needed.push(mutant);
      continue;
    }
    for (const clause of mutant.clauses) able.add(clause);
    const trial = { mutated: mutant.policy, policy, scenarios };
    const open = mutant.clauses.filter((clause) => !proved.has(clause));
    const proven = open.filter((clause) => isMissedBy(clause, trial));
    for (const clause of proven) proved.add(clause);
    if (proven.length === 0 && !isMissed(trial)) survivors.push(mutant);
  }
  for (const clause of needed.flatMap(({ clauses }) => clauses)) {
    const isClaimed = scenarios.some(({ clauses }) => clauses.includes(clause));
    if (!able.has(clause) && isClaimed) proved.add(clause);
  }
  return { taken: mutants.length, needed, survivors, proved };
}

interface Trial {
  readonly mutated: Policy;
  readonly policy: Policy;
  readonly scenarios: readonly Scenario[];
}

/** Whether a scenario that claims the clause comes out otherwise. */
function isMissedBy(clause: string, { mutated, scenarios }: Trial): boolean {
  const claiming = scenarios.filter(({ clauses }) => clauses.includes(clause));
  return claiming.some((scenario) => runScenario(scenario, mutated).length > 0);
}

function isMissed({ mutated, policy, scenarios }: Trial): boolean {
  if (scenarios.some((scenario) => runScenario(scenario, mutated).length > 0)) return true;
  const results = checkExamples({ ...mutated, examples: policy.examples });
  // An example of a clock that is gone has no result.
  return results.length < policy.examples.length || results.some(({ passed }) => !passed);
}
