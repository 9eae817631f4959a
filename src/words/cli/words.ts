import type { Language } from "../../core/policy/text.ts";
import type { CliWords } from "./cli-words.ts";
import { cliEn } from "./en.ts";
import { cliEs } from "./es.ts";

/** The command line's words in a language. */
export function cliWords(language: Language): CliWords {
  return language === "en" ? cliEn : cliEs;
}
