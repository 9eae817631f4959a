import type { Instant, Millis, Span } from "./instant.ts";

const endOf = (span: Span): number => span.to ?? Infinity;
const spanOf = (from: number, to: number): Span => ({ from, to: to === Infinity ? null : to });

/**
 * The same time, as the fewest spans: sorted by start, disjoint, touching spans joined,
 * empty and reversed ones dropped. An open span (`to: null`) swallows everything after its start.
 */
export function union(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((s) => endOf(s) > s.from).sort((a, b) => a.from - b.from);
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= endOf(last)) {
      joined[joined.length - 1] = spanOf(last.from, Math.max(endOf(last), endOf(span)));
    } else joined.push(spanOf(span.from, endOf(span)));
  }
  return joined;
}

/** The time that is in both lists, as the fewest spans. Either list may overlap or be unsorted. */
export function intersect(left: readonly Span[], right: readonly Span[]): Span[] {
  const a = union(left);
  const b = union(right);
  const both: Span[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const x = a[i];
    const y = b[j];
    if (x === undefined || y === undefined) return both;
    const from = Math.max(x.from, y.from);
    const to = Math.min(endOf(x), endOf(y));
    if (to > from) both.push(spanOf(from, to));
    if (endOf(x) <= endOf(y)) i++;
    else j++;
  }
}

/** The time of `spans` that is in none of `minus`, as the fewest spans. */
export function subtract(spans: readonly Span[], minus: readonly Span[]): Span[] {
  const holes = union(minus);
  const rest: Span[] = [];
  for (const span of union(spans)) {
    let from = span.from;
    for (const hole of holes) {
      if (endOf(hole) <= from) continue;
      if (hole.from >= endOf(span)) break;
      if (hole.from > from) rest.push(spanOf(from, hole.from));
      from = endOf(hole);
    }
    if (from < endOf(span)) rest.push(spanOf(from, endOf(span)));
  }
  return rest;
}

/**
 * How many milliseconds lie in the spans up to `until`, each millisecond counted once even where
 * spans overlap. An open span counts up to `until`; whatever is later than `until` does not count.
 */
export function totalOf(spans: readonly Span[], until: Instant): Millis {
  let total = 0;
  for (const span of union(spans)) total += Math.max(0, Math.min(endOf(span), until) - span.from);
  return total;
}
