import { compare, halfUnit, minus, plus, rounded, times, writeDecimal } from "./decimal.ts";
import type { Decimal } from "./decimal.ts";

/** Whether an amount is what two factors give, and what it should be. */
export interface Product {
  readonly fits: boolean;
  readonly expected: string;
}

/** What the SAT takes off the upper factor, so that a limit itself is not rounded past (10^-12). */
const HAIR: Decimal = { units: 1n, places: 12 };

/**
 * Whether an amount can be the product of two numbers that were rounded before: not below
 * (a − half its last place) × (b − half its last place) cut off, nor above the same with plus,
 * rounded up, both to the currency's decimals (SAT, matriz de validaciones CFDI 4.0: CFDI40167,
 * CFDI40180, CFDI40186). A factor that is exact, as a rate is, is not widened.
 */
export function isProduct(
  written: Decimal,
  { of, decimals }: { readonly of: readonly [Decimal, Decimal]; readonly decimals: number },
  widened: "both" | "first" = "both",
): Product {
  const [a, b] = of;
  const bHalf: Decimal = widened === "both" ? halfUnit(b) : { units: 0n, places: 0 };
  const low = rounded(times(minus(a, halfUnit(a)), minus(b, bHalf)), decimals, "down");
  const high = times(
    minus(plus(a, halfUnit(a)), HAIR),
    widened === "both" ? minus(plus(b, bHalf), HAIR) : b,
  );
  const fits = compare(written, low) >= 0 && compare(written, rounded(high, decimals, "up")) <= 0;
  return { fits, expected: writeDecimal(rounded(times(a, b), decimals, "half")) };
}
