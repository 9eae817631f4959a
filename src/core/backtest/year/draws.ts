/** A stream of draws that is the same for the same seed: a generated year can be looked at again. */
export interface Draws {
  /** Between 0 and 1, 1 excluded. */
  readonly part: () => number;
  /** True so often of a hundred. */
  readonly chance: (percent: number) => boolean;
  /** One of a list that is not empty. */
  readonly one: <T>(list: readonly T[]) => T;
  /** How many arrive where `mean` arrive on the average (Poisson). */
  readonly count: (mean: number) => number;
  /** A wait of that mean, mostly shorter and sometimes much longer (exponential). */
  readonly wait: (mean: number) => number;
  /** A duration around that median, skewed to the long side (log-normal, sigma 0.7). */
  readonly duration: (median: number) => number;
}

const SKEW = 0.7;

/** Draws from a seed (mulberry32: public domain, Tommy Ettinger 2017): 32 bits of state, no I/O. */
export function drawsOf(seed: number): Draws {
  let state = seed | 0;

  function part(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function count(mean: number): number {
    const limit = Math.exp(-mean);
    let n = 0;
    for (let product = part(); product > limit; product *= part()) n += 1;
    return n;
  }

  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - part())) * Math.cos(2 * Math.PI * part());
  }

  return {
    part,
    chance: (percent) => part() * 100 < percent,
    one: (list) => list[Math.floor(part() * list.length)] as (typeof list)[number],
    count,
    wait: (mean) => -Math.log(1 - part()) * mean,
    duration: (median) => median * Math.exp(SKEW * normal()),
  };
}
