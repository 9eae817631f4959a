import { readFile } from "node:fs/promises";
import { CaseFile, issuesOf } from "../core/calendar/case-file.ts";
import { runCases } from "../core/calendar/cases.ts";
import type { CaseResult } from "../core/calendar/cases.ts";
import type { Output } from "./output.ts";

const reasonOf = (fault: unknown): string =>
  fault instanceof Error ? fault.message : String(fault);

function failureLines(result: CaseResult): string[] {
  const title = `${result.id} ${result.op}`;
  if (result.problem !== undefined) return [`FAILED ${title}: ${result.problem}`];
  return [
    `FAILED ${title}`,
    `  expected ${JSON.stringify(result.expected)}`,
    `  got      ${JSON.stringify(result.got)}`,
  ];
}

async function readCases(file: string): Promise<CaseFile | string> {
  const raw = await readFile(file, "utf8")
    .then((text): { json: unknown } => ({ json: JSON.parse(text) }))
    .then((read) => read, reasonOf);
  if (typeof raw === "string") return raw;
  const parsed = CaseFile.safeParse(raw.json);
  return parsed.success ? parsed.data : issuesOf(parsed.error);
}

/**
 * Runs a file of business-time cases. Prints each failing case with what was expected and what
 * came out, then `N passed, N failed`; with `json`, one object `{ passed, failed, failures }`.
 * Answers the exit code: 0 when all passed, 1 when some failed, 2 when the file cannot be read.
 */
export async function timeCheck(
  args: { file: string; json: boolean },
  io: Output,
): Promise<number> {
  const file = await readCases(args.file);
  if (typeof file === "string") {
    io.err(`${args.file}: ${file}`);
    return 2;
  }
  const results = runCases(file);
  const failures = results.filter((result) => !result.passed);
  const passed = results.length - failures.length;
  if (args.json) io.out(JSON.stringify({ passed, failed: failures.length, failures }));
  else {
    for (const failure of failures) failureLines(failure).forEach((line) => io.out(line));
    io.out(`${passed} passed, ${failures.length} failed`);
  }
  return failures.length === 0 ? 0 : 1;
}
