import type { PackProblem, PackProblemCode, PackProblemFacts } from "../core/policy/problem.ts";
import type { Language } from "../core/policy/text.ts";
import { packProblemsEn } from "./policy-problems-en.ts";
import { packProblemsEs } from "./policy-problems-es.ts";

/** The words for every problem of a pack; a code without words does not compile. */
export type PackProblemWords = {
  readonly [C in PackProblemCode]: (facts: PackProblemFacts[C]) => string;
};

const catalogues: Readonly<Record<Language, PackProblemWords>> = {
  es: packProblemsEs,
  en: packProblemsEn,
};

/** What is wrong, and where it helps, what to write instead, in one sentence of the reader's language. */
export function sayPackProblem(problem: PackProblem, language: Language): string {
  const words = catalogues[language][problem.code] as (facts: PackProblem["facts"]) => string;
  return words(problem.facts);
}
