import {
  attributionEnd,
  attributionStart,
  blockFrom,
  blockOther,
  datedAttribution,
  deviceLine,
  footerMark,
  forwardMark,
  forwardSubject,
  originalMark,
  signatureMark,
} from "./quote-patterns.ts";

/** A text cut in what was written now, what it quotes, and the signature. */
export interface Split {
  readonly text: string;
  readonly quoted: string;
  readonly signature: string;
}

/** Characters of a line that are compared with the patterns. */
const looked = 500;

/**
 * Cuts what a message quotes from what it says, by the marks of Outlook, Gmail, Apple Mail,
 * Thunderbird, Yahoo and telephones in Spanish and English. What is forwarded is what the message is
 * about, and an answer between quoted lines needs them: both stay whole. In doubt nothing is cut.
 */
export function splitQuoted(whole: string, subject: string): Split {
  const lines = whole.split("\n");
  const start = quoteStart(lines);
  if (start === null || isForward(lines, start, subject)) return signed(lines, []);
  const { from, body, marked } = start;
  const above = lines.slice(0, from);
  const quotedLast = lines.findLastIndex((line) => line.startsWith(">"));
  if (quotedLast < body) return marked ? signed(above, lines.slice(from)) : signed(lines, []);
  const below = lines.slice(quotedLast + 1);
  const between = lines.slice(body, quotedLast + 1);
  const isMixed = between.some((line) => line.trim() !== "" && !line.startsWith(">"));
  if (isBlank(below) || isFooter(below))
    return isMixed && !isWrapped(between) ? signed(lines, []) : signed(above, lines.slice(from));
  if (!isMixed && isBlank(above)) return signed(below, lines.slice(from, quotedLast + 1));
  return signed(lines, []);
}

interface Start {
  /** The first line that is not the writer's. */
  readonly from: number;
  /** The first line of what is quoted. */
  readonly body: number;
  /** A mark says so, not only ">" before a line. */
  readonly marked: boolean;
}

function quoteStart(lines: readonly string[]): Start | null {
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").slice(0, looked);
    if (line.startsWith(">")) return { from: at, body: at, marked: false };
    if (originalMark.test(line)) return { from: at, body: at + 1, marked: true };
    if (forwardMark.test(line)) return { from: at, body: at + 1, marked: true };
    if (isBlock(lines, at)) return { from: ruleAbove(lines, at), body: at + 1, marked: true };
    if (datedAttribution.test(line)) return { from: at, body: at + 1, marked: true };
    if (attributionEnd.test(line)) {
      const from = attributionFrom(lines, at);
      if (from !== null) return { from, body: at + 1, marked: true };
    }
  }
  return null;
}

/** Where "On …, … wrote:" begins: on its own line or, folded, up to three above; it has a date. */
function attributionFrom(lines: readonly string[], end: number): number | null {
  for (let from = end; from >= Math.max(0, end - 3); from -= 1) {
    const said = lines
      .slice(from, end + 1)
      .join(" ")
      .slice(0, looked * 2);
    if (attributionStart.test(said) && /\d/u.test(said)) return from;
    if (from < end && (lines[from] ?? "").trim() === "") return null;
  }
  return null;
}

/** Outlook's "De: … Enviado: … Para: … Asunto: …": the first line and at least two of the others. */
function isBlock(lines: readonly string[], at: number): boolean {
  if (!blockFrom.test((lines[at] ?? "").slice(0, looked))) return false;
  const next = lines.slice(at + 1, at + 9).map((line) => line.slice(0, looked));
  return next.filter((line) => blockOther.test(line)).length >= 2;
}

/** The rule that Outlook draws above its block belongs to it. */
function ruleAbove(lines: readonly string[], at: number): number {
  let from = at;
  while (from > 0 && (lines[from - 1] ?? "").trim() === "") from -= 1;
  return from > 0 && /^\s*[_-]{5,}\s*$/u.test((lines[from - 1] ?? "").slice(0, looked))
    ? from - 1
    : at;
}

function isForward(lines: readonly string[], { from, marked }: Start, subject: string): boolean {
  const mark = lines.slice(from, from + 3).some((line) => forwardMark.test(line.slice(0, looked)));
  if (mark || (marked && forwardSubject.test(subject))) return true;
  // Somebody else's letter with nothing above it is sent on, whatever its subject says.
  const isQuoted = lines.some((line) => line.startsWith(">"));
  return marked && !isQuoted && isBlank(lines.slice(0, from));
}

/** Lines that a mail program broke within a quotation: short ones, each right after a quoted line. */
function isWrapped(lines: readonly string[]): boolean {
  return lines.every(
    (line, index) =>
      line.startsWith(">") ||
      line.trim() === "" ||
      (line.length < 25 &&
        (lines[index - 1] ?? "").startsWith(">") &&
        (lines[index - 1] ?? "").length > 60),
  );
}

function isFooter(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== "");
  return first !== undefined && footerMark.test(first);
}

function isBlank(lines: readonly string[]): boolean {
  return lines.every((line) => line.trim() === "");
}

/** Lines of a signature at most: what is longer is a letter. */
const longestSignature = 20;

function signed(said: readonly string[], quoted: readonly string[]): Split {
  const lines = [...said];
  const device: string[] = [];
  while (lines.length > 0) {
    const last = lines.at(-1) ?? "";
    if (last.trim() !== "" && !deviceLine.test(last)) break;
    lines.pop();
    device.unshift(last);
  }
  const mark = lines.findLastIndex((line) => signatureMark.test(line));
  const isSigned = mark !== -1 && lines.length - mark <= longestSignature;
  const text = isSigned ? lines.slice(0, mark) : lines;
  const signature = isSigned ? lines.slice(mark + 1) : [];
  return {
    text: text.join("\n").trim(),
    quoted: quoted.join("\n").trim(),
    signature: [...signature, ...device].join("\n").trim(),
  };
}
