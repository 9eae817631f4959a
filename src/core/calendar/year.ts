import type { Instant } from "../time/instant.ts";
import { dayNumberOf } from "../time/civil.ts";
import { openOn, startOfDay } from "./day.ts";
import type { DayContext } from "./day.ts";

/** One calendar year, compiled: open periods as two parallel lists, and which of its dates are open. */
export interface CompiledYear {
  readonly from: Instant;
  readonly to: Instant;
  readonly starts: readonly Instant[];
  readonly ends: readonly Instant[];
  /** By day of the year from 0; 1 on an open civil date. */
  readonly openDates: Uint8Array;
}

/** Compiles one calendar year. The zone table must cover it. */
export function compileYear(context: DayContext, year: number): CompiledYear {
  const first = dayNumberOf(year, 1, 1);
  const next = dayNumberOf(year + 1, 1, 1);
  const starts: Instant[] = [];
  const ends: Instant[] = [];
  const openDates = new Uint8Array(next - first);
  for (let day = first; day < next; day++) {
    const { open, isOpenDate } = openOn(context, day);
    if (isOpenDate) openDates[day - first] = 1;
    for (const { from, to } of open) {
      if (ends.length > 0 && ends[ends.length - 1] === from) ends[ends.length - 1] = to;
      else {
        starts.push(from);
        ends.push(to);
      }
    }
  }
  const { zone } = context;
  return { from: startOfDay(zone, first), to: startOfDay(zone, next), starts, ends, openDates };
}
