import type { Language } from "../core/policy/text.ts";
import type { Environment } from "./config.ts";

/**
 * The language of the person at the terminal: `--lang` where it is said, English where their system
 * speaks it, else Spanish. What is set to nothing is not set (POSIX, 8.2). The launcher decides alike,
 * before this can be read.
 */
export function languageOf(words: readonly string[], environment: Environment): Language {
  const at = words.indexOf("--lang");
  const asked =
    at >= 0 ? words[at + 1] : words.find((word) => word.startsWith("--lang="))?.slice(7);
  if (asked === "en" || asked === "es") return asked;
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const system = [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== "");
  return /^en([_.@-]|$)/iu.test(system ?? "") ? "en" : "es";
}
