import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Run } from "../block.ts";
import { linesOf } from "./lines.ts";
import type { Measure } from "./lines.ts";

/** Every character is half as wide as its size. */
const measure: Measure = (text, { size }) => (text.length * size) / 2;
const run = (text: string, style: Run["style"] = "plain"): Run => ({ text, style });
const set = (runs: readonly Run[], width: number) => linesOf(runs, { size: 10, width }, measure);
const said = (lines: ReturnType<typeof set>) =>
  lines.map((line) =>
    line
      .map(({ text }) => text)
      .join("")
      .trimEnd(),
  );

describe("text set in lines", () => {
  it("is broken at spaces, as much as fits on each line", () =>
    expect(said(set([run("uno dos tres cuatro")], 40))).toEqual(["uno dos", "tres", "cuatro"]));

  it("keeps together what no space parts, whatever its style", () =>
    expect(said(set([run("véase "), run("HB-4", "strong"), run(", siempre")], 55))).toEqual([
      "véase HB-4,",
      "siempre",
    ]));

  it("keeps the space at which a line is broken, for whoever copies the text", () =>
    expect(set([run("uno dos tres")], 40).map((line) => line.at(-1)?.text)).toEqual([
      "uno dos ",
      "tres",
    ]));

  it("cuts what is wider than a line, and puts no space into it", () =>
    expect(
      set([run("abcdefghij"), run(", k", "strong")], 35).map((line) =>
        line.map(({ text }) => text).join(""),
      ),
    ).toEqual(["abcdefg", "hij, k"]));

  it("breaks where the text does", () =>
    expect(said(set([run("uno"), run("\n"), run("dos")], 100))).toEqual(["uno", "dos"]));

  it("loses no letter, adds none, and is never wider than its column", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcñ,—"), minLength: 1, maxLength: 30 });
    const style = fc.constantFrom("plain", "strong", "clause", "soft");
    const runs = fc.array(
      fc.record({ text: fc.array(word, { minLength: 1 }).map((words) => words.join(" ")), style }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(runs, fc.integer({ min: 20, max: 300 }), (given, width) => {
        const lines = set(given as Run[], width);
        const letters = (text: string): string => text.replace(/\s/gu, "");
        expect(letters(said(lines).join(""))).toBe(letters(given.map(({ text }) => text).join("")));
        for (const line of lines) {
          const end = line.at(-1);
          if (end !== undefined) expect(end.at + end.width).toBeLessThanOrEqual(width + 1e-6);
        }
      }),
    );
  });
});
