import type { DigestNews, TrackerColumn } from "../policy/tracker-rule.ts";
import { trackerColumns } from "../policy/tracker-rule.ts";
import type { Cell, TrackerRow } from "./row.ts";

/** What one column said before, and what it says now. */
export interface CellChange {
  readonly column: TrackerColumn;
  readonly from: Cell;
  readonly to: Cell;
}

/** A row of which something is another, as it is now. */
export interface UpdatedRow {
  readonly row: TrackerRow;
  readonly changes: readonly CellChange[];
}

/** What happened to a tracker between two moments (HB-12): rows added, rows updated and which fields. */
export interface Difference {
  readonly added: readonly TrackerRow[];
  readonly updated: readonly UpdatedRow[];
}

/**
 * What makes `after` of `before`, in the order of `after`. A ticket never leaves a tracker, so a row
 * that only `before` has is one that was not looked at, and is not told. Only columns that both rows
 * have are compared: a column that a new version of the manual lists is no news of each ticket.
 */
export function differenceOf(
  before: Iterable<TrackerRow>,
  after: Iterable<TrackerRow>,
): Difference {
  const known = new Map([...before].map((row) => [row.folio, row]));
  const added: TrackerRow[] = [];
  const updated: UpdatedRow[] = [];
  for (const row of after) {
    const old = known.get(row.folio);
    if (old === undefined) {
      added.push(row);
      continue;
    }
    const changes = changesOf(old, row);
    if (changes.length > 0) updated.push({ row, changes });
  }
  return { added, updated };
}

function changesOf(old: TrackerRow, row: TrackerRow): CellChange[] {
  return trackerColumns.flatMap((column) => {
    const from = old.cells[column];
    const to = row.cells[column];
    return from === undefined || to === undefined || from === to ? [] : [{ column, from, to }];
  });
}

/** The rows of `before` with a difference applied to them, those that were added last. */
export function withDifference(
  before: Iterable<TrackerRow>,
  { added, updated }: Difference,
): TrackerRow[] {
  const changed = new Map(updated.map(({ row, changes }) => [row.folio, changes]));
  const kept = [...before].map((row): TrackerRow => {
    const changes = changed.get(row.folio) ?? [];
    const cells = changes.map(({ column, to }) => [column, to] as const);
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(cells) } };
  });
  return [...kept, ...added];
}

/** The part of a difference that a digest says; null where that is nothing, and no digest leaves. */
export function newsOf(difference: Difference, says: readonly DigestNews[]): Difference | null {
  const added = says.includes("added") ? difference.added : [];
  const updated = says.includes("updated") ? difference.updated : [];
  return added.length + updated.length === 0 ? null : { added, updated };
}
