import type { PackMark } from "../../contract/policy.ts";
import { readPack } from "../../core/policy/read-pack.ts";
import type { Language } from "../../core/policy/text.ts";
import { sayPackProblem } from "../../words/policy-problems.ts";

/** Whether this browser can read packs by itself: calendars are compiled with `Temporal`. */
export const canCheckHere: boolean = "Temporal" in globalThis;

/**
 * The mistakes of a pack's text by the very reader that the server uses. Articles are not at hand here:
 * what is wrong with them is said by the server.
 */
export function checkHere(
  source: string,
  shared: Readonly<Record<string, string>>,
  language: Language,
): PackMark[] {
  const parts = { names: Object.keys(shared), text: (name: string) => shared[name] ?? null };
  const read = readPack(source, "policy.yaml", parts);
  const problems = "problems" in read ? read.problems : read.warnings;
  return problems.map((problem) => ({
    level: problem.level,
    code: problem.code,
    file: problem.file,
    line: problem.line,
    column: problem.column,
    words: sayPackProblem(problem, language),
    against: [],
  }));
}
