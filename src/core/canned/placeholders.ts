import { bare } from "../text/bare.ts";
/** A place in prepared words that is still to be written, where it stands. */
export interface Placeholder {
  /** As it is written, with its braces. */
  readonly written: string;
  /** What stands between the braces, without accents, in lower case; "" or "…": the writer's own words. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Between two opening and two closing braces; what is never closed ends with its line, and counts as well. */
const place = /\{\{([^\n{}]*)(?:\}\}|(?=[\n{}])|$)/gu;

/** The places of a text that are still to be written, in their order. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  return [...text.matchAll(place)].map((found) => {
    const [written, inside = ""] = found;
    return { written, name: nameOf(inside), from: found.index, to: found.index + written.length };
  });
}

/**
 * The places of a text that nobody has written yet, each once, as written: with any of them it is not
 * sent to a client. Two opening braces in a row are always such a place.
 */
export function unfilledIn(text: string): readonly string[] {
  return [...new Set(placeholdersIn(text).map(({ written }) => written.trim()))];
}

/**
 * The text with what is known written in its places; what is not known, and what only the writer
 * knows, stays as it is. What is written in is never read for places again.
 */
export function fillPlaceholders(text: string, known: Readonly<Record<string, string>>): string {
  let filled = "";
  let done = 0;
  for (const { name, from, to } of placeholdersIn(text)) {
    const value = Object.hasOwn(known, name) ? known[name] : undefined;
    if (value === undefined || value === "") continue;
    filled += text.slice(done, from) + value;
    done = to;
  }
  return filled + text.slice(done);
}

/** A name as it is compared: an accent, a capital or a space more or less is the same name. */
function nameOf(inside: string): string {
  return bare(inside).trim();
}
