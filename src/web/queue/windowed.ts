/** Where the rows of a list stand: the top of each in pixels, and after the last of them the height of all. */
export type Tops = readonly number[];

/** The height of a row in pixels, by what it shows. */
export interface RowHeights {
  readonly plain: number;
  /** One that says that it is in trouble has a line more. */
  readonly troubled: number;
}

/** The tops of rows, one under the other. */
export function topsOf(rows: readonly { readonly troubled: boolean }[], heights: RowHeights): Tops {
  const tops = [0];
  let top = 0;
  for (const { troubled } of rows) {
    top += troubled ? heights.troubled : heights.plain;
    tops.push(top);
  }
  return tops;
}

/** The place of the row that stands at a height; of one above or below all, the first or the last. */
export function rowAtHeight(tops: Tops, height: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What of a list is seen, in pixels. */
export interface Seen {
  readonly top: number;
  readonly height: number;
}

/** The rows of a list that are drawn: the first, and the one after the last. */
export interface Drawn {
  readonly from: number;
  readonly to: number;
}

/** So many rows are drawn above and below those that are seen; in steps of as many what is drawn changes. */
const BEYOND = 4;

/** The rows that are drawn where `seen` is seen: those, and some above and below, so that scrolling a little draws nothing. */
export function drawnOf(tops: Tops, { top, height }: Seen): Drawn {
  const count = tops.length - 1;
  const first = rowAtHeight(tops, top);
  const last = rowAtHeight(tops, top + height);
  return {
    from: Math.max(0, (Math.floor(first / BEYOND) - 1) * BEYOND),
    to: Math.min(count, (Math.floor(last / BEYOND) + 2) * BEYOND),
  };
}

/** How far a list is scrolled so that a row is seen whole: as it is where that is so already. */
export function scrolledTo(tops: Tops, at: number, { top, height }: Seen): number {
  const from = tops[at] ?? 0;
  const to = tops[at + 1] ?? from;
  if (from < top) return from;
  return to > top + height ? to - height : top;
}

/** The keys that lead from one row to another, by their names. */
export function rowOfKey(
  key: string,
  { at, count, page }: { readonly at: number; readonly count: number; readonly page: number },
): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, to));
}
