import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filesIn, projectText, sharedParts } from "../../../test/kit/policy-packs.ts";
import { sayPackProblem } from "../../words/policy-problems.ts";
import { readPack } from "./read-pack.ts";

const packs = [
  projectText("policies/hib2b/policy.yaml"),
  ...filesIn("test/fixtures/packs").map((name) => projectText(`test/fixtures/packs/${name}`)),
];
const scraps = [
  ...["{", "}", "[", "]", ":", ",", '"', "'", "-", "#", "&a", "*a", "!!set", "|", "null", "~", "0"],
  ...["\t", "\n", "  ", "? ", "<<: ", "__proto__: 1", "constructor", "toString", "4h", "else", "é"],
];

/** A pack in which pieces were cut out and scraps put in, at any place. */
const damaged = fc
  .tuple(
    fc.constantFrom(...packs),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.integer({ min: 0, max: 40 }),
        put: fc.constantFrom("", ...scraps),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([pack, edits]) =>
    edits.reduce((text, { at, cut, put }) => {
      const i = Math.floor(at * text.length);
      return text.slice(0, i) + put + text.slice(i + cut);
    }, pack),
  );

describe("a pack that somebody damaged", () => {
  it("is refused or read, never a fault, and each problem has a place in its file and words", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const read = readPack(text, "policy.yaml", sharedParts);
        const problems = "problems" in read ? read.problems : read.warnings;
        if ("problems" in read) expect(problems.length).toBeGreaterThan(0);
        const lines = text.split("\n");
        for (const problem of problems) {
          expect(sayPackProblem(problem, "es")).not.toMatch(/undefined|NaN|\[object/);
          if (problem.file !== "policy.yaml") continue;
          expect(problem.line).toBeLessThanOrEqual(lines.length);
          expect(problem.column).toBeLessThanOrEqual((lines[problem.line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
