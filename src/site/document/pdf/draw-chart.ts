import type { Drawing, Look, Shape, Voice } from "../../../words/chart/drawing.ts";
import { ensure } from "./sheet.ts";
import type { Pdf, Spot } from "./sheet.ts";
import { ink } from "./type-setting.ts";

/** Inks of a chart: what is missed is hatched too, so that it is told in black and white. */
const fills: Readonly<Record<Look, string>> = {
  kept: "#1f6b45",
  missed: "#fbeae8",
  waiting: "#eceff6",
  solved: "#e6f3ea",
  plain: ink.accent,
  strong: ink.accent,
  grid: ink.line,
  promised: ink.text,
  "heat-0": "#f8f7f3",
  "heat-1": "#d9e6e7",
  "heat-2": "#b0cccf",
  "heat-3": "#3a797f",
  "heat-4": ink.accent,
};

const edges: Readonly<Partial<Record<Look, string>>> = {
  missed: "#a52a20",
  waiting: "#4f5b78",
  solved: "#1f6b45",
};

const voices: Readonly<Record<Voice, string>> = {
  label: ink.text,
  value: ink.text,
  soft: ink.soft,
  "on-heat": "#ffffff",
};

const scaleOf = ({ column }: Spot, { width }: Drawing): number => Math.min(1, column.width / width);

/** How many points a chart takes of a page. */
export function chartHeight(spot: Spot, drawing: Drawing): number {
  return drawing.height * scaleOf(spot, drawing) + 8;
}

/** Draws a chart as a figure of the structure, with what it says in words as its alternative (PDF/UA-1 §7.3). */
export function drawChart(spot: Spot, drawing: Drawing): void {
  const { sheet, column } = spot;
  const scale = scaleOf(spot, drawing);
  const tall = drawing.height * scale;
  ensure(sheet, chartHeight(spot, drawing));
  const { pdf } = sheet;
  const top = sheet.y;
  const bbox = [column.x, top, column.x + drawing.width * scale, top + tall];
  // The library writes the box; its types do not list it yet.
  const figure = pdf.struct("Figure", { alt: drawing.says, bbox } as { alt: string });
  spot.part.add(figure);
  const content = pdf.markStructureContent("Figure");
  pdf.save();
  pdf.translate(column.x, top).scale(scale);
  for (const shape of drawing.shapes) drawShape(pdf, shape);
  pdf.restore();
  pdf.endMarkedContent();
  figure.add(content);
  figure.end();
  sheet.y = top + tall + 10;
}

function drawShape(pdf: Pdf, shape: Shape): void {
  switch (shape.is) {
    case "text":
      return drawText(pdf, shape);
    case "line": {
      const { x1, y1, x2, y2, look } = shape;
      pdf.lineWidth(look === "grid" ? 0.6 : 1.4).strokeColor(fills[look]);
      if (look === "promised") pdf.dash(5, { space: 3 });
      pdf.moveTo(x1, y1).lineTo(x2, y2).stroke();
      pdf.undash();
      return;
    }
    case "rect": {
      const { x, y, width, height, look } = shape;
      pdf.rect(x, y, width, height).fillColor(fills[look]).fill();
      if (look === "missed") hatch(pdf, shape);
      const edge = edges[look];
      if (edge !== undefined)
        pdf.lineWidth(0.8).rect(x, y, width, height).strokeColor(edge).stroke();
      return;
    }
    case "dot":
      pdf.circle(shape.x, shape.y, shape.r).fillColor(fills[shape.look]).fill();
  }
}

function hatch(pdf: Pdf, { x, y, width, height }: Extract<Shape, { is: "rect" }>): void {
  pdf.save();
  pdf.rect(x, y, width, height).clip();
  pdf.lineWidth(1.2).strokeColor(edges.missed ?? ink.text);
  for (let at = x - height; at < x + width; at += 5)
    pdf
      .moveTo(at, y + height)
      .lineTo(at + height, y)
      .stroke();
  pdf.restore();
}

function drawText(pdf: Pdf, { x, y, text, anchor, voice }: Extract<Shape, { is: "text" }>): void {
  pdf.font("regular").fontSize(10.5).fillColor(voices[voice]);
  const wide = pdf.widthOfString(text);
  const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
  pdf.text(text, left, y, { lineBreak: false, baseline: "alphabetic" });
}
