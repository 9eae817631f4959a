/** What was chosen when a run of rows began, and the row where it did. */
export interface RunFrom {
  readonly at: number;
  readonly before: ReadonlySet<string>;
}

/** What is chosen once a run reaches a row: what was before, and every row from its beginning to there. */
export function runTo(folios: readonly string[], { at, before }: RunFrom, to: number): Set<string> {
  return new Set([...before, ...folios.slice(Math.min(at, to), Math.max(at, to) + 1)]);
}
