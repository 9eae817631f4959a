import type { Language } from "../core/policy/text.ts";
import type { Refusal } from "../core/refusal.ts";
import { deskRefusalInWords } from "../words/desk-refusals.ts";
import { problemWords } from "../words/problems.ts";
import { isWorded, refusalInWords } from "../words/refusals.ts";
import { withClauses, withSource } from "../words/source.ts";
import type { FormError } from "./form/state.ts";

/** Any refusal in words, with the clauses of the manual that say no and the reading that was taken of them. */
export function sayRefusal(refusal: Refusal, language: Language): string {
  return withSource(sentenceOf(refusal, language), refusal, language);
}

function sentenceOf(refusal: Refusal, language: Language): string {
  if (isWorded(refusal)) return refusalInWords(refusal, language);
  return deskRefusalInWords(refusal, language) ?? problemWords[language]["invalid-request"][1];
}

/**
 * A refusal as an error of the form that it belongs to: a file's begins with its name. Beside its field
 * it says what to correct; in the summary, by which clause too.
 */
export function formErrorOf(refusal: Refusal, language: Language): FormError {
  const field = refusal.field?.replace(/^fields\./u, "") ?? null;
  const name = refusal.facts?.["name"];
  const said = sentenceOf(refusal, language);
  const text = typeof name === "string" ? `${name}: ${said}` : said;
  const isOfField = refusal.field?.startsWith("fields.") === true;
  return {
    field,
    text,
    cited: isOfField ? withClauses(text, refusal) : withSource(text, refusal, language),
    ...(isOfField && refusal.clause !== undefined ? { clause: refusal.clause } : {}),
  };
}
