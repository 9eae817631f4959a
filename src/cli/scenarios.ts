import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Policy } from "../core/policy/policy.ts";
import type { PackProblem } from "../core/policy/problem.ts";
import { readScenario } from "../core/scenario/read-scenario.ts";
import type { Scenario } from "../core/scenario/scenario.ts";

/** A scenario's file: read, or what is wrong with it. */
export type ScenarioRead =
  | { readonly file: string; readonly scenario: Scenario }
  | { readonly file: string; readonly problems: readonly PackProblem[] };

/** Reads the scenarios beside a pack (`scenarios/*.yaml`), in the order of their names. */
export async function readScenarios(folder: string, policy: Policy): Promise<ScenarioRead[]> {
  const beside = join(folder, "scenarios");
  if (!existsSync(beside)) return [];
  const names = (await readdir(beside)).filter((name) => name.endsWith(".yaml")).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const file = join(beside, name);
      const read = readScenario(await readFile(file, "utf8"), file, policy);
      return "problems" in read ? { file, problems: read.problems } : { file, scenario: read };
    }),
  );
}
