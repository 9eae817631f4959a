import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { downtimeAllowed } from "./availability.ts";

const THIRTY_DAYS = 30 * 86_400_000;

describe("the downtime that an availability allows", () => {
  it("is the rest of the period, exactly, for every thousandth of a per cent", () => {
    fc.assert(
      fc.property(fc.nat(100_000), (thousandths) => {
        expect(downtimeAllowed(thousandths / 1000, 100_000)).toBe(100_000 - thousandths);
      }),
    );
  });

  it("is nothing at a hundred per cent and the whole period at none", () => {
    expect(downtimeAllowed(100, THIRTY_DAYS)).toBe(0);
    expect(downtimeAllowed(0, THIRTY_DAYS)).toBe(THIRTY_DAYS);
    expect(downtimeAllowed(99.999, THIRTY_DAYS)).toBe(25_920);
    // 1.001 × 1000 is a hair less than 1001 in binary.
    expect(downtimeAllowed(1.001, 100_000)).toBe(98_999);
  });

  it.each([100.001, -0.001, 99.9999, Number.NaN, Infinity])("refuses %d per cent", (percent) => {
    expect(() => downtimeAllowed(percent, THIRTY_DAYS)).toThrow(RangeError);
  });
});
