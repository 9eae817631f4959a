import type { FigureMark } from "../../core/figures/mark.ts";
import type { Drawing, Shape } from "./drawing.ts";

/** A column: a share of what was promised, parted in kept and missed. */
export interface Column {
  readonly label: string;
  /** Under the label: its n. */
  readonly under: string;
  /** From 0 to 1; null: nothing fell due. */
  readonly kept: number | null;
  readonly value: string;
  readonly marks: { readonly kept: FigureMark; readonly missed: FigureMark };
  readonly says: { readonly kept: string; readonly missed: string };
}

export interface ColumnsWish {
  readonly title: string;
  readonly says: string;
  /** What the line at the top says: all that was promised. */
  readonly promised: string;
  readonly columns: readonly Column[];
  readonly width: number;
}

const TOP = 26;
const TALL = 150;
const FOOT = 40;

/** Columns of shares from 0 to all, each parted in kept and missed, under the line of what was promised. */
export function columnsChart({ title, says, promised, columns, width }: ColumnsWish): Drawing {
  const step = width / Math.max(1, columns.length);
  const wide = Math.min(54, step * 0.7);
  const foot = TOP + TALL;
  const every = Math.ceil(46 / step);
  const shapes: Shape[] = [
    { is: "line", x1: 0, y1: foot, x2: width, y2: foot, look: "grid" },
    { is: "line", x1: 0, y1: TOP + TALL / 2, x2: width, y2: TOP + TALL / 2, look: "grid" },
  ];
  columns.forEach((column, i) => {
    const x = step * i + (step - wide) / 2;
    const isSaid = every === 1 || (columns.length - 1 - i) % every === 0;
    shapes.push(...columnShapes(column, { x, wide, isSaid }));
  });
  shapes.push(
    { is: "line", x1: 0, y1: TOP, x2: width, y2: TOP, look: "promised" },
    { is: "text", x: 0, y: TOP - 10, text: promised, anchor: "start", voice: "soft" },
  );
  return { width, height: foot + FOOT, title, says, shapes };
}

function columnShapes(
  { label, under, kept, value, marks, says }: Column,
  { x, wide, isSaid }: { readonly x: number; readonly wide: number; readonly isSaid: boolean },
): Shape[] {
  const foot = TOP + TALL;
  const middle = x + wide / 2;
  const said: Shape[] = isSaid
    ? [
        { is: "text", x: middle, y: foot + 16, text: label, anchor: "middle", voice: "label" },
        { is: "text", x: middle, y: foot + 31, text: under, anchor: "middle", voice: "soft" },
      ]
    : [];
  if (kept === null) return said;
  const tall = kept * TALL;
  const shapes: Shape[] = [];
  if (tall > 0)
    shapes.push({
      is: "rect",
      ...{ x, y: foot - tall, width: wide, height: tall, look: "kept" as const },
      ...{ mark: marks.kept, says: says.kept },
    });
  if (kept < 1)
    shapes.push({
      is: "rect",
      ...{ x, y: TOP, width: wide, height: TALL - tall, look: "missed" as const },
      ...{ mark: marks.missed, says: says.missed },
    });
  const text: Shape = {
    is: "text",
    x: middle,
    y: foot - 7,
    text: value,
    anchor: "middle",
    voice: "on-heat",
  };
  return [...shapes, ...(isSaid && wide > 36 && tall > 22 ? [text] : []), ...said];
}
