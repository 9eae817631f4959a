import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countLines, linesAt, shownOf, stepsFor } from "./first-shown.ts";
import type { TimelineDay, TimelineItem } from "./grouping.ts";

/** Days of so many lines each, every line with its own instant. */
function daysOf(lines: readonly number[]): readonly TimelineDay[] {
  let at = 0;
  return lines.map((count, n) => {
    const items = Array.from({ length: count }, () => ({ is: "entry", at: at++ }) as TimelineItem);
    return { day: `day ${n}`, items };
  });
}

const days = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }).map(daysOf);
const instants = (list: readonly TimelineDay[]): readonly number[] =>
  list.flatMap(({ items }) => items.map(({ at }) => at));

describe("the part of a timeline that is drawn first", () => {
  it("is its end or its beginning, in its order", () => {
    const property = fc.property(days, fc.nat(200), (list, lines) => {
      const all = instants(list);
      expect(instants(shownOf(list, lines, "last"))).toEqual(lines === 0 ? [] : all.slice(-lines));
      expect(instants(shownOf(list, lines, "first"))).toEqual(all.slice(0, lines));
    });
    fc.assert(property);
  });

  it("names no day without a line", () => {
    const property = fc.property(days, fc.nat(200), (list, lines) => {
      for (const { items } of shownOf(list, lines, "last")) expect(items.length).toBeGreaterThan(0);
    });
    fc.assert(property);
  });

  it("grows until every line is there, and not once more", () => {
    const property = fc.property(days, (list) => {
      const lines = countLines(list);
      const steps = stepsFor(lines);
      expect(linesAt(steps)).toBeGreaterThanOrEqual(lines);
      if (steps > 0) expect(linesAt(steps - 1)).toBeLessThan(lines);
    });
    fc.assert(property);
  });
});
