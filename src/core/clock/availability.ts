import type { Millis } from "../time/instant.ts";

/**
 * How long a service may be down in a period if it promises to be up for a share of it, in
 * milliseconds. The share is a percentage of at most three decimals; anything else is refused by throwing.
 */
export function downtimeAllowed(percent: number, period: Millis): Millis {
  const thousandths = Math.round(percent * 1000);
  const isShare = thousandths >= 0 && thousandths <= 100_000;
  if (!isShare || Math.abs(thousandths / 1000 - percent) > 1e-9) {
    throw new RangeError(`not a percentage of at most three decimals: ${percent}`);
  }
  return ((100_000 - thousandths) * period) / 100_000;
}
