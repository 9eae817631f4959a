import type { CivilDate } from "../time/civil.ts";

/** How many promises of one kind were kept and missed in one week. */
export interface ComplianceCell {
  readonly clock: string;
  readonly severity: string;
  readonly level: string;
  /** The Monday of the week in which the deadlines fall. */
  readonly week: CivilDate;
  readonly kept: number;
  readonly missed: number;
}

/** What cells are put together by. */
export type Facet = "clock" | "severity" | "level" | "week";

/** Cells put together: what they have in common, and their sum. */
export interface ComplianceRow {
  readonly of: Readonly<Partial<Record<Facet, string>>>;
  readonly kept: number;
  readonly missed: number;
}

/** The sums of the cells that have the same facets, in the order in which they first come. */
export function complianceBy(
  cells: readonly ComplianceCell[],
  facets: readonly Facet[],
): ComplianceRow[] {
  const rows = new Map<
    string,
    { of: Partial<Record<Facet, string>>; kept: number; missed: number }
  >();
  for (const cell of cells) {
    const of: Partial<Record<Facet, string>> = {};
    for (const facet of facets) of[facet] = cell[facet];
    const key = JSON.stringify(facets.map((facet) => cell[facet]));
    const row = rows.get(key) ?? { of, kept: 0, missed: 0 };
    row.kept += cell.kept;
    row.missed += cell.missed;
    rows.set(key, row);
  }
  return [...rows.values()];
}

/**
 * The share of promises kept, in tenths of a percent cut down: 999 of 1,000 and one missed of ten
 * thousand are never said to be all. Null: nothing fell due.
 */
export function shareKept({
  kept,
  missed,
}: {
  readonly kept: number;
  readonly missed: number;
}): number | null {
  const n = kept + missed;
  return n === 0 ? null : Math.floor((kept * 1000) / n) / 10;
}
