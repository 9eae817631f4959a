import type { PackChecked, PackMark } from "../../contract/policy.ts";
import { differencesOf } from "../../core/policy/diff/differences.ts";
import type { ExampleResult } from "../../core/policy/examples.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { ReadPack } from "../../core/policy/read-pack.ts";
import type { Language } from "../../core/policy/text.ts";
import type { CheckedSource } from "../../desk/policies/check-source.ts";
import { sayInstant } from "../../words/dates.ts";
import { sayFinding } from "../../words/lint/words.ts";
import { policyCheckWords } from "../../words/policy-check.ts";
import { sayDifferences } from "../../words/policy-diff/say-difference.ts";
import type { SaidDifference } from "../../words/policy-diff/say-difference.ts";
import { sayPackProblem } from "../../words/policy-problems.ts";

/** What one policy says otherwise than another, in words. */
export function presentDifferences(
  before: Policy,
  after: Policy,
  language: Language,
): SaidDifference[] {
  const comparison = { before, after, language };
  return sayDifferences(differencesOf(before, after), comparison).map(({ section, text }) => ({
    section,
    text,
  }));
}

/** What a pack's text comes to, beside the newest version, in the reader's words. */
export function presentChecked(
  checked: CheckedSource,
  newest: Policy,
  language: Language,
): PackChecked {
  const { problems, findings, examples, read, sound } = checked;
  const failed = examples.filter(({ passed }) => !passed);
  return {
    sound,
    marks: [
      ...problems.map((problem): PackMark => {
        const { level, code, file, line, column } = problem;
        return {
          level,
          code,
          file,
          line,
          column,
          words: sayPackProblem(problem, language),
          against: [],
        };
      }),
      ...(read === null ? [] : failed.map((result) => failureMark(read, result, language))),
      ...findings.map((finding): PackMark => {
        const [at, ...others] = finding.quotes;
        const { level, code } = finding;
        const { file, line, column } = at;
        const words = sayFinding(finding, language);
        return { level, code, file, line, column, words, against: others.map(quoted) };
      }),
    ],
    examples: { passed: examples.length - failed.length, failed: failed.length },
    differences: read === null ? null : presentDifferences(newest, read.policy, language),
  };
}

function quoted(
  quote: CheckedSource["findings"][number]["quotes"][number],
): PackMark["against"][number] {
  const { file, line, column, clause, written } = quote;
  return { file, line, column, clause: [...clause], written };
}

function failureMark(read: ReadPack, result: ExampleResult, language: Language): PackMark {
  const say = policyCheckWords(language);
  const place = { language, zone: read.policy.desk.zone };
  const told = (at: ExampleResult["limit"] | null): string =>
    typeof at === "number" ? sayInstant(at, place) : say.never;
  const isLimit = result.limit !== result.example.limit;
  const part = isLimit ? "limit" : "target";
  const { file, place: at } = read.whereIs(["examples", result.index, part]);
  return {
    level: "error",
    code: "example-fails",
    file,
    line: at.line,
    column: at.column,
    words: say.exampleFails(result.example.clock, told(result.example[part]), told(result[part])),
    against: [],
  };
}
