import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RUNS } from "../../../test/kit/runs.ts";
import type { Span } from "./instant.ts";
import { intersect, subtract, totalOf, union } from "./spans.ts";

const spans: fc.Arbitrary<Span[]> = fc.array(
  fc
    .tuple(fc.nat(40), fc.option(fc.nat(12), { nil: null, freq: 6 }))
    .map(([from, size]) => ({ from, to: size === null ? null : from + size })),
  { maxLength: 6 },
);

const has = (list: readonly Span[], at: number): boolean =>
  list.some((span) => span.from <= at && at < (span.to ?? Infinity));

const INSTANTS = Array.from({ length: 60 }, (_, at) => at);

/** Every instant for which it holds: one comparison a case, where one an instant takes half a minute. */
const instants = (holds: (at: number) => boolean): number[] => INSTANTS.filter(holds);

describe("lists of spans", () => {
  it("unite into the fewest spans, the open one swallowing what follows", () => {
    const list = [
      { from: 5, to: 9 },
      { from: 1, to: 5 },
      { from: 20, to: null },
      { from: 30, to: 40 },
      { from: 12, to: 12 },
    ];
    expect(union(list)).toEqual([
      { from: 1, to: 9 },
      { from: 20, to: null },
    ]);
  });

  it("hold, united, exactly the instants they held, disjoint and in order", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const joined = union(list);
        expect(instants((at) => has(joined, at))).toEqual(instants((at) => has(list, at)));
        joined.slice(1).forEach((span, i) => {
          expect(span.from).toBeGreaterThan(joined[i]?.to ?? Infinity);
        });
      }),
      { numRuns: RUNS },
    );
  });

  it("intersect and subtract instant by instant", () => {
    fc.assert(
      fc.property(spans, spans, (left, right) => {
        const both = intersect(left, right);
        const rest = subtract(left, right);
        const inBoth = instants((at) => has(left, at) && has(right, at));
        const inLeftAlone = instants((at) => has(left, at) && !has(right, at));
        expect(instants((at) => has(both, at))).toEqual(inBoth);
        expect(instants((at) => has(rest, at))).toEqual(inLeftAlone);
      }),
      { numRuns: RUNS },
    );
  });

  it("add up each instant once, open spans up to the asked instant", () => {
    const list = [
      { from: 0, to: 10 },
      { from: 5, to: 12 },
      { from: 20, to: null },
    ];
    expect(totalOf(list, 25)).toBe(17);
    expect(totalOf(list, 8)).toBe(8);
    expect(totalOf([], 8)).toBe(0);
  });
});

describe("lists of spans, taken together", () => {
  const total = (list: readonly Span[]): number => totalOf(list, 100);

  it("are the same in any order, twice over, and united again", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const joined = union(list);
        expect(union(joined)).toEqual(joined);
        expect(union([...list, ...list].toReversed())).toEqual(joined);
        expect(total(list)).toBe(instants((at) => has(list, at)).length + beyond(list));
      }),
    );
  });

  it("what is common and what is left of one are the whole of it", () => {
    fc.assert(
      fc.property(spans, spans, (left, right) => {
        const both = intersect(left, right);
        expect(both).toEqual(intersect(right, left));
        expect(union([...both, ...subtract(left, right)])).toEqual(union(left));
        expect(intersect(both, subtract(left, right))).toEqual([]);
        expect(subtract(left, left)).toEqual([]);
        expect(subtract(left, [])).toEqual(union(left));
        expect(total(both) + total(subtract(left, right))).toBe(total(left));
      }),
    );
  });

  it("that touch are one, that miss each other by a millisecond are two", () => {
    const first = { from: 0, to: 10 };
    expect(union([first, { from: 10, to: 20 }])).toEqual([{ from: 0, to: 20 }]);
    expect(union([first, { from: 11, to: 20 }])).toHaveLength(2);
    expect(intersect([first], [{ from: 10, to: null }])).toEqual([]);
    expect(intersect([first], [{ from: 9, to: null }])).toEqual([{ from: 9, to: 10 }]);
    expect(subtract([{ from: 0, to: null }], [first])).toEqual([{ from: 10, to: null }]);
    expect(
      union([
        { from: 5, to: 3 },
        { from: 4, to: 4 },
      ]),
    ).toEqual([]);
    expect(
      totalOf(
        [
          { from: 20, to: 30 },
          { from: 40, to: null },
        ],
        10,
      ),
    ).toBe(0);
  });

  /** What an open span counts after the instants that are looked at one by one, up to 100. */
  function beyond(list: readonly Span[]): number {
    return list.some(({ to }) => to === null) ? 100 - INSTANTS.length : 0;
  }
});
