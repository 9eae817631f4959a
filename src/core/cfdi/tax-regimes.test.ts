import { describe, expect, it } from "vitest";
import { isRegimeOf, taxRegimes } from "./tax-regimes.ts";

describe("the SAT's catalogue of tax regimes", () => {
  it("has each code once, in order, three figures each", () => {
    const codes = taxRegimes.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect(codes.every((code) => /^6[0-2][0-9]$/u.test(code))).toBe(true);
  });

  it("gives every regime to persons, to companies, or to both", () => {
    expect(taxRegimes.filter(({ person, company }) => !person && !company)).toEqual([]);
    expect(
      taxRegimes.filter(({ person, company }) => person && company).map(({ code }) => code),
    ).toEqual(["610", "626"]);
  });

  it.each([
    ["601", "company", true],
    ["601", "person", false],
    ["612", "person", true],
    ["612", "company", false],
    ["626", "company", true],
    ["999", "person", false],
  ] as const)("%s of a %s: %s", (code, taxpayer, expected) =>
    expect(isRegimeOf(code, taxpayer)).toBe(expected),
  );
});
