import type { FigureMark } from "../../core/figures/mark.ts";
import type { Drawing, Look, Shape } from "./drawing.ts";

export interface HeatCell {
  readonly row: number;
  readonly column: number;
  readonly n: number;
  readonly mark: FigureMark;
  readonly says: string;
}

export interface HeatWish {
  readonly title: string;
  readonly says: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly HeatCell[];
  readonly width: number;
}

const TALL = 24;

/** A table of cells, the darker the more, each with its number where there is room for it. */
export function heatChart({ title, says, rows, columns, cells, width }: HeatWish): Drawing {
  const labelled = 34;
  const wide = (width - labelled) / Math.max(1, columns.length);
  const most = Math.max(1, ...cells.map(({ n }) => n));
  const every = Math.max(1, Math.ceil(22 / wide));
  const top = 20;
  const shapes: Shape[] = columns.flatMap((text, i): Shape[] =>
    i % every === 0
      ? [
          {
            is: "text",
            x: labelled + wide * (i + 0.5),
            y: 13,
            text,
            anchor: "middle",
            voice: "soft",
          },
        ]
      : [],
  );
  rows.forEach((text, i) => {
    shapes.push({
      is: "text",
      x: 0,
      y: top + i * TALL + 16,
      text,
      anchor: "start",
      voice: "label",
    });
  });
  for (const { row, column, n, mark, says: said } of cells) {
    const x = labelled + column * wide;
    const y = top + row * TALL;
    const look = `heat-${n === 0 ? 0 : Math.min(4, Math.ceil((n / most) * 4))}` as Look;
    shapes.push({
      is: "rect",
      ...{ x: x + 1, y: y + 1, width: wide - 2, height: TALL - 2, look },
      ...(n === 0 ? {} : { mark, says: said }),
    });
    if (n > 0 && wide >= 7 * String(n).length + 3)
      shapes.push({
        is: "text",
        ...{ x: x + wide / 2, y: y + 16, text: String(n), anchor: "middle" as const },
        voice: look === "heat-3" || look === "heat-4" ? ("on-heat" as const) : ("value" as const),
      });
  }
  return { width, height: top + rows.length * TALL + 4, title, says, shapes };
}
