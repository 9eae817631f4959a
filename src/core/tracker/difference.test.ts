import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trackerColumns } from "../policy/tracker-rule.ts";
import type { TrackerColumn } from "../policy/tracker-rule.ts";
import { differenceOf, newsOf, withDifference } from "./difference.ts";
import type { Cell, TrackerRow } from "./row.ts";

const columns = fc.uniqueArray(fc.constantFrom(...trackerColumns), { minLength: 1 });
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom("bajo", "alto"),
);

function rowOfColumns(folio: string, listed: readonly TrackerColumn[]): fc.Arbitrary<TrackerRow> {
  return fc.array(cell, { minLength: listed.length, maxLength: listed.length }).map((cells) => ({
    folio,
    cells: Object.fromEntries(listed.map((column, i) => [column, cells[i] ?? null])),
  }));
}

/** A tracker, and the same one later: some rows say something else, some are new, none is gone. */
const twoMoments = fc
  .tuple(columns, fc.nat({ max: 6 }), fc.nat({ max: 4 }))
  .chain(([listed, kept, more]) => {
    const rows = (from: number, n: number): fc.Arbitrary<TrackerRow[]> =>
      fc.tuple(
        ...Array.from({ length: n }, (_, i) => rowOfColumns(`HD-${from + i}`, listed)),
      ) as unknown as fc.Arbitrary<TrackerRow[]>;
    return fc.record({ before: rows(1, kept), after: rows(1, kept + more) });
  });

const byFolio = (rows: readonly TrackerRow[]): readonly TrackerRow[] =>
  rows.toSorted((a, b) => (a.folio < b.folio ? -1 : 1));

describe("the difference of two moments of a tracker", () => {
  it("makes the later of the earlier", () => {
    fc.assert(
      fc.property(twoMoments, ({ before, after }) => {
        const made = withDifference(before, differenceOf(before, after));
        expect(byFolio(made)).toEqual(byFolio(after));
      }),
    );
  });

  it("is nothing where nothing changed", () => {
    fc.assert(
      fc.property(twoMoments, ({ after }) => {
        expect(newsOf(differenceOf(after, after), ["added", "updated"])).toBeNull();
      }),
    );
  });

  it("tells each row once, and of each change two things that differ", () => {
    fc.assert(
      fc.property(twoMoments, ({ before, after }) => {
        const { added, updated } = differenceOf(before, after);
        const told = [...added.map(({ folio }) => folio), ...updated.map(({ row }) => row.folio)];
        expect(new Set(told).size).toBe(told.length);
        for (const { changes } of updated) {
          expect(changes.length).toBeGreaterThan(0);
          for (const { from, to } of changes) expect(from).not.toBe(to);
        }
      }),
    );
  });

  it("adds up: what changed in two steps makes the same tracker as the two one after the other", () => {
    fc.assert(
      fc.property(twoMoments, twoMoments, ({ before, after }, other) => {
        const middle = before.map(
          (row) => other.after.find(({ folio }) => folio === row.folio) ?? row,
        );
        const alike = middle.map((row, i) => {
          const cells = Object.keys(before[i]?.cells ?? {}).map((column) => [
            column,
            row.cells[column as TrackerColumn] ?? null,
          ]);
          return { folio: row.folio, cells: Object.fromEntries(cells) };
        });
        const twice = withDifference(
          withDifference(before, differenceOf(before, alike)),
          differenceOf(alike, after),
        );
        expect(byFolio(twice)).toEqual(
          byFolio(withDifference(before, differenceOf(before, after))),
        );
      }),
    );
  });

  it("says which fields, what they said and what they say", () => {
    const before = [{ folio: "HD-1", cells: { state: "abierto", severity: "bajo" } }];
    const after = [
      { folio: "HD-1", cells: { state: "resuelto", severity: "bajo" } },
      { folio: "HD-2", cells: { state: "abierto", severity: "alto" } },
    ];
    expect(differenceOf(before, after)).toEqual({
      added: [after[1]],
      updated: [{ row: after[0], changes: [{ column: "state", from: "abierto", to: "resuelto" }] }],
    });
  });

  it("takes a column that a new version lists for no news", () => {
    const before = [{ folio: "HD-1", cells: { state: "abierto" } }];
    const after = [{ folio: "HD-1", cells: { state: "abierto", severity: "bajo" } }];
    expect(differenceOf(before, after)).toEqual({ added: [], updated: [] });
  });

  it("leaves out what the digest does not say", () => {
    const added = [{ folio: "HD-2", cells: {} }];
    expect(newsOf({ added, updated: [] }, ["updated"])).toBeNull();
    expect(newsOf({ added, updated: [] }, ["added"])).toEqual({ added, updated: [] });
  });
});
