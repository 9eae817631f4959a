import { fillPlaceholders, unfilledIn } from "../canned/placeholders.ts";
import { reachesClients } from "./act.ts";
import type { BulkAct, Told } from "./act.ts";

/** What is known of one ticket, by the names of the places. */
export type Known = Readonly<Record<string, string>>;

/** The act as it is done to one ticket: what is known of it stands in the places of the words. */
export function filledAct(act: BulkAct, known: Known): BulkAct {
  switch (act.do) {
    case "note":
      return { ...act, text: fillPlaceholders(act.text, known) };
    case "reply":
      return { ...act, texts: filledTold(act.texts, known) };
    case "solve":
      return {
        ...act,
        cause: filledTold(act.cause, known),
        remedy: filledTold(act.remedy, known),
      };
    default:
      return act;
  }
}

function filledTold(told: Told, known: Known): Told {
  return Object.fromEntries(
    Object.entries(told).map(([language, text]) => [language, fillPlaceholders(text, known)]),
  );
}

/** The places of what a client would read that nobody has written yet: with any of them it is not said. */
export function leftUnfilled(act: BulkAct, language: "es" | "en"): readonly string[] {
  if (!reachesClients(act)) return [];
  switch (act.do) {
    case "reply":
      return unfilledIn(act.texts[language] ?? "");
    case "solve":
      return unfilledIn(`${act.cause[language] ?? ""}\n${act.remedy[language] ?? ""}`);
    default:
      return [];
  }
}
