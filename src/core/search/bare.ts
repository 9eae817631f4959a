/**
 * A text as searches compare it: lower case, without accents, single spaces. The ñ becomes an n, as
 * many people type it; what it stands for is told apart only in identifiers (`identifierKey`).
 */
export function bare(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();
}
