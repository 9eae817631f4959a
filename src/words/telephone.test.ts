import { describe, expect, it } from "vitest";
import { spaceDigits, spellFolio } from "./telephone.ts";

describe("what is read aloud on a call", () => {
  it("spells a folio sign by sign, in the language of whoever calls", () => {
    expect(spellFolio("HD-165", "es")).toBe("H D guion 1 6 5");
    expect(spellFolio("HD-165", "en")).toBe("H D dash 1 6 5");
  });

  it("groups a number of home as it is written there, and another in pairs from its end", () => {
    expect(spaceDigits("+525555550199")).toBe("55 5555 0199");
    expect(spaceDigits("5555550199")).toBe("55 5555 0199");
    expect(spaceDigits("55 5555 0199")).toBe("55 5555 0199");
    expect(spaceDigits("+582125550130")).toBe("+58 21 25 55 01 30");
    expect(spaceDigits("5550130")).toBe("5 55 01 30");
  });
});
