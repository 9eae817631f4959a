import type { Language, Text } from "../core/policy/text.ts";
import { inLanguage } from "../core/policy/text.ts";

/** What a desk's people and papers call a ticket, its number and an agent: the `terms` of its manual. */
export type Terms = Readonly<Record<string, Text>>;

/** Where the catalogues' own words for those things begin and end; of no use to whoever types them. */
const [OPEN, SHUT, HOLE] = ["\uF8F0", "\uF8F1", "\uF8F2"];

/** The catalogues' own words for a ticket, its number and an agent. */
const ownWords: Readonly<Record<Language, RegExp>> = {
  es: /\b(?:folio (?:del|de su|de este) ticket|folios?|tickets?|especialistas?)\b/giu,
  en: /\b(?:(?:an? )?(?:ticket(?:['’]s)? number|tickets?|specialists?))\b/giu,
};

/** A catalogue in each language. */
type Catalogue<T> = Readonly<Record<Language, T>>;

/**
 * A catalogue whose own words for a ticket, its number and an agent are marked, so that a page says
 * them as its desk does (`inTerms`). What is filled into a sentence is never marked: it is somebody's.
 */
export function termed<T>(catalogue: Catalogue<T>): Catalogue<T> {
  return { es: marked(catalogue.es, "es") as T, en: marked(catalogue.en, "en") as T };
}

function marked(words: unknown, language: Language): unknown {
  if (typeof words === "string") return markedText(words, language);
  if (typeof words === "function")
    return (...given: unknown[]) => {
      const { kept, masked } = masking(given, ownWords[language]);
      const said: unknown = (words as (...all: unknown[]) => unknown)(...masked);
      return typeof said === "string" ? unmasked(markedText(said, language), kept) : said;
    };
  if (typeof words !== "object" || words === null) return words;
  if (Array.isArray(words)) return words.map((one) => marked(one, language));
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, marked(value, language)]),
  );
}

/** What a sentence is given, with a hole for each text in which somebody used one of the catalogue's words. */
function masking(given: readonly unknown[], own: RegExp) {
  const kept: string[] = [];
  const mask = (one: unknown): unknown =>
    typeof one === "string" && one.search(own) >= 0 ? `${HOLE}${kept.push(one) - 1}${HOLE}` : one;
  const masked = given.map((one) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).map(([key, value]) => [key, mask(value)]))
      : mask(one),
  );
  return { kept, masked };
}

function unmasked(text: string, kept: readonly string[]): string {
  return text.replace(/\uF8F2(\d+)\uF8F2/gu, (hole, i: string) => kept[Number(i)] ?? hole);
}

function markedText(text: string, language: Language): string {
  return text.replace(ownWords[language], (word) => OPEN + word + SHUT);
}

/** A text with marked words (`termed`), or a whole page of them, in the words of a desk; without terms, in the program's own. */
export function inTerms(text: string, terms: Terms, language: Language): string {
  return text.replace(/\uF8F0([^\uF8F0\uF8F1]*)\uF8F1/gu, (_, own: string) =>
    termFor(own, terms, language),
  );
}

/** A catalogue of one language, in the words of a desk. */
export function wordsInTerms<T>(words: T, terms: Terms, language: Language): T {
  return mapped(marked(words, language), (text) => inTerms(text, terms, language)) as T;
}

/** Every text of a catalogue, and of what its sentences say, put through a function. */
function mapped(words: unknown, of: (text: string) => string): unknown {
  if (typeof words === "string") return of(words);
  if (typeof words === "function")
    return (...given: unknown[]) => mapped((words as (...all: unknown[]) => unknown)(...given), of);
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, mapped(value, of)]));
}

function termFor(own: string, terms: Terms, language: Language): string {
  const plain = own.replace(/&#39;|’/gu, "'").toLowerCase();
  const article = language === "en" && /^an? /u.test(plain);
  const bare = plain.replace(/^an? /u, "");
  const said = bareTerm(bare, language, (name) => {
    const term = terms[name];
    return term === undefined ? null : inLanguage(term, language);
  });
  if (said === null) return own;
  const whole = article ? `${/^[aeiou]/iu.test(said) ? "an" : "a"} ${said}` : said;
  return /^\p{Lu}/u.test(own) ? whole.charAt(0).toUpperCase() + whole.slice(1) : whole;
}

/** The desk's word for one of the catalogue's; null where it has none of its own. */
function bareTerm(
  own: string,
  language: Language,
  term: (name: string) => string | null,
): string | null {
  const ticket = term("ticket");
  const number = term("folio");
  if (/^folio d|number$/u.test(own)) {
    if (number !== null) return number;
    return ticket === null ? null : own.replace("ticket", ticket);
  }
  if (own.startsWith("folio")) {
    if (number === null || number.startsWith("folio")) return null;
    return own.endsWith("s") ? many(number, language) : number;
  }
  const one = own.startsWith("ticket") ? ticket : term("agent");
  return one === null || !own.endsWith("s") ? one : many(one, language);
}

/** Several of what a term names: the first word in Spanish ("números de caso"), the last in English ("case numbers"). */
function many(term: string, language: Language): string {
  if (language === "en") return /[^aeiou]y$/iu.test(term) ? `${term.slice(0, -1)}ies` : `${term}s`;
  return term.replace(/^\S+/u, (word) => `${word}${/(?:[aeiouáéó]|t)$/iu.test(word) ? "s" : "es"}`);
}
