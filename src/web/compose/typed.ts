/** What was typed up to the cursor that calls for a menu: the stroke for prepared answers, the at sign for colleagues. */
export interface Typed {
  readonly menu: "slash" | "mention";
  /** What follows the sign. */
  readonly words: string;
  /** Where the sign stands, and the cursor. */
  readonly from: number;
  readonly to: number;
}

/** At the beginning, or after a space: an address or a date calls for nothing. */
const sign = /(^|\s)([/@])([\p{L}\p{M}\d.\- ]{0,40})$/u;

/** The menu that the text calls for where the cursor stands; null: none. */
export function typedAt(text: string, cursor: number): Typed | null {
  const line = text.slice(0, cursor);
  const found = sign.exec(line);
  if (found === null) return null;
  const [whole, before = "", stroke, words = ""] = found;
  // A space right after the sign is how people write "and / or".
  if (words.startsWith(" ") || /\s{2}/u.test(words)) return null;
  const from = cursor - whole.length + before.length;
  return { menu: stroke === "@" ? "mention" : "slash", words, from, to: cursor };
}

/** The text with something written over what was typed, and where the cursor stands then. */
export function writtenOver(
  text: string,
  { from, to }: Pick<Typed, "from" | "to">,
  insertion: string,
): { readonly text: string; readonly cursor: number } {
  return {
    text: text.slice(0, from) + insertion + text.slice(to),
    cursor: from + insertion.length,
  };
}
