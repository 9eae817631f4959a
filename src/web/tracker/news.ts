import type { TrackerPage, TrackerRow } from "../../contract/tracker.ts";

/** A tracker as it stood when somebody last looked: the rows that were there, each with its cells. */
export interface Looked {
  /** When that was, by this browser's clock. */
  readonly at: number;
  /** Cells by folio, as text. */
  readonly rows: Readonly<Record<string, string>>;
}

type Column = TrackerPage["columns"][number];

/** What changed since: rows that were not there, and of others the columns whose cells are not what they were. */
export interface News {
  readonly added: ReadonlySet<string>;
  readonly changed: ReadonlyMap<string, ReadonlySet<Column>>;
}

/** So many rows are remembered, the newest: a tracker of years fits in no browser's keeping. */
const MOST = 500;

/** What is remembered of rows that were looked at, the newest first. */
export function lookedAt(rows: readonly TrackerRow[], at: number): Looked {
  const kept = rows.slice(0, MOST).map(({ folio, cells }) => [folio, JSON.stringify(cells)]);
  return { at, rows: Object.fromEntries(kept) as Record<string, string> };
}

/**
 * What is new in rows, newest first, against what was looked at. A row is new where it stands above
 * one that was there: what is below them all was only not asked for.
 */
export function newsOf(rows: readonly TrackerRow[], looked: Looked | null): News {
  const added = new Set<string>();
  const changed = new Map<string, ReadonlySet<Column>>();
  if (looked === null) return { added, changed };
  const lastKnown = rows.findLastIndex(({ folio }) => Object.hasOwn(looked.rows, folio));
  rows.forEach(({ folio, cells }, at) => {
    const before = looked.rows[folio];
    if (before === undefined) {
      if (at < lastKnown || Object.keys(looked.rows).length === 0) added.add(folio);
      return;
    }
    const was = JSON.parse(before) as TrackerRow["cells"];
    const names = Object.keys({ ...was, ...cells }) as Column[];
    const moved = names.filter((name) => (was[name] ?? null) !== (cells[name] ?? null));
    if (moved.length > 0) changed.set(folio, new Set(moved));
  });
  return { added, changed };
}
