import { verbNames } from "./schema/verbs.ts";

/** Who does what: the words of a step's key. */
export interface Sentence {
  readonly who: string;
  readonly verb: string;
  /** What it is done to: the form that is filed; null: nothing is named. */
  readonly object: string | null;
}

/** Reads "client files soporte"; null where no verb of the language stands second. */
export function readSentence(text: string): Sentence | null {
  const [who = "", ...rest] = text.trim().split(/\s+/u);
  for (const count of [2, 1]) {
    const verb = rest.slice(0, count).join(" ");
    if (rest.length < count || !verbNames.includes(verb)) continue;
    const object = rest.slice(count).join(" ");
    return { who, verb, object: object === "" ? null : object };
  }
  return null;
}
