import type { Language } from "../core/policy/text.ts";
import type { Refusal } from "../core/refusal.ts";
import { deskRefusalInWords } from "../words/desk-refusals.ts";
import { problemWords } from "../words/problems.ts";
import { isWorded, refusalInWords } from "../words/refusals.ts";
import type { FormError } from "./form/state.ts";

/** Any refusal in words. */
export function sayRefusal(refusal: Refusal, language: Language): string {
  if (isWorded(refusal)) return refusalInWords(refusal, language);
  return deskRefusalInWords(refusal, language) ?? problemWords[language]["invalid-request"][1];
}

/** A refusal as an error of the form that it belongs to: a file's begins with its name. */
export function formErrorOf(refusal: Refusal, language: Language): FormError {
  const field = refusal.field?.replace(/^fields\./u, "") ?? null;
  const name = refusal.facts?.["name"];
  const said = sayRefusal(refusal, language);
  return { field, text: typeof name === "string" ? `${name}: ${said}` : said };
}
