import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compare,
  minus,
  over,
  plus,
  readDecimal,
  rounded,
  times,
  writeDecimal,
} from "./decimal.ts";
import type { Decimal } from "./decimal.ts";

const decimal = (text: string): Decimal => readDecimal(text) ?? { units: -1n, places: 0 };
const any = fc
  .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 6 }))
  .map(([units, places]): Decimal => ({ units, places }));

test("what is no decimal is not read", () => {
  for (const text of ["", "1,160.00", "1e3", "$5", " 1", "1.", ".5", "٣", "--1", null, undefined])
    expect(readDecimal(text)).toBeNull();
});

test.each([
  ["0.125", 2, "half", "0.13"],
  ["0.124999", 2, "half", "0.12"],
  ["-0.125", 2, "half", "-0.13"],
  ["0.129", 2, "down", "0.12"],
  ["0.121", 2, "up", "0.13"],
  ["0.12", 2, "up", "0.12"],
  ["7", 2, "half", "7.00"],
  ["2.5", 0, "half", "3"],
] as const)("%s to %i places (%s) is %s", (...[text, places, how, expected]) =>
  expect(writeDecimal(rounded(decimal(text), places, how))).toBe(expected),
);

test("is read as it is written, whatever its size", () => {
  fc.assert(
    fc.property(any, (one) => {
      expect(readDecimal(writeDecimal(one))).toEqual(one);
    }),
  );
});

test("adds, takes away, multiplies and divides exactly", () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(compare(minus(plus(a, b), b), a)).toBe(0);
      expect(compare(times(a, b), times(b, a))).toBe(0);
      if (b.units !== 0n) expect(compare(over(times(a, b), b, 6) ?? a, a)).toBe(0);
      expect(compare(a, b) + compare(b, a)).toBe(0);
    }),
  );
});
