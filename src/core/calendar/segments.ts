/* oxlint-disable max-params -- calendar, instant and amount come first everywhere; an object for each call would cost the hot path */
import type { Instant, Span } from "../time/instant.ts";
import { union } from "../time/spans.ts";
import { contextFor, roughYear } from "./calendar.ts";
import type { Calendar } from "./calendar.ts";
import { partitionYear } from "./partition.ts";
import type { Partition } from "./partition.ts";
import type { Why } from "./why.ts";

/** One stretch of an explanation, half-open `[from, to)`: whether it counts, and why. */
export interface Segment {
  readonly from: Instant;
  readonly to: Instant;
  readonly counted: boolean;
  readonly why: Why;
}

function partitionOf(calendar: Calendar, year: number): Partition {
  const { partitions } = calendar.compiled;
  const known = partitions.get(year);
  if (known !== undefined) return known;
  const partition = partitionYear(contextFor(calendar, year, year), year);
  partitions.set(year, partition);
  return partition;
}

/** The stretch that holds the instant, by halving; the instant lies in the partition. */
function stretchAt({ edges }: Partition, at: Instant): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((edges[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function yearHolding(calendar: Calendar, at: Instant): number {
  const year = roughYear(at);
  const { edges } = partitionOf(calendar, year);
  if (at < (edges[0] as number)) return year - 1;
  return at >= (edges[edges.length - 1] as number) ? year + 1 : year;
}

function unpaused(calendar: Calendar, from: Instant, to: Instant): Segment[] {
  const list: Segment[] = [];
  let at = from;
  for (let year = yearHolding(calendar, from); at < to; year++) {
    const partition = partitionOf(calendar, year);
    const { edges, whys, counted } = partition;
    for (let i = stretchAt(partition, at); i < whys.length && at < to; i++) {
      const end = Math.min(edges[i + 1] as number, to);
      const segment = { from: at, to: end, counted: counted[i] === 1, why: whys[i] as Why };
      const last = list.at(-1);
      // The same reason may go on over New Year, where one partition ends and the next begins.
      if (
        last !== undefined &&
        last.why.code === segment.why.code &&
        i === 0 &&
        isPlain(last.why)
      ) {
        list[list.length - 1] = { ...last, to: end };
      } else list.push(segment);
      at = end;
    }
  }
  return list;
}

const isPlain = (why: Why): boolean => why.code === "open" || why.code === "outside-hours";

function overlaid(list: readonly Segment[], closed: readonly Span[]): Segment[] {
  const [first, last] = [list[0], list.at(-1)];
  if (first === undefined || last === undefined) return [];
  const result: Segment[] = [];
  let i = 0;
  let at = first.from;
  const copyUpTo = (end: Instant): void => {
    for (; i < list.length && at < end;) {
      const segment = list[i] as Segment;
      const to = Math.min(segment.to, end);
      if (to > at) result.push({ ...segment, from: at, to });
      at = Math.max(at, to);
      if (segment.to <= end) i++;
    }
  };
  for (const pause of union(closed)) {
    const end = Math.min(pause.to ?? Infinity, last.to);
    if (end <= at || pause.from >= last.to) continue;
    copyUpTo(pause.from);
    const why: Why = { code: "paused", since: pause.from, until: pause.to };
    result.push({ from: at, to: end, counted: false, why });
    at = end;
    while (i < list.length && (list[i] as Segment).to <= at) i++;
  }
  copyUpTo(last.to);
  return result;
}

/**
 * What each stretch of `[from, to)` was: in order, without gaps, each counted or not and why. The
 * counted ones add up to `openBetween`. A pause stands before every other reason; a holiday is its
 * whole civil date; where an exception closed or opened what is usually otherwise, it is the reason.
 */
export function segments(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  closed?: readonly Span[],
): Segment[] {
  if (!(to > from)) return [];
  const list = unpaused(calendar, from, to);
  return closed === undefined || closed.length === 0 ? list : overlaid(list, closed);
}
