import { isCivilDate } from "../time/civil.ts";
import { bareLine } from "../text/bare.ts";

/** One thing that must be there, or with `not` must not be: words in this order, or one word. */
export interface Term {
  readonly text: string;
  readonly not: boolean;
  /** It is still being typed: anything that goes on from here is meant as well. */
  readonly unfinished: boolean;
}

/** What a filter written as a word narrows by. */
export type FilterName =
  | "state"
  | "channel"
  | "assignee"
  | "severity"
  | "level"
  | "before"
  | "after"
  | "file";

/** A filter as it was written; what its value means is for the desk to say. */
export interface Filter {
  readonly name: FilterName;
  readonly value: string;
  readonly not: boolean;
}

/** What somebody wrote into the box, read. */
export interface Search {
  readonly terms: readonly Term[];
  readonly filters: readonly Filter[];
  /** The text without its filters, which may be one identifier; empty where it says more than that. */
  readonly whole: string;
}

/** The words that name each filter, without accents, in Spanish and in English. */
export const filterWords: Readonly<Record<FilterName, readonly string[]>> = {
  state: ["estado", "state", "status", "es", "is"],
  channel: ["de", "canal", "via", "from", "channel"],
  assignee: ["asignado", "asignada", "atiende", "assigned", "assignee"],
  severity: ["severidad", "severity", "prioridad", "priority"],
  level: ["nivel", "level"],
  before: ["antes", "before", "hasta"],
  after: ["despues", "after", "desde", "since"],
  file: ["archivo", "adjunto", "file"],
};

const named = new Map(
  Object.entries(filterWords).flatMap(([name, words]) =>
    words.map((word) => [word, name as FilterName] as const),
  ),
);

/** The most terms that a search has: what comes after says nothing that a person meant. */
const MOST_TERMS = 12;

// A phrase, a filter with a phrase for its value, or a word; each may be denied. Linear: no part can match what the next one does.
const PIECE = /(-?)(?:([\p{L}]{2,12}):)?(?:"([^"]*)("?)|([^\s"]+))/gu;

/**
 * Reads what somebody wrote into the box: words, "phrases", -denials, and filters written as words
 * ("estado:abierto", "antes:2026-10-01"). A word with a colon that names no filter is a word. The last
 * word is unfinished unless a space or a closing quotation mark follows it. A date that is none leaves
 * its filter out.
 */
export function readSearch(written: string): Search {
  const terms: Term[] = [];
  const filters: Filter[] = [];
  const rest: string[] = [];
  const text = written
    .normalize("NFC")
    .replace(/\p{Cc}/gu, " ")
    .slice(0, 200);
  for (const piece of text.matchAll(PIECE)) {
    const [all, minus = "", word, phrase, closed, single = ""] = piece;
    const name = word === undefined ? undefined : named.get(bareLine(word));
    const value = phrase ?? single;
    const not = minus === "-";
    if (name !== undefined) {
      if (isMeant(name, value)) filters.push({ name, value, not });
      continue;
    }
    rest.push(all);
    const said = word === undefined ? value : `${word}:${value}`;
    const isLast = piece.index + all.length === text.length && closed !== '"';
    if (/[\p{L}\p{N}]/u.test(said) && terms.length < MOST_TERMS)
      terms.push({ text: said, not, unfinished: isLast && !not });
  }
  const plain = terms.every(({ not }) => !not) && !rest.some((one) => one.includes('"'));
  return { terms, filters, whole: plain ? rest.join(" ") : "" };
}

function isMeant(name: FilterName, value: string): boolean {
  // No database knows a year 0.
  if (name === "before" || name === "after") return isCivilDate(value) && value >= "0001";
  return value.trim() !== "";
}

/** Whether a search asks for anything at all. */
export function asksNothing({ terms, filters }: Search): boolean {
  return terms.length === 0 && filters.length === 0;
}
