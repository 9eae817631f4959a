/** A message as it is read: what is new in it, and the past that it quotes. */
export interface Parted {
  readonly said: string;
  /** What came before and was sent along; null: nothing. */
  readonly quoted: string | null;
}

/** The line with which a mail program begins what it quotes. */
const begins = [
  /^\s*(?:El|On|Le)\s.{6,120}(?:escribió|wrote|a écrit)\s*:\s*$/iu,
  /^\s*-{2,}\s*(?:Original Message|Mensaje original|Forwarded message|Mensaje reenviado)\s*-{2,}\s*$/iu,
  /^\s*(?:De|From)\s*:\s.*@.*$/iu,
];

/** Parts a message from the past that a mail program put under it; words under the quotation are new again, and nothing is parted. */
export function withoutPast(text: string): Parted {
  const lines = text.split("\n");
  const at = lines.findIndex(
    (line, index) => isQuoted(line) || (begins.some((one) => one.test(line)) && index > 0),
  );
  const said = lines.slice(0, at).join("\n").trimEnd();
  if (at < 1 || said === "") return { said: text, quoted: null };
  const rest = lines.slice(at);
  const isHeaded = begins.some((one) => one.test(rest[0] ?? ""));
  const isAllQuoted = rest.every((line) => isQuoted(line) || line.trim() === "");
  // Who answers between the lines says something new there.
  const isTail = isHeaded
    ? rest.slice(1).every((line) => isQuoted(line) || line.trim() === "") || !rest.some(isQuoted)
    : isAllQuoted;
  return isTail ? { said, quoted: rest.join("\n").trim() } : { said: text, quoted: null };
}

const isQuoted = (line: string): boolean => /^\s*>/u.test(line);

/** Whether a message is so long that its end is folded away at first. */
export function isLong(text: string): boolean {
  return text.length > 1_600 || text.split("\n").length > 24;
}
