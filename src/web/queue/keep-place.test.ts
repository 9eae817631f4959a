import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepPlace } from "./keep-place.ts";

const list = (text: string): string[] => [...text];

describe("a list that changes while somebody reads it", () => {
  it("keeps each row in its place, though the server would order them anew", () => {
    const shown = keepPlace(list("abcd"), { order: list("cabd"), head: 4, goesOn: true });
    expect(shown).toEqual({ order: list("abcd"), waiting: [] });
  });

  it("lets new rows above the last one wait, and puts those below it at the end", () => {
    const shown = keepPlace(list("abc"), { order: list("xaybcz"), head: 6, goesOn: false });
    expect(shown).toEqual({ order: list("abcz"), waiting: ["x", "y"] });
  });

  it("takes out what left", () => {
    const shown = keepPlace(list("abcd"), { order: list("abd"), head: 3, goesOn: false });
    expect(shown).toEqual({ order: list("abd"), waiting: [] });
  });

  it("keeps what a new row pushed out of the part that is asked for again", () => {
    const shown = keepPlace(list("abcd"), { order: list("xabc"), head: 4, goesOn: true });
    expect(shown).toEqual({ order: list("abcd"), waiting: ["x"] });
  });

  it("shows everything at once where nothing was shown", () => {
    expect(keepPlace([], { order: list("abc"), head: 3, goesOn: false })).toEqual({
      order: list("abc"),
      waiting: [],
    });
  });

  it("never moves a row past another, shows none twice, and loses none that the server names", () => {
    const rows = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 20 });
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (before, order, goesOn) => {
        const shown = keepPlace(before, { order, head: order.length, goesOn });
        const places = shown.order.map((folio) => before.indexOf(folio)).filter((at) => at >= 0);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        const all = [...shown.order, ...shown.waiting];
        expect(new Set(all).size).toBe(all.length);
        expect(order.every((folio) => all.includes(folio))).toBe(true);
      }),
    );
  });
});
