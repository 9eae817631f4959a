import type { Language } from "../../core/policy/text.ts";
import { diffNamesEn } from "./names-en.ts";
import { diffNamesEs } from "./names-es.ts";

export type DiffNames = typeof diffNamesEs;

/** The words of differences in a language. */
export function diffNames(language: Language): DiffNames {
  return language === "en" ? diffNamesEn : diffNamesEs;
}
