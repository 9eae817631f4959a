import type { Finding } from "../../src/core/policy/lint/finding.ts";
import { lintPack } from "../../src/core/policy/lint/lint.ts";
import type { PackProblem } from "../../src/core/policy/problem.ts";
import { readPack } from "../../src/core/policy/read-pack.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import { sharedParts } from "./policy-packs.ts";

const sound: Readonly<Record<string, string>> = {
  desk: "{ id: mesa, name: Mesa, zone: America/Mexico_City }",
  calendars: '\n  oficina: { open: { mon-fri: "09:00-18:00" }, closed: [mx-lft] }',
  severities: "{ bajo: Puede esperar, medio: Estorba, alto: No se puede trabajar }",
  clocks: "\n  contacto: { from: received, to: contacted, within: 4h, clause: M-1 }",
};

/** A small sound pack in which these sections stand instead, or besides; each as it is written after its name. */
export function packWith(sections: Readonly<Record<string, string>> = {}): string {
  const all = Object.entries({ plazo: "1", ...sound, ...sections });
  return `${all.map(([name, written]) => `${name}: ${written}`).join("\n")}\n`;
}

/** A problem of a pack as its reader sees it: what it is, what is written where it points, and its facts. */
export interface SeenProblem {
  readonly code: PackProblem["code"];
  /** From the place to the end of the item, or of the line. */
  readonly at: string;
  readonly facts: PackProblem["facts"];
}

const seen = (text: string, problem: PackProblem): SeenProblem => {
  const line = text.split("\n")[problem.line - 1] ?? "";
  const at = /^[^,}\]]*/.exec(line.slice(problem.column - 1))?.[0] ?? "";
  return { code: problem.code, at: at.trim(), facts: problem.facts };
};

/** Everything that is told of a pack, errors and warnings. */
function problemsOf(text: string): SeenProblem[] {
  const read = readPack(text, "policy.yaml", sharedParts);
  const problems = "problems" in read ? read.problems : read.warnings;
  return problems.map((problem) => seen(text, problem));
}

/** What is told of the small pack with these sections. */
export const problemsWith = (sections: Readonly<Record<string, string>>): SeenProblem[] =>
  problemsOf(packWith(sections));

/** The policy of the small pack with these sections; throws with its problems where it has any. */
export function policyWith(sections: Readonly<Record<string, string>>): Policy {
  const read = readPack(packWith(sections), "policy.yaml", sharedParts);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.policy;
}

/** What the linter finds in the small pack with these sections: each finding's code, its facts, and what it points at. */
export function findingsWith(sections: Readonly<Record<string, string>>): SeenFinding[] {
  const read = readPack(packWith(sections), "policy.yaml", sharedParts);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return lintPack(read).map(({ code, facts, quotes }) => ({
    code,
    facts,
    at: quotes.map(({ path }) => path.join(".")),
  }));
}

interface SeenFinding {
  readonly code: Finding["code"];
  readonly facts: Finding["facts"];
  readonly at: readonly string[];
}
