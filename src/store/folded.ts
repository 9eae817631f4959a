/**
 * A text as search by beginnings compares it: lower case, without accents, inner spaces single, cut
 * at 200 characters.
 */
export function folded(text: string): string {
  // Nothing in ASCII has an accent: folios and addresses need no taking apart.
  const bare = /[^\0-\x7f]/u.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;
  return bare.toLowerCase().replace(/\s+/gu, " ").trim().slice(0, 200);
}

/** The least text that is greater than every text beginning with `prefix`, byte by byte; none: no upper end. */
export function afterPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}
