import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { checkExamples } from "../core/policy/examples.ts";
import type { PackProblem } from "../core/policy/problem.ts";
import { readPack } from "../core/policy/read-pack.ts";
import type { ReadPack } from "../core/policy/read-pack.ts";
import type { Language } from "../core/policy/text.ts";
import type { Difference } from "../core/scenario/difference.ts";
import { runScenario } from "../core/scenario/run-scenario.ts";
import { sayDifference, scenarioWords } from "../words/scenario.ts";
import type { Output } from "./output.ts";
import { failureLine, problemLine } from "./pack-lines.ts";
import { readScenarios } from "./scenarios.ts";
import type { ScenarioRead } from "./scenarios.ts";
import { withArticles } from "./articles.ts";
import { readSharedParts } from "./shared-parts.ts";

export interface TestArguments {
  /** Packs' files, whole paths; several. */
  readonly packs: readonly string[];
  /** Where paths are told from. */
  readonly cwd: string;
  readonly json: boolean;
  readonly language: Language;
}

/** What became of one scenario (or of the pack itself, where it cannot be read). */
interface Result {
  readonly desk: string;
  readonly file: string;
  readonly name: string;
  readonly clauses: readonly string[];
  readonly passed: boolean;
  /** `file:line:column: words` of each difference or mistake. */
  readonly lines: readonly string[];
  readonly differences: readonly Difference[];
}

/**
 * `plazo policy test`: lives every scenario of the packs at their policy. Prints a line for each, under
 * those that fail what came out otherwise and where it stands, and at the end `N passed, N failed`.
 * Answers 0 when all came true, 1 when one did not or a file cannot be read.
 */
export async function policyTest(args: TestArguments, io: Output): Promise<number> {
  const shared = await readSharedParts();
  const results: Result[] = [];
  const without: string[] = [];
  for (const file of args.packs) {
    const parts = await withArticles(shared, dirname(file));
    const read = readPack(await readFile(file, "utf8"), relative(args.cwd, file), parts);
    const found =
      "problems" in read ? [unreadable(file, read.problems, args)] : await tested(read, file, args);
    if (found.length === 0 && "policy" in read) without.push(read.policy.desk.id);
    results.push(...found);
  }
  const failed = results.filter(({ passed }) => !passed).length;
  if (args.json) io.out(JSON.stringify({ passed: results.length - failed, failed, results }));
  else {
    for (const desk of without) io.out(scenarioWords(args.language).none(desk));
    printResults(results, io);
  }
  return failed === 0 ? 0 : 1;
}

/** The packs of a folder: every `policy.yaml` in a folder of it, by its path. */
export async function packFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name, "policy.yaml"))
    .filter((file) => existsSync(file))
    .toSorted();
}

async function tested(read: ReadPack, file: string, args: TestArguments): Promise<Result[]> {
  const { policy } = read;
  const failing = checkExamples(policy).filter(({ passed }) => !passed);
  const examples = failing.map((result) => failureLine(read, result, args.language));
  const scenarios = await readScenarios(dirname(file), policy);
  const place = { zone: policy.desk.zone, language: args.language };
  const results = scenarios.map((one) => resultOf(one, { read, place, args }));
  if (examples.length === 0) return results;
  const broken = { ...blank(policy.desk.id, relative(args.cwd, file)), lines: examples };
  return [broken, ...results];
}

interface Where {
  readonly read: ReadPack;
  readonly place: { readonly zone: string; readonly language: Language };
  readonly args: TestArguments;
}

function resultOf(one: ScenarioRead, { read, place, args }: Where): Result {
  const file = relative(args.cwd, one.file);
  const { id } = read.policy.desk;
  if ("problems" in one) {
    const lines = one.problems.map((problem) => problemLine({ ...problem, file }, args.language));
    return { ...blank(id, file), lines };
  }
  const { scenario } = one;
  const differences = runScenario(scenario, read.policy);
  const lines = differences.map((difference) => {
    const { line, column } = scenario.place(difference.path, keyOrValue(difference));
    return `${file}:${line}:${column}: ${sayDifference(difference, place)}`;
  });
  const { name, clauses } = scenario;
  return { desk: id, file, name, clauses, passed: lines.length === 0, lines, differences };
}

/** What was refused is shown at its sentence, the rest at what was expected. */
function keyOrValue({ about }: Difference): "key" | "value" {
  return about === "act" ? "key" : "value";
}

function blank(desk: string, file: string): Result {
  return { desk, file, name: file, clauses: [], passed: false, lines: [], differences: [] };
}

function unreadable(file: string, problems: readonly PackProblem[], args: TestArguments): Result {
  const name = relative(args.cwd, file);
  const errors = problems.filter(({ level }) => level === "error");
  return { ...blank(name, name), lines: errors.map((one) => problemLine(one, args.language)) };
}

function printResults(results: readonly Result[], io: Output): void {
  let desk: string | null = null;
  for (const result of results) {
    if (result.desk !== desk) io.out(result.desk);
    ({ desk } = result);
    io.out(`  ${result.passed ? "✓" : "✗"} ${result.name}`);
    for (const line of result.lines) io.out(`      ${line}`);
  }
  const failed = results.filter(({ passed }) => !passed).length;
  io.out(`${results.length - failed} passed, ${failed} failed`);
}
