import { bareLine } from "../text/bare.ts";

/** A stretch of a text; marked: it is what was looked for. */
export interface Stretch {
  readonly text: string;
  readonly marked: boolean;
}

/** A text character by character as searches compare it, so that each keeps its place. */
function inPlace(text: string): string {
  let folded = "";
  for (const character of text) {
    const one = bareLine(character);
    folded += one.length === character.length ? one : character;
  }
  return folded;
}

const RUN = /[\p{L}\p{N}]+/gu;

/**
 * A text with the words that were found marked. `forms`: the words as searches compare them, in lower
 * case and without accents; one that is more than a word ("ana@example.com") is marked where it stands
 * whole. The stretches are the text, in order.
 */
export function markWords(text: string, forms: ReadonlySet<string>): readonly Stretch[] {
  const normal = text.normalize("NFC");
  const folded = inPlace(normal);
  const marks: [from: number, to: number][] = [];
  for (const run of folded.matchAll(RUN))
    if (forms.has(run[0])) marks.push([run.index, run.index + run[0].length]);
  for (const form of forms) {
    if (/^[\p{L}\p{N}]*$/u.test(form)) continue;
    for (let at = folded.indexOf(form); at !== -1; at = folded.indexOf(form, at + form.length))
      marks.push([at, at + form.length]);
  }
  return cut(
    normal,
    marks.toSorted(([a], [b]) => a - b),
  );
}

function cut(text: string, marks: readonly (readonly [number, number])[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (to <= at) continue;
    if (from > at) stretches.push({ text: text.slice(at, from), marked: false });
    stretches.push({ text: text.slice(Math.max(from, at), to), marked: true });
    at = to;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), marked: false });
  return stretches;
}

/** Characters shown before what was found, and of all. */
const BEFORE = 48;
const LONGEST = 160;

/**
 * The part of a text around the first word that was found, on one line, with an ellipsis where the
 * text goes on. null: nothing in it was found.
 */
export function excerptOf(text: string, forms: ReadonlySet<string>): readonly Stretch[] | null {
  const line = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  const stretches = markWords(line, forms);
  const first = stretches.findIndex(({ marked }) => marked);
  if (first === -1) return null;
  const at = stretches.slice(0, first).reduce((sum, one) => sum + one.text.length, 0);
  const from = at <= BEFORE ? 0 : wordAfter(line, at - BEFORE);
  const to = line.length <= from + LONGEST ? line.length : wordBefore(line, from + LONGEST);
  const shown = markWords(line.slice(from, to), forms);
  const dots = { text: "…", marked: false };
  return [...(from > 0 ? [dots] : []), ...shown, ...(to < line.length ? [dots] : [])];
}

function wordAfter(line: string, at: number): number {
  const space = line.indexOf(" ", at);
  return space === -1 || space > at + BEFORE / 2 ? at : space + 1;
}

function wordBefore(line: string, at: number): number {
  const space = line.lastIndexOf(" ", at);
  return space < at - BEFORE ? at : space;
}
