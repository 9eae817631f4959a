import { readFile } from "node:fs/promises";
import { CaseFile } from "../core/calendar/case-file.ts";
import { runCases } from "../core/calendar/cases.ts";
import type { CaseResult } from "../core/calendar/cases.ts";
import type { Language } from "../core/policy/text.ts";
import { settle } from "../store/settle.ts";
import { sayFileFault } from "../words/cli/file-faults.ts";
import { timeCheckWords } from "../words/cli/time-check.ts";
import type { Output } from "./output.ts";

interface TimeCheckArguments {
  readonly file: string;
  readonly json: boolean;
  readonly language: Language;
}

function failureLines(result: CaseResult): string[] {
  const title = `${result.id} ${result.op}`;
  if (result.problem !== undefined) return [`FAILED ${title}: ${result.problem}`];
  return [
    `FAILED ${title}`,
    `  expected ${JSON.stringify(result.expected)}`,
    `  got      ${JSON.stringify(result.got)}`,
  ];
}

/** The cases of a file, or what is wrong with the file in words. */
async function readCases({ file, language }: TimeCheckArguments): Promise<CaseFile | string> {
  const say = timeCheckWords[language];
  const text = await settle(readFile(file, "utf8"));
  if ("fault" in text) {
    const { code, message } = text.fault;
    return say.unreadable(file, sayFileFault(code ?? message, language));
  }
  const read = await settle(Promise.resolve(text.value).then((json): unknown => JSON.parse(json)));
  if ("fault" in read) {
    const [, line, column] = /line (\d+) column (\d+)/u.exec(read.fault.message) ?? [];
    const at = line === undefined || column === undefined ? "" : say.at(line, column);
    return say.notJson(file, at);
  }
  const parsed = CaseFile.safeParse(read.value);
  if (parsed.success) return parsed.data;
  const keys = new Set(parsed.error.issues.map(({ path: [key] }) => String(key ?? say.whole)));
  return say.notCases(file, [...keys].join(", "));
}

/**
 * Runs a file of business-time cases. Prints each failing case with what was expected and what
 * came out, then `N passed, N failed`; with `json`, one object `{ passed, failed, failures }`.
 * Answers the exit code: 0 when all passed, 1 when some failed, 2 when the file cannot be read.
 */
export async function timeCheck(args: TimeCheckArguments, io: Output): Promise<number> {
  const file = await readCases(args);
  if (typeof file === "string") {
    io.err(file);
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
