import type { FigureMark } from "../../core/figures/mark.ts";
import { fitted } from "./drawing.ts";
import type { Drawing, Look, Shape } from "./drawing.ts";

/** A part of a bar. */
export interface BarPart {
  readonly n: number;
  readonly look: Look;
  readonly mark?: FigureMark;
  readonly says: string;
}

/** A bar, with what it is and what it comes to. */
export interface Bar {
  readonly label: string;
  readonly value: string;
  readonly parts: readonly BarPart[];
}

export interface BarsWish {
  readonly title: string;
  readonly says: string;
  readonly bars: readonly Bar[];
  /** What each look means; none: it needs no words. */
  readonly legend: readonly { readonly look: Look; readonly text: string }[];
  readonly width: number;
}

const ROW = 30;

/** Bars from the left, each in its parts, the longest as wide as there is room. */
export function barsChart({ title, says, bars, legend, width }: BarsWish): Drawing {
  const labelled = Math.min(150, width * 0.3);
  const valued = Math.min(150, width * 0.25);
  const room = width - labelled - valued - 16;
  const most = Math.max(1, ...bars.map(totalOf));
  const { shapes, height } = legendOf(legend, width);
  const top = height + 4;
  bars.forEach((bar, i) => {
    const y = top + i * ROW;
    shapes.push({
      is: "text",
      ...{ x: 0, y: y + 17, anchor: "start" as const, voice: "label" as const },
      text: fitted(bar.label, labelled),
    });
    let x = labelled + 8;
    for (const { n, look, mark, says: said } of bar.parts) {
      if (n <= 0) continue;
      const wide = Math.max(2, (n / most) * room);
      shapes.push({
        is: "rect",
        ...{ x, y: y + 4, width: wide, height: 18, look, says: said },
        ...(mark === undefined ? {} : { mark }),
      });
      x += wide;
    }
    shapes.push({
      is: "text",
      ...{
        x: x + 8,
        y: y + 17,
        text: bar.value,
        anchor: "start" as const,
        voice: "value" as const,
      },
    });
  });
  return { width, height: top + bars.length * ROW + 4, title, says, shapes };
}

function totalOf({ parts }: Bar): number {
  return parts.reduce((sum, { n }) => sum + n, 0);
}

/** What the looks mean, above the bars, in as many lines as it takes. */
function legendOf(
  legend: BarsWish["legend"],
  width: number,
): { readonly shapes: Shape[]; readonly height: number } {
  const shapes: Shape[] = [];
  let x = 0;
  let y = 2;
  for (const { look, text } of legend) {
    const wide = 24 + text.length * 6.6;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += 20;
    }
    shapes.push(
      { is: "rect", x, y, width: 14, height: 12, look },
      { is: "text", x: x + 20, y: y + 10, text, anchor: "start", voice: "soft" },
    );
    x += wide + 16;
  }
  return { shapes, height: legend.length === 0 ? 0 : y + 22 };
}
