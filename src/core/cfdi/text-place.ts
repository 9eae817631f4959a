import type { TextPlace } from "./xml-element.ts";

/** The offsets at which the lines of a text begin; a line ends at \n, \r\n or \r. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  const end = /\r\n|\r|\n/gu;
  while (end.exec(text) !== null) starts.push(end.lastIndex);
  return starts;
}

/** The line and column, from 1, of an offset; the line is searched in half and half again. */
export function placeIn(starts: readonly number[], offset: number): TextPlace {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
