import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineChanges } from "./line-changes.ts";

describe("what changed between two texts", () => {
  it("is told by the lines that go and come, with their numbers", () => {
    expect(lineChanges("a\nb\nc", "a\nx\nc\nd")).toEqual([
      { sign: "-", line: 2, text: "b" },
      { sign: "+", line: 2, text: "x" },
      { sign: "+", line: 4, text: "d" },
    ]);
    expect(lineChanges("a\nb", "a\nb")).toEqual([]);
  });

  it("made of the first text, gives the second", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const changes = lineChanges(a.join("\n"), b.join("\n"));
        const gone = new Set(changes.filter(({ sign }) => sign === "-").map(({ line }) => line));
        const [before, after] = [a.join("\n").split("\n"), b.join("\n").split("\n")];
        const made = before.filter((_, i) => !gone.has(i + 1));
        for (const { sign, line, text: told } of changes)
          if (sign === "+") made.splice(line - 1, 0, told);
        expect(made).toEqual(after);
      }),
    );
  });
});
