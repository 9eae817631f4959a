/** How often a whole number of minutes was measured. */
export interface Counted {
  readonly minutes: number;
  readonly n: number;
}

/** Fewer than these are not summed up: the values themselves are said. */
export const few = 5;

/** What is said of measured times: of few the values themselves, in growing order; else three percentiles with their n. */
export type Spread =
  | { readonly n: number; readonly values: readonly number[] }
  | { readonly n: number; readonly p50: number; readonly p90: number; readonly p95: number };

/**
 * The least measured value that at least `percent` of all do not exceed (nearest rank: it was
 * really measured, and nothing is interpolated). Throws where nothing was measured.
 */
export function percentile(counted: readonly Counted[], percent: number): number {
  const sorted = counted.toSorted((a, b) => a.minutes - b.minutes);
  const rank = Math.max(1, Math.ceil((total(counted) * percent) / 100));
  let seen = 0;
  for (const { minutes, n } of sorted) {
    seen += n;
    if (seen >= rank) return minutes;
  }
  throw new RangeError("a percentile of nothing");
}

/** What is said of measured times. */
export function spreadOf(counted: readonly Counted[]): Spread {
  const n = total(counted);
  if (n < few) {
    const sorted = counted.toSorted((a, b) => a.minutes - b.minutes);
    return { n, values: sorted.flatMap((one) => Array.from({ length: one.n }, () => one.minutes)) };
  }
  const at = (percent: number): number => percentile(counted, percent);
  return { n, p50: at(50), p90: at(90), p95: at(95) };
}

function total(counted: readonly Counted[]): number {
  return counted.reduce((sum, { n }) => sum + n, 0);
}
