import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { cliWords } from "../words/cli/words.ts";
import { scenarioWords } from "../words/scenario.ts";
import { readArguments } from "./arguments.ts";
import type { Invocation } from "./commands.ts";
import { policyMutations } from "./policy-mutations.ts";
import { packFiles, policyTest } from "./policy-test.ts";
import { packPath } from "./run-policy-check.ts";

/**
 * `plazo policy test [PACK…] [--json] [--mutations]`: the scenarios of the packs named, or of all of
 * the project; with `--mutations`, the constructs that could be taken out without one noticing.
 */
export async function runPolicyTest(invocation: Invocation): Promise<number> {
  const { args, io, language, cwd, root } = invocation;
  const read = readArguments(args, {
    json: { type: "boolean" },
    mutations: { type: "boolean" },
  });
  if ("wrong" in read) {
    io.err(cliWords(language).wrongOption(read.wrong));
    return 2;
  }
  const all = await packFiles(join(root, "policies"));
  const packs = read.positionals.map((name) => fileOf(packPath(name, { cwd, root })));
  const missing = packs.findIndex((file) => !existsSync(file));
  if (missing >= 0) {
    const known = all.map((file) => basename(dirname(file)));
    io.err(scenarioWords(language).unknownPack(read.positionals[missing] ?? "", known));
    return 2;
  }
  const json = read.values.json === true;
  const chosen = { packs: packs.length === 0 ? all : packs, cwd, json, language };
  return read.values.mutations === true ? policyMutations(chosen, io) : policyTest(chosen, io);
}

function fileOf(path: string): string {
  return path.endsWith(".yaml") ? path : join(path, "policy.yaml");
}
