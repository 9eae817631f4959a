/** A line that goes or comes, with its number in the text that has it. */
export interface LineChange {
  readonly sign: "-" | "+";
  readonly line: number;
  readonly text: string;
}

/** Lines compared at most, beyond which the middle is told as replaced whole. */
const MOST = 1_500;

/** What goes and what comes between two texts, line by line: the fewest lines (longest common subsequence). */
export function lineChanges(before: string, after: string): LineChange[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let end = 0;
  while (end < a.length - from && end < b.length - from && a.at(-1 - end) === b.at(-1 - end))
    end += 1;
  const [mine, theirs] = [a.slice(from, a.length - end), b.slice(from, b.length - end)];
  const isLong = mine.length > MOST || theirs.length > MOST;
  const common = isLong ? [] : commonLines(mine, theirs);
  const goes = without(mine, new Set(common.map(([i]) => i)));
  const comes = without(theirs, new Set(common.map(([, j]) => j)));
  return [
    ...goes.map(([i, text]) => ({ sign: "-", line: from + i + 1, text }) as const),
    ...comes.map(([i, text]) => ({ sign: "+", line: from + i + 1, text }) as const),
  ].toSorted((x, y) => x.line - y.line || (x.sign === "-" ? -1 : 1));
}

function without(lines: readonly string[], kept: ReadonlySet<number>): [number, string][] {
  return lines.flatMap((text, i): [number, string][] => (kept.has(i) ? [] : [[i, text]]));
}

/** The pairs of lines that both have, in order. */
function commonLines(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
