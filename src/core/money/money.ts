/** An exact amount of money: a decimal text with two places ("40.00") and its ISO 4217 currency ("USD"). */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const WRITTEN = /^(\d{1,12})(?:\.(\d{1,2}))? ([A-Z]{3})$/u;

/** Reads "40 USD" or "40.50 USD"; null where it is neither, or nothing ("0 USD"). */
export function readMoney(text: string): Money | null {
  const [, whole, part = "", currency] = WRITTEN.exec(text.trim()) ?? [];
  if (whole === undefined || currency === undefined) return null;
  const cents = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0"));
  return cents === 0n ? null : { amount: written(cents), currency };
}

/**
 * What `part` of `whole` costs at a price for the whole, in exact hundredths, half a hundredth up.
 * Both are whole numbers of one unit (milliseconds, minutes), `whole` above nought, `part` not below.
 */
export function partOf(price: Money, part: number, whole: number): Money {
  const of = centsOf(price.amount) * BigInt(part);
  const by = BigInt(whole);
  return { amount: written((of * 2n + by) / (by * 2n)), currency: price.currency };
}

/** The sum of each currency, in the order in which they first come; exact. */
export function sumsOf(list: readonly Money[]): readonly Money[] {
  const sums = new Map<string, bigint>();
  for (const { amount, currency } of list)
    sums.set(currency, (sums.get(currency) ?? 0n) + centsOf(amount));
  return [...sums].map(([currency, cents]) => ({ amount: written(cents), currency }));
}

function centsOf(amount: string): bigint {
  const [whole = "0", part = ""] = amount.split(".");
  return BigInt(whole) * 100n + BigInt(part.slice(0, 2).padEnd(2, "0"));
}

function written(cents: bigint): string {
  return `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
}
