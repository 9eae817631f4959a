import type { Refusal } from "../../core/refusal.ts";
import type { CliWords } from "./cli-words.ts";

/** Why a command does not start or go on, in words; the bare code and its facts where it has none. */
export function cliRefusal(refusal: Refusal, words: CliWords): string {
  const { refused, facts = {} } = refusal;
  const known: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>) => string>> =
    words.refusals;
  return known[refused]?.(facts) ?? `${refused} ${JSON.stringify(facts)}`;
}
