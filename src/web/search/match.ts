import { bareLine } from "../../core/text/bare.ts";

/** Something that is found by what it is called. */
export interface Called {
  readonly label: string;
  /** Other words for it, without accents. */
  readonly also: string;
}

const wordsOf = (text: string): readonly string[] =>
  bareLine(text)
    .split(/[^\p{L}\p{N}&@.]+/u)
    .filter((word) => word !== "");

/**
 * How well what was written finds something by its words: each word of it must begin one of them.
 * Less is better: 0 where the label begins so, 1 where all words are the label's, 2 where others are
 * needed. null: it is not found.
 */
export function matchOf(written: string, { label, also }: Called): number | null {
  const sought = wordsOf(written);
  if (sought.length === 0) return null;
  const own = wordsOf(label);
  const all = [...own, ...wordsOf(also)];
  const begins = (words: readonly string[]) => (word: string) =>
    words.some((one) => one.startsWith(word));
  if (!sought.every(begins(all))) return null;
  if (bareLine(label).startsWith(sought.join(" "))) return 0;
  return sought.every(begins(own)) ? 1 : 2;
}

/** Those that are found, the best first; as they come where they are equally good. */
export function matching<Item extends Called>(
  written: string,
  items: readonly Item[],
): readonly Item[] {
  return items
    .flatMap((item) => {
      const score = matchOf(written, item);
      return score === null ? [] : [{ item, score }];
    })
    .toSorted((a, b) => a.score - b.score)
    .map(({ item }) => item);
}

/**
 * What is found now, in an order that does not jump: what was shown before and still is found stays
 * in its order, and what is new comes after it.
 */
export function inSteadyOrder<Item>(
  shown: readonly string[],
  found: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const place = new Map(shown.map((key, at) => [key, at]));
  const placeOf = (item: Item): number => place.get(keyOf(item)) ?? Number.POSITIVE_INFINITY;
  const before = found.filter((item) => place.has(keyOf(item)));
  const fresh = found.filter((item) => !place.has(keyOf(item)));
  return [...before.toSorted((a, b) => placeOf(a) - placeOf(b)), ...fresh];
}
