import type { TimelineDay } from "./grouping.ts";

/** Lines of a timeline that are drawn with a ticket's head, and how many more each time after that. */
const FIRST = 24;
const MORE = 120;

/** How many lines of a timeline are drawn at a step: what is seen first, then so many more each time. */
export function linesAt(step: number): number {
  return step === 0 ? FIRST : FIRST + step * MORE;
}

/** The steps after the first until all of so many lines are drawn. */
export function stepsFor(lines: number): number {
  return Math.max(0, Math.ceil((lines - FIRST) / MORE));
}

/** How many lines days hold. */
export function countLines(days: readonly TimelineDay[]): number {
  return days.reduce((sum, { items }) => sum + items.length, 0);
}

/** So many lines of a timeline from the end that is seen first: its last, or its first where one column holds everything. */
export function shownOf(
  days: readonly TimelineDay[],
  lines: number,
  from: "last" | "first",
): readonly TimelineDay[] {
  let left = lines;
  const order = from === "last" ? days.toReversed() : days;
  const shown = order.flatMap(({ day, items }): TimelineDay[] => {
    if (left <= 0) return [];
    const part = from === "last" ? items.slice(-left) : items.slice(0, left);
    left -= part.length;
    return [{ day, items: part }];
  });
  return from === "last" ? shown.toReversed() : shown;
}
