import { bare } from "../text/bare.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { HOUR } from "../time/instant.ts";

/** What two tickets are compared by. */
export interface Compared {
  readonly subject: string;
  /** As a tracker sorts it. */
  readonly category: string;
  readonly filedAt: Instant;
}

/** In what two tickets are alike, the weightiest first. */
export type Likeness = "code" | "subject" | "type";

export interface Alike {
  readonly score: number;
  readonly why: readonly Likeness[];
}

/** Two reports of one trouble come within hours of each other. */
const WITHIN: Millis = 24 * HOUR;

/** Below this two tickets have too little in common to be shown beside each other. */
const LEAST = 0.5;

/**
 * Whether two tickets are probably of one trouble: filed within a day of each other, and naming the
 * same code of an error, or alike in half of the words of their subjects; the same type counts beside
 * these. `null`: not alike.
 */
export function alike(one: Compared, other: Compared): Alike | null {
  if (Math.abs(one.filedAt - other.filedAt) > WITHIN) return null;
  const shared = shareOf(wordsOf(one.subject), wordsOf(other.subject));
  const sameCode = codesOf(one.subject).some((code) => codesOf(other.subject).includes(code));
  const sameType = one.category === other.category && one.category !== "";
  const why: Likeness[] = [
    ...(sameCode ? (["code"] as const) : []),
    ...(shared >= LEAST ? (["subject"] as const) : []),
    ...(sameType ? (["type"] as const) : []),
  ];
  if (!sameCode && shared < LEAST) return null;
  return { score: (sameCode ? 1 : 0) + shared + (sameType ? 0.25 : 0), why };
}

/** Words that say nothing of what the trouble is, folded. */
const empty: ReadonlySet<string> = new Set(
  "a al con de del desde el en es esta este ha hay la las le lo los me mi mis muy no nos o para pero por porque puedo que se sin su sus un una y ya the and or of to in on is it my not for with cannot can".split(
    " ",
  ),
);

/** The telling words of a text: lower case, no accents, of nouns and verbs the plural as the singular. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = bare(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !empty.has(word));
  return new Set(words.map((word) => word.replace(/(?:es|s)$/u, "").replace(/n$/u, "")));
}

/** Codes of errors that a text names ("CFDI40147", "CRP20217", "error 307", "ORA-00942"), in capitals. */
export function codesOf(text: string): readonly string[] {
  const found = text.toUpperCase().matchAll(/\b(?:[A-Z]{2,6}-?\d{3,6}|ERROR\s+\d{3,5})\b/gu);
  return [...new Set([...found].map(([code]) => code.replaceAll(/\s+/gu, " ")))];
}

/** Words of both among those of either, from 0 to 1 (P. Jaccard, 1901). */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  const either = one.size + other.size - both;
  return either === 0 ? 0 : both / either;
}
