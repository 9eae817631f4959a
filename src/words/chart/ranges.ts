import type { FigureMark } from "../../core/figures/mark.ts";
import { fitted } from "./drawing.ts";
import type { Drawing, Shape } from "./drawing.ts";

/** A range: half stay below `p50`, nine in ten below `p90`; of few, the values themselves. */
export interface Range {
  readonly label: string;
  readonly value: string;
  readonly points: readonly number[];
  /** What is promised, in the same unit; null: nothing, or in another. */
  readonly promised: number | null;
  readonly mark: FigureMark;
  readonly says: string;
}

export interface RangesWish {
  readonly title: string;
  readonly says: string;
  readonly ranges: readonly Range[];
  readonly promised: string;
  readonly width: number;
}

const ROW = 44;

/** Ranges on one scale: a line from the first point to the last, dots on it, and a stroke where the promise is. */
export function rangesChart({ title, says, ranges, promised, width }: RangesWish): Drawing {
  const labelled = Math.min(130, width * 0.28);
  const isNarrow = width < 440;
  const room = width - labelled - 24;
  const most = Math.max(
    1,
    ...ranges.flatMap(({ points, promised: limit }) => [...points, limit ?? 0]),
  );
  const hasPromise = ranges.some((range) => range.promised !== null);
  const top = hasPromise ? 24 : 4;
  const at = (value: number): number => labelled + 12 + (value / most) * room;
  const shapes: Shape[] = hasPromise
    ? [
        { is: "line", x1: 2, y1: 2, x2: 2, y2: 14, look: "promised" },
        { is: "text", x: 10, y: 12, text: promised, anchor: "start", voice: "soft" },
      ]
    : [];
  ranges.forEach((range, i) => {
    const y = top + i * ROW + 14;
    shapes.push(...rangeShapes(range, { y, labelled, isNarrow, most, at }));
  });
  return { width, height: top + ranges.length * ROW + 4, title, says, shapes };
}

interface RangePlace {
  readonly y: number;
  readonly labelled: number;
  readonly isNarrow: boolean;
  readonly most: number;
  readonly at: (value: number) => number;
}

function rangeShapes(range: Range, { y, labelled, isNarrow, most, at }: RangePlace): Shape[] {
  const shapes: Shape[] = [];
  const { label, value, points, mark, says: said } = range;
  shapes.push(
    {
      is: "text",
      x: 0,
      y: y + 4,
      text: fitted(label, labelled),
      anchor: "start",
      voice: "label",
    },
    { is: "line", x1: at(0), y1: y, x2: at(most), y2: y, look: "grid" },
  );
  const first = points[0];
  const last = points.at(-1);
  if (first !== undefined && last !== undefined)
    shapes.push({ is: "line", x1: at(first), y1: y, x2: at(last), y2: y, look: "strong" });
  if (range.promised !== null)
    shapes.push({
      is: "line",
      ...{ x1: at(range.promised), y1: y - 9, x2: at(range.promised), y2: y + 9 },
      look: "promised",
    });
  points.forEach((point, k) => {
    shapes.push({
      is: "dot",
      ...{
        x: at(point),
        y,
        r: k === 0 ? 6 : 4,
        look: k === 0 ? ("strong" as const) : ("plain" as const),
      },
      ...{ mark, says: said },
    });
  });
  shapes.push({
    is: "text",
    x: isNarrow ? 0 : labelled + 12,
    y: y + 22,
    text: value,
    anchor: "start",
    voice: "soft",
  });
  return shapes;
}
