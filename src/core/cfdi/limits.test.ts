import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDecimal } from "./decimal.ts";
import type { Decimal } from "./decimal.ts";
import { isProduct } from "./limits.ts";

const decimal = (text: string): Decimal => {
  const read = readDecimal(text);
  if (read === null) throw new Error(text);
  return read;
};
const fits = (amount: string, of: readonly [string, string], widened?: "first") =>
  isProduct(decimal(amount), { of: [decimal(of[0]), decimal(of[1])], decimals: 2 }, widened).fits;

describe("an amount that is a product", () => {
  it("may be what two numbers give that were rounded before, and no more", () => {
    // 2.5 to 3.5 pieces at 9.95 to 10.05.
    expect([fits("24.86", ["3", "10.0"]), fits("24.87", ["3", "10.0"])]).toEqual([false, true]);
    expect([fits("35.18", ["3", "10.0"]), fits("35.19", ["3", "10.0"])]).toEqual([true, false]);
    expect(isProduct(decimal("1"), { of: [decimal("3"), decimal("10.015")], decimals: 2 })).toEqual(
      {
        fits: false,
        expected: "30.05",
      },
    );
  });

  it("is not widened by a factor that is exact, as a rate is", () => {
    expect([
      fits("15.99", ["100.00", "0.16"], "first"),
      fits("15.98", ["100.00", "0.16"], "first"),
    ]).toEqual([true, false]);
    expect([
      fits("16.01", ["100.00", "0.16"], "first"),
      fits("16.02", ["100.00", "0.16"], "first"),
    ]).toEqual([true, false]);
    expect(fits("16.50", ["100.00", "0.16"])).toBe(true);
  });

  it("that is exact at a limit is not rounded past it", () => {
    // 0.5 short of the half: 10 x 1 is 9.5 to just under 10.5.
    expect(fits("10.50", ["10", "1.000000000000"], "first")).toBe(true);
    expect(fits("10.51", ["10", "1.000000000000"], "first")).toBe(false);
  });

  const places = fc.integer({ min: 0, max: 6 });
  const factor = fc
    .tuple(fc.bigInt(1n, 10n ** 9n), places)
    .map(([units, at]): Decimal => ({ units, places: at }));

  it("fits where it is worked out exactly and rounded, at whatever decimals", () =>
    fc.assert(
      fc.property(factor, factor, fc.integer({ min: 0, max: 4 }), (a, b, decimals) => {
        const of = [a, b] as const;
        for (const widened of ["both", "first"] as const) {
          const { expected } = isProduct({ units: 0n, places: 0 }, { of, decimals }, widened);
          expect(isProduct(decimal(expected), { of, decimals }, widened).fits).toBe(true);
        }
      }),
    ));

  it("fits between the least and the most that the rounded factors could be, by fractions", () =>
    fc.assert(
      fc.property(factor, factor, fc.bigInt(-40n, 40n), (a, b, off) => {
        // All in units of 10^-14, with the factors' halves: whole numbers.
        const scale = (one: Decimal, by: bigint) =>
          (2n * one.units + by) * 10n ** BigInt(6 - one.places);
        const unit = 4n * 10n ** 10n;
        const low = (scale(a, -1n) * scale(b, -1n)) / unit;
        const high = (scale(a, 1n) * scale(b, 1n) + unit - 1n) / unit;
        for (const edge of [low, high]) {
          const amount = edge + off;
          if (amount < 0n) continue;
          // At the upper edge itself the hair that the SAT takes off may leave out one unit.
          if (amount === high) continue;
          const found = isProduct({ units: amount, places: 2 }, { of: [a, b], decimals: 2 }).fits;
          expect(found).toBe(amount >= low && amount <= high);
        }
      }),
    ));
});
