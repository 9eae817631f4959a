import type { Moment, Trace } from "../../clock/trace.ts";
import type { Mark } from "../../policy/clock-rule.ts";
import type { TicketEvent } from "../event.ts";

/**
 * The trace with these marks of an event at their place: in the order of `at`, then of `seq`, so
 * that a fact that arrives late stands where it happened. The marks of one event keep their order.
 */
export function withMarks(trace: Trace, event: TicketEvent, marks: readonly Mark[]): Trace {
  if (marks.length === 0) return trace;
  const added = marks.map((mark) => ({ mark, at: event.at, seq: event.seq }));
  return { ...trace, moments: inserted(trace.moments, added) };
}

/** The trace without any moment of this mark. */
export function withoutMark(trace: Trace, mark: Mark): Trace {
  return { ...trace, moments: trace.moments.filter((moment) => moment.mark !== mark) };
}

/** Puts things with a place in time, all at one place, among others already in order. */
export function inserted<T extends { readonly at: number; readonly seq: number }>(
  sorted: readonly T[],
  added: readonly T[],
): readonly T[] {
  const first = added[0];
  if (first === undefined) return sorted;
  let place = sorted.length;
  while (place > 0 && isAfter(sorted[place - 1] as T, first)) place -= 1;
  if (place === sorted.length) return sorted.concat(added);
  return [...sorted.slice(0, place), ...added, ...sorted.slice(place)];
}

function isAfter(a: Pick<Moment, "at" | "seq">, b: Pick<Moment, "at" | "seq">): boolean {
  return a.at > b.at || (a.at === b.at && a.seq > b.seq);
}
