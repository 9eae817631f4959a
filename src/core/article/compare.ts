/** A run of one text as it stands in the other: kept, taken out or put in. */
export interface Run {
  readonly is: "same" | "out" | "in";
  readonly text: string;
}

/** A line of a comparison; a changed one with its words. */
export interface ComparedLine {
  readonly is: "same" | "out" | "in";
  readonly runs: readonly Run[];
}

/** Longer lines are compared whole, without their words. */
const MOST_WORDS = 400;
/** Pairs of places that are looked at; of longer texts one is out and the other in, whole. */
const MOST_PAIRS = 4_000_000;

/**
 * Two texts line by line, in the order of reading: what was taken out before what was put in. A line
 * that another took the place of says which of its words changed.
 */
export function compareTexts(before: string, after: string): readonly ComparedLine[] {
  const lines = compared(before.split("\n"), after.split("\n"));
  const said: ComparedLine[] = [];
  for (let i = 0; i < lines.length;) {
    const outs = runOf(lines, i, "out");
    const ins = runOf(lines, i + outs.length, "in");
    if (outs.length + ins.length === 0) {
      const { text } = lines[i] ?? { text: "" };
      said.push({ is: "same", runs: [{ is: "same", text }] });
      i += 1;
    } else {
      said.push(...replaced(outs, ins));
      i += outs.length + ins.length;
    }
  }
  return said;
}

function runOf(lines: readonly Run[], from: number, is: Run["is"]): readonly string[] {
  const texts: string[] = [];
  for (let i = from; lines[i]?.is === is; i += 1) texts.push(lines[i]?.text ?? "");
  return texts;
}

/** Lines that took the place of others, in pairs: the words of each that the other has not are marked. */
function replaced(outs: readonly string[], ins: readonly string[]): readonly ComparedLine[] {
  const pairs = outs.map((out, i) => wordsCompared(out, ins[i]));
  return [
    ...pairs.map((runs, i) => sideOf(runs, "out", outs[i] ?? "")),
    ...ins.map((text, i) => sideOf(pairs[i] ?? null, "in", text)),
  ];
}

function sideOf(runs: readonly Run[] | null, is: "out" | "in", whole: string): ComparedLine {
  const own = runs?.filter((run) => run.is === "same" || run.is === is);
  return { is, runs: own === undefined ? [{ is, text: whole }] : joined(own) };
}

function wordsCompared(before: string, after: string | undefined): readonly Run[] | null {
  if (after === undefined) return null;
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length > MOST_WORDS || other.length > MOST_WORDS) return null;
  const runs = compared(one, other);
  // Two lines with hardly a word in common are two lines.
  return runs.some(({ is, text }) => is === "same" && /\p{L}{2}/u.test(text)) ? runs : null;
}

function wordsOf(line: string): readonly string[] {
  return line.split(/(?<=\s)(?=\S)/u);
}

function joined(runs: readonly Run[]): readonly Run[] {
  const said: Run[] = [];
  for (const run of runs) {
    const last = said.at(-1);
    if (last?.is === run.is) said[said.length - 1] = { is: run.is, text: last.text + run.text };
    else said.push(run);
  }
  return said;
}

/** The longest common subsequence of two lists, as the way from one to the other. */
function compared(before: readonly string[], after: readonly string[]): readonly Run[] {
  if (before.length * after.length > MOST_PAIRS)
    return [
      ...before.map((text): Run => ({ is: "out", text })),
      ...after.map((text): Run => ({ is: "in", text })),
    ];
  const longest = lengthsOf(before, after);
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      runs.push({ is: "same", text: before[i] ?? "" });
      i += 1;
      j += 1;
    } else if (i < before.length && (longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0)) {
      runs.push({ is: "out", text: before[i] ?? "" });
      i += 1;
    } else if (j < after.length) {
      runs.push({ is: "in", text: after[j] ?? "" });
      j += 1;
    } else {
      runs.push({ is: "out", text: before[i] ?? "" });
      i += 1;
    }
  }
  return runs;
}

/** For each pair of places, how long the common rest is. */
function lengthsOf(before: readonly string[], after: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const here = rows[i];
      const below = rows[i + 1];
      if (here === undefined || below === undefined) continue;
      here[j] =
        before[i] === after[j]
          ? (below[j + 1] ?? 0) + 1
          : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  }
  return rows;
}
