import type { FigureMark } from "../../core/figures/mark.ts";
import { escaped } from "../mail/html.ts";
import type { Drawing, Shape } from "./drawing.ts";

/** How a page draws: an id of its own, and where marks lead (null: nowhere). */
export interface SvgPlace {
  readonly id: string;
  readonly href: (mark: FigureMark) => string | null;
}

/**
 * A drawing as SVG: its colours are classes (`chart-kept`, `chart-missed`…) that the page's own style
 * gives, so that both themes and a page without inline styles have them. Every text is escaped.
 */
export function svgOf(drawing: Drawing, { id, href }: SvgPlace): string {
  const { width, height, title, says, shapes } = drawing;
  const name = escaped(id);
  return [
    `<svg class="chart" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="group" aria-labelledby="${name}-t ${name}-d">`,
    `<title id="${name}-t">${escaped(title)}</title><desc id="${name}-d">${escaped(says)}</desc>`,
    `<defs><pattern id="${name}-hatch" class="chart-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="chart-hatch-ground"/><line x1="0" y1="0" x2="0" y2="6" class="chart-hatch-line"/></pattern></defs>`,
    ...shapes.map((shape) => shapeOf(shape, { name, href })),
    "</svg>",
  ].join("");
}

function shapeOf(
  shape: Shape,
  { name, href }: { readonly name: string; readonly href: SvgPlace["href"] },
): string {
  switch (shape.is) {
    case "text": {
      const { x, y, text, anchor, voice } = shape;
      return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" class="chart-${voice}" aria-hidden="true">${escaped(text)}</text>`;
    }
    case "line": {
      const { x1, y1, x2, y2, look } = shape;
      return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="chart-line-${look}"/>`;
    }
    case "rect": {
      const { x, y, width, height, look } = shape;
      const fill = look === "missed" ? ` fill="url(#${name}-hatch)"` : "";
      const drawn = `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" class="chart-${look}"${fill}>${tip(shape.says)}</rect>`;
      return leading(drawn, shape, href);
    }
    case "dot": {
      const { x, y, r, look } = shape;
      const drawn = `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" class="chart-${look}">${tip(shape.says)}</circle>`;
      return leading(drawn, shape, href);
    }
  }
}

function tip(says: string | undefined): string {
  return says === undefined ? "" : `<title>${escaped(says)}</title>`;
}

function leading(
  drawn: string,
  { mark, says }: { readonly mark?: FigureMark; readonly says?: string },
  href: SvgPlace["href"],
): string {
  const to = mark === undefined ? null : href(mark);
  if (to === null) return drawn;
  return `<a href="${escaped(to)}" aria-label="${escaped(says ?? "")}">${drawn}</a>`;
}

/** A tenth of a pixel is enough, and shorter. */
function round(n: number): number {
  return Math.round(n * 10) / 10;
}
