import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SharedParts } from "../../src/core/policy/read/merge.ts";
import { readPack } from "../../src/core/policy/read-pack.ts";
import type { Policy } from "../../src/core/policy/policy.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A file of the project as text. */
export const projectText = (path: string): string => readFileSync(join(root, path), "utf8");

/** The names of the files in a folder of the project, sorted. */
export const filesIn = (path: string): string[] => readdirSync(join(root, path)).toSorted();

/** The project's own shared parts. */
export const sharedParts: SharedParts = {
  names: filesIn("policies/shared").map((name) => name.replace(/\.yaml$/, "")),
  text: (name) =>
    sharedParts.names.includes(name) ? projectText(`policies/shared/${name}.yaml`) : null,
};

/** The policy of a pack that is expected to be sound; throws with its problems where it is not. */
export function policyOf(text: string): Policy {
  const read = readPack(text, "policy.yaml", sharedParts);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.policy;
}
