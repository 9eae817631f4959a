/** A desk's own words: Spanish always, English where the pack gives it. */
export interface Text {
  readonly es: string;
  readonly en?: string;
}

/** The languages that Plazo speaks. */
export type Language = "es" | "en";

/** The words in the reader's language, in Spanish where the pack has no other. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] ?? text.es;
}

/** What every promise and refusal of a pack carries: the clauses it keeps and the readings it chose. */
export interface Source {
  readonly clause: readonly string[];
  /** The reading that the pack took where its manual is silent or contradicts itself. */
  readonly assumed?: string;
}
