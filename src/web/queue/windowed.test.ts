import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnOf, rowAtHeight, rowOfKey, scrolledTo, topsOf } from "./windowed.ts";

const heights = { plain: 56, troubled: 76 };
const rows = fc.array(fc.record({ troubled: fc.boolean() }), { minLength: 1, maxLength: 400 });
const seen = fc.record({ top: fc.nat(30_000), height: fc.integer({ min: 1, max: 2_000 }) });

describe("a list of which only what is seen is drawn", () => {
  it("draws every row that is seen", () => {
    const property = fc.property(rows, seen, (list, at) => {
      const tops = topsOf(list, heights);
      const { from, to } = drawnOf(tops, at);
      for (const row of list.keys()) {
        const isSeen = (tops[row] ?? 0) < at.top + at.height && (tops[row + 1] ?? 0) > at.top;
        if (isSeen) expect(row >= from && row < to).toBe(true);
      }
    });
    fc.assert(property);
  });

  it("draws no more of a long list than of a short one", () => {
    const long = Array.from({ length: 20_000 }, () => ({ troubled: false }));
    const tops = topsOf(long, heights);
    const property = fc.property(seen, (at) => {
      const { from, to } = drawnOf(tops, at);
      expect(to - from).toBeLessThanOrEqual(at.height / heights.plain + 18);
    });
    fc.assert(property);
  });

  it("finds a row at each of its heights", () => {
    const property = fc.property(rows, fc.nat(399), (list, n) => {
      const tops = topsOf(list, heights);
      const at = n % list.length;
      expect(rowAtHeight(tops, tops[at] ?? 0)).toBe(at);
      expect(rowAtHeight(tops, (tops[at + 1] ?? 0) - 1)).toBe(at);
    });
    fc.assert(property);
  });

  it("is scrolled so that a row is seen whole", () => {
    const property = fc.property(rows, seen, fc.nat(399), (list, at, n) => {
      const tops = topsOf(list, heights);
      const row = n % list.length;
      const high = { ...at, height: Math.max(at.height, heights.troubled) };
      const top = scrolledTo(tops, row, high);
      expect(tops[row]).toBeGreaterThanOrEqual(top);
      expect(tops[row + 1]).toBeLessThanOrEqual(top + high.height);
    });
    fc.assert(property);
  });

  it("is not scrolled for a row that is seen whole", () => {
    const tops = topsOf(
      Array.from({ length: 50 }, () => ({ troubled: false })),
      heights,
    );
    expect(scrolledTo(tops, 4, { top: 100, height: 600 })).toBe(100);
  });

  it("is left by no key at either end", () => {
    const standing = { at: 2, count: 5, page: 10 };
    expect(rowOfKey("ArrowDown", standing)).toBe(3);
    expect(rowOfKey("PageDown", standing)).toBe(4);
    expect(rowOfKey("PageUp", standing)).toBe(0);
    expect(rowOfKey("End", { ...standing, count: 0 })).toBeNull();
    expect(rowOfKey("Tab", standing)).toBeNull();
  });
});
