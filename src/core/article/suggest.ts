import { inLanguage } from "../policy/text.ts";
import type { Language } from "../policy/text.ts";
import type { ArticleContent } from "./content.ts";
import { stemsOf } from "./words.ts";

/** What is known of a request that articles may answer. */
export interface Wanted {
  readonly form: string | null;
  /** Its answers by field: closed lists are types of request. */
  readonly answers: Readonly<Record<string, string>>;
  readonly severity: string | null;
  /** Everything that was written. */
  readonly words: string;
  readonly language: Language;
}

/** Something that can be suggested. */
export interface Suggestible {
  readonly id: string;
  readonly content: ArticleContent;
}

/** An article that may answer, with why: a code it names, the type of request, or the words. */
export interface Suggested<One extends Suggestible> {
  readonly article: One;
  readonly score: number;
  readonly why: "code" | "type" | "words";
  /** What was written speaks for it: more than the type alone does. */
  readonly byWords: boolean;
}

/** What each thing in common is worth. A code outweighs the type, and the type a word or two. */
const worth = { code: 100, type: 30, form: 4, severity: 6, title: 12, mark: 14, body: 2 } as const;
/** Words of the body count up to so many, so that long articles do not win by their length. */
const MOST_BODY = 6;
/** What less than this has in common is chance. */
const LEAST = 12;

/**
 * The articles that may answer a request, the likeliest first, at most `most`: by the error codes they
 * name, the type of request they are written for, and the words in common (accents and endings aside).
 * The form alone suggests nothing; of two alike, the order given stays.
 */
export function suggest<One extends Suggestible>(
  articles: readonly One[],
  wanted: Wanted,
  most: number,
): readonly Suggested<One>[] {
  const stems = stemsOf(wanted.words);
  const types = typesOf(wanted);
  return articles
    .map((article) => scored(article, { wanted, stems, types }))
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most);
}

interface Looked {
  readonly wanted: Wanted;
  readonly stems: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

function scored<One extends Suggestible>(
  article: One,
  { wanted, stems, types }: Looked,
): Suggested<One> {
  const { content } = article;
  const marks = content.marks.map((mark) => stemsOf(mark));
  const codes = marks.filter((mark) => [...mark].some((stem) => isCode(stem) && stems.has(stem)));
  const named = marks.filter((mark) => mark.size > 0 && mark.isSubsetOf(stems)).length;
  const isOfType = content.types.some((type) => types.has(type));
  const isOfForm = wanted.form !== null && content.types.includes(wanted.form);
  const isOfSeverity = wanted.severity !== null && content.severities.includes(wanted.severity);
  const title = stemsOf(inLanguage(content.title, wanted.language)).intersection(stems).size;
  const body = stemsOf(inLanguage(content.body, wanted.language)).intersection(stems).size;
  const said =
    (codes.length > 0 ? worth.code : 0) +
    named * worth.mark +
    title * worth.title +
    Math.min(body, MOST_BODY) * worth.body;
  const chosen =
    (isOfType ? worth.type : 0) + (isOfForm ? worth.form : 0) + (isOfSeverity ? worth.severity : 0);
  const why = codes.length > 0 ? "code" : isOfType ? "type" : "words";
  return { article, score: said + chosen, why, byWords: said >= LEAST };
}

function typesOf({ form, answers }: Wanted): ReadonlySet<string> {
  if (form === null) return new Set();
  return new Set(Object.values(answers).map((value) => `${form}/${value}`));
}

/** Letters with figures after them, or figures alone that no year or amount would be. */
function isCode(stem: string): boolean {
  return /^[a-z]{2,10}[0-9]{3,6}$/u.test(stem);
}

/**
 * The articles that a search finds, the best first: every word is in its title, marks or text. Words
 * that say nothing find nothing; a query of such words alone finds none.
 */
export function searched<One extends Suggestible>(
  articles: readonly One[],
  query: string,
  language: Language,
): readonly One[] {
  const asked = stemsOf(query);
  if (asked.size === 0) return [];
  return articles
    .map((article) => ({ article, found: foundIn(article.content, asked, language) }))
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => b.found - a.found)
    .map(({ article }) => article);
}

interface Sought {
  readonly title: readonly string[];
  readonly marks: readonly string[];
  readonly body: readonly string[];
}

// A version of an article never changes, and is sought with every letter that somebody types.
const stemmed: Readonly<Record<Language, WeakMap<ArticleContent, Sought>>> = {
  es: new WeakMap(),
  en: new WeakMap(),
};

function soughtIn(content: ArticleContent, language: Language): Sought {
  const known = stemmed[language].get(content);
  if (known !== undefined) return known;
  const sought = {
    title: [...stemsOf(inLanguage(content.title, language))],
    marks: [...stemsOf(content.marks.join(" "))],
    body: [...stemsOf(inLanguage(content.body, language))],
  };
  stemmed[language].set(content, sought);
  return sought;
}

function foundIn(content: ArticleContent, asked: ReadonlySet<string>, language: Language): number {
  const { title, marks, body } = soughtIn(content, language);
  let found = 0;
  for (const stem of asked) {
    const begins = (word: string): boolean => word.startsWith(stem);
    const worthIt = title.some(begins) ? 8 : marks.some(begins) ? 6 : body.some(begins) ? 1 : 0;
    if (worthIt === 0) return 0;
    found += worthIt;
  }
  return found;
}

/** What to read after an article: those of the same types and with words of its title and marks in common, the nearest first. */
export function related<One extends Suggestible>(
  articles: readonly One[],
  to: Suggestible,
  most: number,
): readonly One[] {
  const types = new Set(to.content.types);
  const own = nameStems(to.content);
  return articles
    .filter(({ id }) => id !== to.id)
    .map((article) => {
      const shared = article.content.types.filter((type) => types.has(type)).length;
      return { article, near: shared * 2 + nameStems(article.content).intersection(own).size };
    })
    .toSorted((a, b) => b.near - a.near)
    .slice(0, most)
    .map(({ article }) => article);
}

function nameStems({ title, marks }: ArticleContent): ReadonlySet<string> {
  return stemsOf([title.es, ...marks].join(" "));
}
