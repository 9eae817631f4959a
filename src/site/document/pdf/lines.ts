import type { Run } from "../block.ts";
import { settingOf } from "./type-setting.ts";
import type { Setting, Text } from "./type-setting.ts";

/** A stretch of a line in one setting, at its distance in points from the line's beginning. */
export interface Piece {
  readonly text: string;
  readonly setting: Setting;
  readonly at: number;
  readonly width: number;
  readonly to?: string;
  readonly lang?: string;
}

export type Line = readonly Piece[];

/** The width in points of a text in a setting. */
export type Measure = (text: string, setting: Setting) => number;

interface Word {
  readonly text: string;
  readonly run: Run;
  readonly setting: Setting;
  readonly width: number;
}

/** Words that no space parts stand together: "HB-4" and the comma after it. */
function wordsOf(runs: readonly Run[], text: Text, measure: Measure): (Word[] | "break")[] {
  const groups: (Word[] | "break")[] = [];
  let joined = false;
  for (const run of runs) {
    const setting = settingOf(run, text);
    // A clause's number is never parted from the other end of its line.
    for (const part of run.text.split(/(\n| +)/u)) {
      if (part === "") continue;
      if (part === "\n") groups.push("break");
      if (/^[ \n]/u.test(part)) {
        joined = false;
        continue;
      }
      const word = { text: part, run, setting, width: measure(part, setting) };
      const last = groups.at(-1);
      if (joined && last !== undefined && last !== "break") last.push(word);
      else groups.push([word]);
      joined = true;
    }
  }
  return groups;
}

const widthOf = (group: readonly Word[]): number =>
  group.reduce((sum, { width }) => sum + width, 0);

/** Cuts a word that is wider than a whole line: an address without a space in it. */
function cut(group: Word[], width: number, measure: Measure): Word[][] {
  if (widthOf(group) <= width) return [group];
  return group.flatMap((word) => {
    const parts: Word[][] = [];
    let rest = "";
    const take = (text: string): void => {
      parts.push([{ ...word, text, width: measure(text, word.setting) }]);
    };
    for (const character of word.text) {
      if (rest !== "" && measure(rest + character, word.setting) > width) {
        take(rest);
        rest = "";
      }
      rest += character;
    }
    take(rest);
    return parts;
  });
}

/** Sets runs in lines of at most a width; lines are broken at spaces. */
export function linesOf(
  runs: readonly Run[],
  within: Text & { readonly width: number },
  measure: Measure,
): Line[] {
  const lines: Piece[][] = [[]];
  let x = 0;
  for (const group of wordsOf(runs, within, measure)) {
    if (group === "break") {
      lines.push([]);
      x = 0;
      continue;
    }
    for (const [i, part] of cut(group, within.width, measure).entries()) {
      const space = x === 0 || i > 0 ? 0 : measure(" ", spaceBefore(lines.at(-1)?.at(-1), part));
      if (x > 0 && x + space + widthOf(part) > within.width) {
        if (i === 0) endWithSpace(lines.at(-1));
        lines.push([]);
        x = 0;
      }
      x = place(lines, part, { x, space: x === 0 ? 0 : space, measure });
    }
  }
  return lines.filter((line, i) => line.length > 0 || i < lines.length - 1);
}

/** Where a line was broken at a space the space is still there, unseen, for whoever copies the text or hears it. */
function endWithSpace(line: Piece[] | undefined): void {
  const last = line?.at(-1);
  if (line !== undefined && last !== undefined)
    line[line.length - 1] = { ...last, text: `${last.text} ` };
}

function spaceBefore(before: Piece | undefined, [word]: readonly Word[]): Setting {
  const settings = [before?.setting, word?.setting].filter((one) => one !== undefined);
  return (
    settings.toSorted((a, b) => a.size - b.size)[0] ?? { face: "regular", size: 10, colour: "" }
  );
}

/** Puts words on the last line; those in one setting and of one address become one piece. */
function place(
  lines: Piece[][],
  group: readonly Word[],
  { x, space, measure }: { readonly x: number; readonly space: number; readonly measure: Measure },
): number {
  const line = lines.at(-1) ?? [];
  let at = x + space;
  group.forEach((word, i) => {
    const last = line.at(-1);
    const { to, lang } = word.run;
    const alike =
      last?.setting.face === word.setting.face && last.setting.size === word.setting.size;
    if (
      last !== undefined &&
      alike &&
      last.setting.colour === word.setting.colour &&
      last.to === to &&
      last.lang === lang
    ) {
      const text = `${last.text}${i === 0 && space > 0 ? " " : ""}${word.text}`;
      line[line.length - 1] = { ...last, text, width: measure(text, word.setting) };
    } else {
      const more = { ...(to === undefined ? {} : { to }), ...(lang === undefined ? {} : { lang }) };
      // The space belongs to what goes before it, so that the words stay apart where text is copied.
      if (last !== undefined && i === 0 && space > 0)
        line[line.length - 1] = { ...last, text: `${last.text} ` };
      line.push({ text: word.text, setting: word.setting, at, width: word.width, ...more });
    }
    const end = line.at(-1);
    at = end === undefined ? at : end.at + end.width;
  });
  return at;
}
