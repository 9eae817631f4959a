import type { Language } from "../core/policy/text.ts";
import { en } from "./explain-en.ts";
import { es } from "./explain-es.ts";

/** The clauses and the reading of a rule or a refusal, where it has them. */
export interface Cited {
  readonly clause?: readonly string[] | undefined;
  readonly assumed?: string | undefined;
}

/** The reading that the pack took, as a sentence: "Se interpreta así: …."; empty: it took none. */
export function sayReading({ assumed }: Cited, language: Language): string {
  if (assumed === undefined) return "";
  const said = (language === "es" ? es : en).assumed(assumed.replace(/[.]$/u, ""));
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** A sentence with its clauses at its end: "No se reabre (RD-14)." */
export function withClauses(sentence: string, { clause = [] }: Cited): string {
  if (clause.length === 0) return sentence;
  const end = /[.!?]$/u.exec(sentence)?.[0] ?? "";
  const text = end === "." ? sentence.slice(0, -1) : sentence;
  return `${text} (${clause.join(", ")})${end === "." ? "." : ""}`;
}

/** A sentence with its clauses and, after it, the reading that the pack took there. */
export function withSource(sentence: string, cited: Cited, language: Language): string {
  const reading = sayReading(cited, language);
  const said = withClauses(sentence, cited);
  return reading === "" ? said : `${said} ${reading}`;
}
