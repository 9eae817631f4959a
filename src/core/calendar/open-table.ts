import { DAY } from "../time/instant.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { dayNumberOf } from "../time/civil.ts";
import type { CompiledYear } from "./year.ts";

/**
 * Consecutive years as sorted arrays of open periods with running totals, and two guess indexes
 * that bring a search to within a step or two of its answer.
 */
export interface OpenTable {
  readonly fromYear: number;
  readonly toYear: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly count: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open milliseconds before each period; one longer than the periods, the last is the sum. */
  readonly totals: Float64Array;
  readonly total: Millis;
  /** By elapsed 24 hours since `from`: the first period that ends after that. */
  readonly byDay: Int32Array;
  /** By open time since `from`, in steps: the first period that reaches that total. */
  readonly byTotal: Int32Array;
  readonly step: Millis;
  readonly firstDay: number;
  readonly openDates: Uint8Array;
}

function joinPeriods(years: readonly CompiledYear[]): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const year of years) {
    for (let i = 0; i < year.starts.length; i++) {
      const from = year.starts[i] as number;
      if (ends.length > 0 && ends[ends.length - 1] === from) ends.pop();
      else starts.push(from);
      ends.push(year.ends[i] as number);
    }
  }
  return { starts, ends };
}

function indexByDay(from: Instant, to: Instant, ends: Float64Array): Int32Array {
  const index = new Int32Array(Math.ceil((to - from) / DAY) + 1);
  let i = 0;
  for (let k = 0; k < index.length; k++) {
    while (i < ends.length && (ends[i] as number) <= from + k * DAY) i++;
    index[k] = i;
  }
  return index;
}

function indexByTotal(totals: Float64Array, step: Millis): Int32Array {
  const count = totals.length - 1;
  const index = new Int32Array(count + 2);
  let j = 0;
  for (let k = 0; k < index.length; k++) {
    while (j < count - 1 && (totals[j + 1] as number) < k * step) j++;
    index[k] = j;
  }
  return index;
}

/** Lays compiled years, consecutive from `fromYear` on, end to end. */
export function openTableOf(fromYear: number, years: readonly CompiledYear[]): OpenTable {
  const from = (years[0] as CompiledYear).from;
  const to = (years[years.length - 1] as CompiledYear).to;
  const periods = joinPeriods(years);
  const starts = Float64Array.from(periods.starts);
  const ends = Float64Array.from(periods.ends);
  const totals = new Float64Array(starts.length + 1);
  for (let i = 0; i < starts.length; i++) {
    totals[i + 1] = (totals[i] as number) + (ends[i] as number) - (starts[i] as number);
  }
  const total = totals[starts.length] as number;
  const step = starts.length === 0 ? 1 : total / starts.length;
  const openDates = new Uint8Array(years.reduce((days, year) => days + year.openDates.length, 0));
  let offset = 0;
  for (const year of years) {
    openDates.set(year.openDates, offset);
    offset += year.openDates.length;
  }
  return {
    fromYear,
    toYear: fromYear + years.length - 1,
    from,
    to,
    count: starts.length,
    starts,
    ends,
    totals,
    total,
    byDay: indexByDay(from, to, ends),
    byTotal: indexByTotal(totals, step),
    step,
    firstDay: dayNumberOf(fromYear, 1, 1),
    openDates,
  };
}

/** The first period that ends after the instant, which lies in the table; `count` when none does. */
export function periodAfter(table: OpenTable, at: Instant): number {
  const { ends, count } = table;
  let i = table.byDay[Math.floor((at - table.from) / DAY)] as number;
  while (i < count && (ends[i] as number) <= at) i++;
  return i;
}

/** Open milliseconds from the table's start to the instant, which lies in the table. */
export function openBefore(table: OpenTable, at: Instant): Millis {
  const i = periodAfter(table, at);
  if (i === table.count) return table.total;
  const start = table.starts[i] as number;
  return (table.totals[i] as number) + (at > start ? at - start : 0);
}

/** The earliest instant with that much open time before it, for `0 < total <= table.total`. */
export function earliestWith(table: OpenTable, total: Millis): Instant {
  const { totals } = table;
  let j = table.byTotal[Math.floor(total / table.step)] as number;
  while ((totals[j + 1] as number) < total) j++;
  while ((totals[j] as number) >= total) j--;
  return (table.starts[j] as number) + total - (totals[j] as number);
}

/** The latest instant with that much open time before it, for `0 <= total < table.total`. */
export function latestWith(table: OpenTable, total: Millis): Instant {
  const { totals } = table;
  let j = table.byTotal[Math.floor(total / table.step)] as number;
  while ((totals[j + 1] as number) <= total) j++;
  while ((totals[j] as number) > total) j--;
  return (table.starts[j] as number) + total - (totals[j] as number);
}
