import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { checkExamples } from "../core/policy/examples.ts";
import type { PackProblem } from "../core/policy/problem.ts";
import { readPack } from "../core/policy/read-pack.ts";
import type { ReadPack } from "../core/policy/read-pack.ts";
import { inLanguage } from "../core/policy/text.ts";
import type { Language } from "../core/policy/text.ts";
import { policyCheckWords } from "../words/policy-check.ts";
import { sayPackProblem } from "../words/policy-problems.ts";
import { settle } from "../store/settle.ts";
import type { Output } from "./output.ts";
import { failureLine, problemLine } from "./pack-lines.ts";
import { readSharedParts } from "./shared-parts.ts";

interface CheckArguments {
  /** A pack's file, or its folder. */
  readonly path: string;
  readonly json: boolean;
  readonly language: Language;
}

/** A pack's text, or why it cannot be read. */
async function textOf(
  path: string,
): Promise<
  { readonly file: string; readonly text: string } | { readonly file: string; readonly why: string }
> {
  const found = await settle(stat(path));
  const file = "value" in found && found.value.isDirectory() ? join(path, "policy.yaml") : path;
  const read = await settle(readFile(file, "utf8"));
  return "value" in read
    ? { file, text: read.value }
    : { file, why: read.fault.code ?? read.fault.message };
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

function printPack(read: ReadPack, args: CheckArguments, io: Output): number {
  const say = policyCheckWords(args.language);
  const { policy, warnings } = read;
  const examples = checkExamples(policy);
  const failed = examples.filter((result) => !result.passed);
  if (args.json) {
    const problems = warnings.map((one) => ({ ...one, words: sayPackProblem(one, args.language) }));
    io.out(
      JSON.stringify({
        ok: failed.length === 0,
        desk: policy.desk.id,
        problems,
        assumptions: policy.assumptions,
        clauses: policy.clauses,
        examples,
      }),
    );
    return failed.length === 0 ? 0 : 1;
  }
  for (const warning of warnings) io.out(problemLine(warning, args.language));
  for (const result of failed) io.out(failureLine(read, result, args.language));
  if (policy.assumptions.length > 0) io.out(say.assumed(policy.assumptions.length));
  for (const { path, clause, assumed } of policy.assumptions)
    io.out(`  ${path} [${clause.join(", ")}]: ${assumed}`);
  io.out(say.examples(examples.length - failed.length, failed.length));
  io.out(
    failed.length === 0
      ? say.fine(
          inLanguage(policy.desk.name, args.language),
          policy.clocks.length,
          policy.clauses.length,
        )
      : say.wrong(failed.length),
  );
  return failed.length === 0 ? 0 : 1;
}

/**
 * `plazo policy check PACK`: prints each problem as `file:line:column: error: words (code)`, then the
 * readings that the pack assumed and how its worked examples came out. Answers the exit code: 0 for a
 * sound pack, 1 for errors or examples that fail, 2 for a file that cannot be read.
 */
export async function policyCheck(args: CheckArguments, io: Output): Promise<number> {
  const pack = await textOf(args.path);
  if ("why" in pack) {
    io.err(policyCheckWords(args.language).unreadable(pack.file, pack.why));
    return 2;
  }
  const read = readPack(pack.text, pack.file, await readSharedParts());
  return "problems" in read ? printProblems(read.problems, args, io) : printPack(read, args, io);
}
