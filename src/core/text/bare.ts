/** A text without accents and capitals; the ñ becomes an n, as many people type it. */
export function bare(text: string): string {
  // Nothing in ASCII has an accent: folios and addresses need no taking apart.
  const plain = /[^\0-\x7f]/u.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;
  return plain.toLowerCase();
}

/** The same on one line, its words apart by single spaces: as searches and names are compared. What the ñ stands for is told apart only in identifiers (`identifierKey`). */
export function bareLine(text: string): string {
  return bare(text).replace(/\s+/gu, " ").trim();
}

/** Its letters and digits alone, words apart by single spaces: as sentences are compared. */
export function bareWords(text: string): string {
  return bare(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
