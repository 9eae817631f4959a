import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Policy } from "../core/policy/policy.ts";
import { checkExamples } from "../core/policy/examples.ts";
import { lintPack } from "../core/policy/lint/lint.ts";
import { readPack } from "../core/policy/read-pack.ts";
import type { BrokenPack } from "./pack-lines.ts";
import { withArticles } from "./articles.ts";
import { readSharedParts } from "./shared-parts.ts";

/** A pack as it is served. */
export interface Pack {
  readonly file: string;
  readonly source: string;
  readonly policy: Policy;
}

/** What a folder of packs holds: those that can be served, and what is wrong with the others. */
export interface Packs {
  readonly packs: readonly Pack[];
  /** Every desk of the folder's sound packs, whether it was asked for or not. */
  readonly known: readonly string[];
  readonly broken: readonly BrokenPack[];
}

/**
 * Reads every `policy.yaml` in the folders of `folder`, or those of the desks named. A pack whose own
 * worked examples do not come out is broken, for it would promise something else than its manual says;
 * so is one whose clauses contradict each other.
 */
export async function readPacks(folder: string, desks: readonly string[] | null): Promise<Packs> {
  const shared = await readSharedParts();
  const packs: Pack[] = [];
  const known: string[] = [];
  const broken: BrokenPack[] = [];
  for (const name of await packFolders(folder)) {
    const file = join(folder, name, "policy.yaml");
    const source = await readFile(file, "utf8");
    const read = readPack(source, file, await withArticles(shared, join(folder, name)));
    if ("problems" in read) {
      if (desks === null || desks.includes(name))
        broken.push({ file, problems: read.problems, failing: [], contradicting: [] });
      continue;
    }
    const { id } = read.policy.desk;
    known.push(id);
    if (desks !== null && !desks.includes(id)) continue;
    const failing = checkExamples(read.policy).filter(({ passed }) => !passed);
    const contradicting = lintPack(read).filter(({ level }) => level === "error");
    if (failing.length === 0 && contradicting.length === 0)
      packs.push({ file, source, policy: read.policy });
    else
      broken.push({
        file,
        problems: [],
        failing: failing.map((result) => ({ read, result })),
        contradicting,
      });
  }
  return { packs, known, broken };
}

/** The folders that hold a pack, by name; none where the folder does not exist. */
async function packFolders(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name === "policy.yaml")
    .map((entry) => entry.parentPath.slice(folder.length + 1))
    .toSorted();
}
