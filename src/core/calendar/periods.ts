import type { Period } from "../time/instant.ts";

/** Periods sorted by start, joined where they overlap or touch, empty ones dropped. */
export function merged(periods: Period[]): Period[] {
  if (periods.length < 2) return periods.filter((p) => p.to > p.from);
  const sorted = periods.filter((p) => p.to > p.from).sort((a, b) => a.from - b.from);
  const joined: Period[] = [];
  for (const period of sorted) {
    const last = joined.at(-1);
    if (last === undefined || period.from > last.to) joined.push(period);
    else if (period.to > last.to) joined[joined.length - 1] = { from: last.from, to: period.to };
  }
  return joined;
}

/** The part of `periods` that lies in `within` and in none of `holes` (both sorted and disjoint). */
export function cut(periods: Period[], within: Period, holes: readonly Period[]): Period[] {
  const rest: Period[] = [];
  for (const period of periods) {
    let from = Math.max(period.from, within.from);
    const to = Math.min(period.to, within.to);
    for (const hole of holes) {
      if (hole.to <= from || hole.from >= to) continue;
      if (hole.from > from) rest.push({ from, to: hole.from });
      from = hole.to;
    }
    if (to > from) rest.push({ from, to });
  }
  return rest;
}
