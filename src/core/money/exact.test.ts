import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partOf, readMoney, sumsOf } from "./money.ts";
import type { Money } from "./money.ts";

const cents = fc.bigInt(1n, 10n ** 14n - 1n);
const money = (amount: bigint, currency = "MXN"): Money => ({
  amount: `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`,
  currency,
});
const centsOf = ({ amount }: Money): bigint => BigInt(amount.replace(".", ""));

describe("money, exactly", () => {
  it("is read back as it is written, up to a billion thousands", () =>
    fc.assert(
      fc.property(cents, (amount) => {
        const written = money(amount);
        expect(readMoney(`${written.amount} MXN`)).toEqual(written);
        expect(readMoney(`  ${written.amount} MXN\n`)).toEqual(written);
      }),
    ));

  it.each([
    "0.00 USD",
    "1000000000000 USD",
    "1. USD",
    ".5 USD",
    "1 USDX",
    "1 US",
    "1  USD",
    "+1 USD",
    "1,000 USD",
    "١ USD",
    "",
  ])("is not read from %j", (text) => expect(readMoney(text)).toBeNull());

  it("in part is what fractions give, half a hundredth up, and no more than the whole", () =>
    fc.assert(
      fc.property(
        cents,
        fc.nat(10 ** 9),
        fc.integer({ min: 1, max: 10 ** 9 }),
        (price, part, whole) => {
          const found = centsOf(partOf(money(price), part, whole));
          const [twice, by] = [2n * price * BigInt(part), BigInt(whole)];
          // found is the whole number nearest to price * part / whole; of two, the greater.
          expect(2n * found * by - by <= twice && twice < 2n * found * by + by).toBe(true);
          if (part <= whole) expect(found).toBeLessThanOrEqual(price);
        },
      ),
    ));

  it("in part is the whole of the whole, nothing of nothing, and in its own currency", () => {
    expect(partOf(money(12_345n, "VES"), 7, 7)).toEqual(money(12_345n, "VES"));
    expect(partOf(money(12_345n), 0, 7)).toEqual({ amount: "0.00", currency: "MXN" });
  });

  it("is the same sum in whatever order, each currency by itself, in the order of the first", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, fc.constantFrom("MXN", "USD"))), (list) => {
        const all = list.map(([amount, currency]) => money(amount, currency));
        const sums = sumsOf(all);
        expect(sums.map(({ currency }) => currency)).toEqual([
          ...new Set(list.map(([, currency]) => currency)),
        ]);
        for (const { amount, currency } of sums) {
          const own = list.filter(([, one]) => one === currency);
          const sum = own.reduce((total, [one]) => total + one, 0n);
          expect(amount).toBe(money(sum).amount);
        }
        const byName = (one: readonly Money[]) =>
          one.toSorted((a, b) => a.currency.localeCompare(b.currency));
        expect(byName(sumsOf(all.toReversed()))).toEqual(byName(sums));
      }),
    ));
});
