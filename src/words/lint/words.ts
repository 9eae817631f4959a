import type {
  Finding,
  FindingCode,
  FindingFacts,
  FindingLevel,
} from "../../core/policy/lint/finding.ts";
import type { Language } from "../../core/policy/text.ts";
import { findingsEn } from "./en.ts";
import { findingsEs } from "./es.ts";

/** The words for every finding of the linter; a code without words does not compile. */
export type FindingWords = {
  readonly [C in FindingCode]: (facts: FindingFacts[C]) => string;
};

const catalogues: Readonly<Record<Language, FindingWords>> = { es: findingsEs, en: findingsEn };

/** What contradicts what, or cannot be, in one sentence of the reader's language. */
export function sayFinding({ code, facts }: Finding, language: Language): string {
  const words = catalogues[language][code] as (facts: Finding["facts"]) => string;
  return words(facts);
}

const levels: Readonly<Record<Language, Readonly<Record<FindingLevel, string>>>> = {
  es: { error: "error", warning: "aviso", decided: "decidido" },
  en: { error: "error", warning: "warning", decided: "decided" },
};

/** How grave a finding is, as one word. */
export function sayFindingLevel(level: FindingLevel, language: Language): string {
  return levels[language][level];
}

const words = {
  es: {
    reading: (assumed: string) => `lectura adoptada: ${assumed}`,
    count: (errors: number, warnings: number, decided: number) =>
      `Contradicciones: ${errors} ${errors === 1 ? "error" : "errores"}, ${warnings} ${warnings === 1 ? "aviso" : "avisos"}, ${decided} ${decided === 1 ? "decidida" : "decididas"} por el manual`,
  },
  en: {
    reading: (assumed: string) => `reading taken: ${assumed}`,
    count: (errors: number, warnings: number, decided: number) =>
      `Contradictions: ${errors} ${errors === 1 ? "error" : "errors"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}, ${decided} decided by the manual`,
  },
} as const;

/** The words around findings: the reading that answers one, and how many there are. */
export function findingFrame(language: Language): (typeof words)[Language] {
  return words[language];
}
