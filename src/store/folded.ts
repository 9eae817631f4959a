import { bareLine } from "../core/text/bare.ts";

/**
 * A text as search by beginnings compares it: lower case, without accents, inner spaces single, cut
 * at 200 characters.
 */
export function folded(text: string): string {
  return bareLine(text).slice(0, 200);
}

/** The least text that is greater than every text beginning with `prefix`, byte by byte; none: no upper end. */
export function afterPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}
