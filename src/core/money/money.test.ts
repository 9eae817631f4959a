import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partOf, readMoney, sumsOf } from "./money.ts";

describe("money", () => {
  it("is read with its currency, to the hundredth", () => {
    expect(readMoney("40 USD")).toEqual({ amount: "40.00", currency: "USD" });
    expect(readMoney("1234567.5 VES")).toEqual({ amount: "1234567.50", currency: "VES" });
  });

  it.each(["40", "USD 40", "40,50 USD", "-1 USD", "1.005 USD", "0 USD", "1e3 USD", "40 usd"])(
    "is not read from %s",
    (text) => expect(readMoney(text)).toBeNull(),
  );

  it("is taken in part, half a hundredth up", () => {
    const price = { amount: "40.00", currency: "USD" };
    expect(partOf(price, 90, 60).amount).toBe("60.00");
    expect(partOf(price, 1, 60).amount).toBe("0.67");
    expect(partOf({ ...price, amount: "0.01" }, 1, 2).amount).toBe("0.01");
  });

  it("is summed for each currency without error, where binary fractions would err", () => {
    const tenth = { amount: "0.10", currency: "USD" };
    const sums = sumsOf([tenth, { amount: "5.00", currency: "VES" }, ...Array(29).fill(tenth)]);
    expect(sums).toEqual([
      { amount: "3.00", currency: "USD" },
      { amount: "5.00", currency: "VES" },
    ]);
  });

  it("never charges parts more than a hundredth each away from the whole", () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 500 }), (price, minutes) => {
        const amount = `${Math.trunc(price / 100)}.${String(price % 100).padStart(2, "0")}`;
        const parts = sumsOf(
          Array.from({ length: minutes }, () => partOf({ amount, currency: "USD" }, 1, minutes)),
        );
        const paid = Number((parts[0]?.amount ?? "").replace(".", ""));
        return Math.abs(paid - price) <= minutes;
      }),
    );
  });
});
