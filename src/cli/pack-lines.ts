import type { ExampleResult } from "../core/policy/examples.ts";
import type { Finding } from "../core/policy/lint/finding.ts";
import type { PackProblem } from "../core/policy/problem.ts";
import type { ReadPack } from "../core/policy/read-pack.ts";
import type { Language } from "../core/policy/text.ts";
import { sayInstant } from "../words/dates.ts";
import { policyCheckWords } from "../words/policy-check.ts";
import { sayPackProblem } from "../words/policy-problems.ts";
import { findingLines } from "./finding-lines.ts";

/** What is wrong with a pack: mistakes in it, worked examples that its promises do not give, or clauses that contradict each other. */
export interface BrokenPack {
  readonly file: string;
  readonly problems: readonly PackProblem[];
  readonly failing: readonly { readonly read: ReadPack; readonly result: ExampleResult }[];
  /** What the linter found to be an error. */
  readonly contradicting: readonly Finding[];
}

/** Everything that is wrong with a pack, a line each: `file:line:column: error: words (code)`. */
export function brokenLines(
  { problems, failing, contradicting }: BrokenPack,
  language: Language,
): string[] {
  return [
    ...problems.map((problem) => problemLine(problem, language)),
    ...failing.map(({ read, result }) => failureLine(read, result, language)),
    ...contradicting.flatMap((finding) => findingLines(finding, language)),
  ];
}

/** A mistake at its place. */
export function problemLine(problem: PackProblem, language: Language): string {
  const level = policyCheckWords(language).levels[problem.level];
  return `${problem.file}:${problem.line}:${problem.column}: ${level}: ${sayPackProblem(problem, language)} (${problem.code})`;
}

/** A worked example that the promises do not give, as the line of an error at its place. */
export function failureLine(read: ReadPack, result: ExampleResult, language: Language): string {
  const say = policyCheckWords(language);
  const place = { language, zone: read.policy.desk.zone };
  const told = (at: ExampleResult["limit"] | null): string =>
    typeof at === "number" ? sayInstant(at, place) : say.never;
  const wrongLimit = result.limit !== result.example.limit;
  const stated = wrongLimit ? result.example.limit : result.example.target;
  const { file, place: at } = read.whereIs([
    "examples",
    result.index,
    wrongLimit ? "limit" : "target",
  ]);
  const words = say.exampleFails(
    result.example.clock,
    told(stated),
    told(wrongLimit ? result.limit : result.target),
  );
  return `${file}:${at.line}:${at.column}: ${say.levels.error}: ${words} (example-fails)`;
}
