import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filesIn, projectText, sharedParts } from "../../../../test/kit/policy-packs.ts";
import { sayFinding } from "../../../words/lint/words.ts";
import { readPack } from "../read-pack.ts";
import { lintPack } from "./lint.ts";

const packs = [
  ...filesIn("policies")
    .filter((name) => name !== "shared")
    .map((name) => projectText(`policies/${name}/policy.yaml`)),
  ...filesIn("test/fixtures/lint-packs").map((name) =>
    projectText(`test/fixtures/lint-packs/${name}`),
  ),
];
const swaps: readonly (readonly [RegExp, string])[] = [
  [/\b\d+h\b/, "240h"],
  [/\b\d+h\b/, "1min"],
  [/\b\d+h\b/, "24h elapsed"],
  [/\d+ dates( of \w+)?/, "300 dates"],
  [/"\d\d:\d\d-\d\d:\d\d"/, '"22:00-06:00"'],
  [/"\d\d:\d\d-\d\d:\d\d"/, '"00:00-24:00"'],
  [/mon-fri/, "sun"],
  [/from: received/, "from: urgency-claimed"],
  [/on: oficina/, "on: elapsed"],
  [/from: \w+/, "from: [handed-back, routed]"],
];

/** A pack in which lines were left out and lengths, hours and marks changed, so that it can still be read at times. */
const changed = fc
  .tuple(
    fc.constantFrom(...packs),
    fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 2 }),
    fc.array(fc.constantFrom(...swaps), { maxLength: 4 }),
  )
  .map(([pack, cuts, put]) => {
    const lines = pack.split("\n");
    for (const at of cuts) lines.splice(Math.floor(at * lines.length), 1);
    return put.reduce((text, [what, by]) => text.replace(what, by), lines.join("\n"));
  });

describe("a manual that somebody changed", () => {
  it("is looked through without a fault, and each finding stands in its file and has words", () => {
    let looked = 0;
    fc.assert(
      fc.property(changed, (text) => {
        const read = readPack(text, "policy.yaml", sharedParts);
        if ("problems" in read) return;
        looked++;
        const lines = text.split("\n");
        for (const finding of lintPack(read)) {
          for (const language of ["es", "en"] as const)
            expect(sayFinding(finding, language)).not.toMatch(/undefined|NaN|Infinity|\[object/);
          for (const { file, line, column } of finding.quotes) {
            if (file !== "policy.yaml") continue;
            expect(line).toBeLessThanOrEqual(lines.length);
            expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(looked).toBeGreaterThan(20);
  }, 120_000);
});
