import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meantOf, nearest } from "./near.ts";

/** The fewest letters put in, left out or changed, by trying everything. */
function edits(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [rest, other] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return edits(rest, other);
  return 1 + Math.min(edits(rest, b), edits(a, other), edits(rest, other));
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 6 });

describe("the word that was probably meant", () => {
  it("is the first of those with the fewest changes: two at most, one in a short word", () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 5 }), (written, known) => {
        const counted = known.map((one) => edits(written, one));
        const least = Math.min(...counted);
        const expected =
          least <= (written.length > 4 ? 2 : 1) ? known[counted.indexOf(least)] : null;
        expect(nearest(written, known)).toBe(expected);
      }),
    );
  });

  it("is never sought for what is too long to be a slip", () => {
    const long = "a".repeat(60);
    expect(nearest(long, [`${long}b`])).toBe(`${long}b`);
    expect(nearest(`${long}b`, [long])).toBeNull();
  });

  it("stands alone; where there is none, all that there are stand instead, if they are few", () => {
    const names = Array.from({ length: 13 }, (_, i) => `nombre-${i}-${"x".repeat(i)}`);
    expect(meantOf("oficna", ["banco", "oficina"])).toEqual({ near: "oficina" });
    expect(meantOf("z", ["banco", "oficina"])).toEqual({
      near: null,
      known: ["banco", "oficina"],
    });
    expect(meantOf("z", [])).toEqual({ near: null });
    expect(meantOf("z", names.slice(0, 12))).toEqual({ near: null, known: names.slice(0, 12) });
    expect(meantOf("z", names)).toEqual({ near: null });
  });
});
