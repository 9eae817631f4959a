/** How often something may be done: so many at once, and one more each so many milliseconds. */
export interface Pace {
  readonly most: number;
  readonly every: number;
}

/** Counts what each does, in memory and for this process alone: a bucket that leaks (so no minute begins with a flood). */
export function openPace({ most, every }: Pace): (who: string, now: number) => boolean {
  const buckets = new Map<string, { level: number; at: number }>();
  return (who, now) => {
    if (buckets.size > 20_000) forgetEmpty(buckets, now, every);
    const known = buckets.get(who) ?? { level: 0, at: now };
    const level = Math.max(0, known.level - (now - known.at) / every);
    const allowed = level + 1 <= most;
    buckets.set(who, { level: allowed ? level + 1 : level, at: now });
    return allowed;
  };
}

function forgetEmpty(
  buckets: Map<string, { level: number; at: number }>,
  now: number,
  every: number,
): void {
  for (const [who, { level, at }] of buckets) if ((now - at) / every >= level) buckets.delete(who);
}
