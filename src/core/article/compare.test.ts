import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTexts } from "./compare.ts";
import type { ComparedLine } from "./compare.ts";

const said = (lines: readonly ComparedLine[], side: "out" | "in"): string =>
  lines
    .filter(({ is }) => is === "same" || is === side)
    .map(({ runs }) =>
      runs
        .filter((run) => run.is === "same" || run.is === side)
        .map(({ text }) => text)
        .join(""),
    )
    .join("\n");

const text = fc.array(fc.string({ unit: fc.constantFrom("a", "b", " ", "ñ") }), { maxLength: 12 });

describe("two texts compared", () => {
  it("hold both of them whole, whatever they are", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join("\n"), other.join("\n")];
        const lines = compareTexts(before, after);
        expect(said(lines, "out")).toBe(before);
        expect(said(lines, "in")).toBe(after);
      }),
    );
  });

  it("leave alone as many lines as any way between them could", () => {
    const line = fc.constantFrom("a", "b", "c", "");
    const lines = fc.array(line, { minLength: 1, maxLength: 7 });
    /** The longest list of lines that both have in their order, by trying everything. */
    const longest = (one: readonly string[], other: readonly string[]): number => {
      const [first, ...rest] = one;
      if (first === undefined || other.length === 0) return 0;
      const at = other.indexOf(first);
      const without = longest(rest, other);
      return at === -1 ? without : Math.max(without, 1 + longest(rest, other.slice(at + 1)));
    };
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const kept = compareTexts(one.join("\n"), other.join("\n")).filter(
          ({ is }) => is === "same",
        );
        expect(kept).toHaveLength(longest(one, other));
      }),
    );
  });

  it("have nothing to say of one text twice", () => {
    fc.assert(
      fc.property(text, (one) =>
        compareTexts(one.join("\n"), one.join("\n")).every(({ is }) => is === "same"),
      ),
    );
  });

  it("say which words of a line changed, and leave the others alone", () => {
    expect(compareTexts("Espere tres días hábiles", "Espere cinco días hábiles")).toEqual([
      {
        is: "out",
        runs: [
          { is: "same", text: "Espere " },
          { is: "out", text: "tres " },
          { is: "same", text: "días hábiles" },
        ],
      },
      {
        is: "in",
        runs: [
          { is: "same", text: "Espere " },
          { is: "in", text: "cinco " },
          { is: "same", text: "días hábiles" },
        ],
      },
    ]);
  });

  it("take long texts that have nothing in common as they are, at once", () => {
    const lines = (word: string) => Array.from({ length: 3_000 }, (_, i) => `${word}${i}`);
    const compared = compareTexts(lines("a").join("\n"), lines("b").join("\n"));
    expect(compared).toHaveLength(6_000);
  });
});
