import fc from "fast-check";
import { expect, test } from "vitest";
import { complianceBy, shareKept } from "./compliance.ts";
import type { ComplianceCell } from "./compliance.ts";

const name = (...names: string[]) => fc.constantFrom(...names);
const cell: fc.Arbitrary<ComplianceCell> = fc.record({
  clock: name("first", "solution"),
  severity: name("low", "high"),
  level: name("one", "two"),
  week: name("2026-11-02", "2026-11-09"),
  kept: fc.nat(50),
  missed: fc.nat(50),
});

test("sums by any facets are those of counting the cells one by one", () => {
  const facets = fc.subarray(["clock", "severity", "level", "week"] as const);
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), facets, (cells, by) => {
      const rows = complianceBy(cells, by);
      for (const row of rows) {
        const own = cells.filter((one) => by.every((facet) => one[facet] === row.of[facet]));
        let kept = 0;
        let missed = 0;
        for (const one of own) {
          kept += one.kept;
          missed += one.missed;
        }
        expect({ kept: row.kept, missed: row.missed }).toEqual({ kept, missed });
      }
      const total = rows.reduce((sum, row) => sum + row.kept + row.missed, 0);
      expect(total).toBe(cells.reduce((sum, one) => sum + one.kept + one.missed, 0));
    }),
  );
});

test("a share of nothing is nothing, and one that is missed is never said to be all", () => {
  expect(shareKept({ kept: 0, missed: 0 })).toBeNull();
  expect(shareKept({ kept: 9_999, missed: 1 })).toBe(99.9);
  expect(shareKept({ kept: 3, missed: 0 })).toBe(100);
  expect(shareKept({ kept: 2, missed: 1 })).toBe(66.6);
});
