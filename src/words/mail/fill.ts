import type { MessageVariable } from "../../core/policy/variables.ts";

/** What a message can say; what is left out says nothing. */
export type Said = Partial<Readonly<Record<MessageVariable, string>>>;

/**
 * Where the recipient's link goes: a character that no text of people keeps. The link itself is put
 * in when the mail leaves, so that it is stored nowhere.
 */
export const linkPlace = "\u{E000}";

/** Where the recipient's code goes, likewise. */
export const codePlace = "\u{E001}";

/** Where the link goes by which its reader stops what is sent to them of itself: as `linkPlace`. */
export const stopPlace = "\u{E002}";

/** The text with its `{name}`s filled in, once: what is filled in is not read again. Values lose control characters. */
export function fill(template: string, said: Said): string {
  const filled = template.replace(/\{([^{}]{0,40})\}/gu, (_, name: string) => {
    if (name === "liga") return linkPlace;
    return cleaned(said[name as MessageVariable] ?? "");
  });
  return tidy(filled);
}

const notText = /[\p{Cc}\u{E000}-\u{E002}]/u;

/** Text of people without what is not text: control characters, and the places of links and of the code. */
export function cleaned(value: string): string {
  // Most of what is filled in is a word or two, with nothing to be taken out.
  if (!notText.test(value)) return value;
  return value
    .replace(/\r\n?/gu, "\n")
    .replace(/[\p{Cc}\u{E000}-\u{E002}]/gu, (c) => (c === "\n" || c === "\t" ? c : ""));
}

/** Where `tidy` would have something to do. */
const untidy = /[ \t](?:[ \t:,.;]|$)|\n{3}/mu;

/** A name that is not known leaves no hole: "Estimado usuario :" is "Estimado usuario:". */
function tidy(text: string): string {
  if (!untidy.test(text)) return text.trim();
  return text
    .replace(/[ \t]+([:,.;])/gu, "$1")
    .replace(/[ \t]{2,}/gu, " ")
    .replace(/[ \t]+$/gmu, "")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
