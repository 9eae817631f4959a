import { checkExamples } from "../core/policy/examples.ts";
import type { ExampleResult } from "../core/policy/examples.ts";
import type { Finding, FindingLevel } from "../core/policy/lint/finding.ts";
import { lintPack } from "../core/policy/lint/lint.ts";
import type { PackProblem } from "../core/policy/problem.ts";
import type { ReadPack } from "../core/policy/read-pack.ts";
import { inLanguage } from "../core/policy/text.ts";
import type { Language } from "../core/policy/text.ts";
import { findingFrame, sayFinding } from "../words/lint/words.ts";
import { policyCheckWords } from "../words/policy-check.ts";
import { sayPackProblem } from "../words/policy-problems.ts";
import { findingLines } from "./finding-lines.ts";
import type { Output } from "./output.ts";
import { failureLine, problemLine } from "./pack-lines.ts";
import { packAt } from "./pack-at.ts";

interface CheckArguments {
  /** A pack's file, or its folder. */
  readonly path: string;
  readonly json: boolean;
  /** What is doubtful fails too, unless the pack says how it read it. */
  readonly strict?: boolean;
  readonly language: Language;
}

function printProblems(problems: readonly PackProblem[], args: CheckArguments, io: Output): number {
  if (args.json) {
    io.out(
      JSON.stringify({
        ok: false,
        problems: problems.map((one) => ({ ...one, words: sayPackProblem(one, args.language) })),
      }),
    );
    return 1;
  }
  for (const problem of problems) io.out(problemLine(problem, args.language));
  io.out(
    policyCheckWords(args.language).wrong(problems.filter((one) => one.level === "error").length),
  );
  return 1;
}

/** What the check found in a sound pack. */
interface Checked {
  readonly read: ReadPack;
  readonly findings: readonly Finding[];
  readonly examples: readonly ExampleResult[];
  /** What keeps it from passing: examples and findings that fail. */
  readonly failures: number;
}

const countOf = (findings: readonly Finding[], level: FindingLevel): number =>
  findings.filter((one) => one.level === level).length;

function checkedOf(read: ReadPack, strict: boolean): Checked {
  const examples = checkExamples(read.policy);
  const findings = lintPack(read);
  const failures =
    examples.filter((result) => !result.passed).length +
    countOf(findings, "error") +
    (strict ? countOf(findings, "warning") + read.warnings.length : 0);
  return { read, findings, examples, failures };
}

function jsonOf({ read, findings, examples, failures }: Checked, language: Language): string {
  const { policy, warnings } = read;
  return JSON.stringify({
    ok: failures === 0,
    desk: policy.desk.id,
    problems: warnings.map((one) => ({ ...one, words: sayPackProblem(one, language) })),
    findings: findings.map((one) => ({ ...one, words: sayFinding(one, language) })),
    assumptions: policy.assumptions,
    clauses: policy.clauses,
    examples,
  });
}

function printPack(checked: Checked, args: CheckArguments, io: Output): number {
  const { read, findings, examples, failures } = checked;
  const code = failures === 0 ? 0 : 1;
  if (args.json) {
    io.out(jsonOf(checked, args.language));
    return code;
  }
  const say = policyCheckWords(args.language);
  const { policy, warnings } = read;
  const failed = examples.filter((result) => !result.passed);
  for (const warning of warnings) io.out(problemLine(warning, args.language));
  for (const result of failed) io.out(failureLine(read, result, args.language));
  for (const finding of findings)
    for (const line of findingLines(finding, args.language)) io.out(line);
  if (findings.length > 0) {
    const counts = (["error", "warning", "decided"] as const).map((one) => countOf(findings, one));
    const [errors = 0, doubts = 0, decided = 0] = counts;
    io.out(findingFrame(args.language).count(errors, doubts, decided));
  }
  if (policy.assumptions.length > 0) io.out(say.assumed(policy.assumptions.length));
  for (const { path, clause, assumed } of policy.assumptions)
    io.out(`  ${path} [${clause.join(", ")}]: ${assumed}`);
  io.out(say.examples(examples.length - failed.length, failed.length));
  const desk = inLanguage(policy.desk.name, args.language);
  io.out(
    failures === 0
      ? say.fine(desk, policy.clocks.length, policy.clauses.length)
      : say.wrong(failures),
  );
  return code;
}

/**
 * `plazo policy check PACK`: prints each problem as `file:line:column: error: words (code)`, then what
 * the linter found, with each clause that contradicts another, the readings that the pack assumed and how
 * its worked examples came out. Answers the exit code: 0 for a sound pack, 1 for errors or examples that
 * fail (`strict`: for warnings too), 2 for a file that cannot be read.
 */
export async function policyCheck(args: CheckArguments, io: Output): Promise<number> {
  const pack = await packAt(args.path, args.language, io);
  if (pack === 2) return pack;
  const { read } = pack;
  if ("problems" in read) return printProblems(read.problems, args, io);
  return printPack(checkedOf(read, args.strict ?? false), args, io);
}
