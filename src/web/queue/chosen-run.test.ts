import { describe, expect, it } from "vitest";
import { runTo } from "./chosen-run.ts";

const folios = [..."abcdefg"];
const chosen = (from: number, to: number, before: readonly string[] = []): string =>
  [...runTo(folios, { at: from, before: new Set(before) }, to)].toSorted().join("");

describe("a run of rows that is chosen", () => {
  it("holds both of its ends, in either direction", () => {
    expect(chosen(2, 4)).toBe("cde");
    expect(chosen(4, 2)).toBe("cde");
  });

  it("gives back what it reached before, and leaves what was chosen before it began", () => {
    expect(chosen(2, 6, ["a"])).toBe("acdefg");
    expect(chosen(2, 3, ["a"])).toBe("acd");
  });
});
