import type { Language } from "../core/policy/text.ts";
import type { RefusalCode } from "../core/refusal-codes.ts";
import type { Refusal } from "../core/refusal.ts";
import { en } from "./refusals/en.ts";
import { es } from "./refusals/es.ts";

/** A sentence that says to a person what was refused and what to do, in their language. */
export function refusalInWords(refusal: Refusal<RefusalCode>, language: Language): string {
  const wording = language === "es" ? es : en;
  return wording[refusal.refused](refusal.facts ?? {});
}

/** Whether this is a refusal of the core, which has its sentence here. */
export function isWorded(refusal: Refusal): refusal is Refusal<RefusalCode> {
  return Object.hasOwn(es, refusal.refused);
}
