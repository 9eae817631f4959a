import type { Block, Run } from "../block.ts";
import { textOf } from "../block.ts";
import type { Line } from "./lines.ts";
import { drawBlank } from "./draw-blank.ts";
import { chartHeight, drawChart } from "./draw-chart.ts";
import { drawTable } from "./draw-table.ts";
import { decorate, drawLines, element, ensure, room, setIn } from "./sheet.ts";
import type { Spot } from "./sheet.ts";
import { body, headings, ink } from "./type-setting.ts";

/** Space after a block of text, in points. */
const AFTER = 6;
const INDENT = 17;
/** Notes up to this height, in points, are not parted. */
const WHOLE = 320;
/** Terms up to this share of the column stand beside what is said of them, longer ones above it. */
const BESIDE = 0.36;

/** Draws blocks one below the other as children of an element. */
export function drawBlocks(spot: Spot, blocks: readonly Block[]): void {
  blocks.forEach((block, i) => drawBlock(spot, block, blocks.slice(i + 1)));
}

function drawBlock(spot: Spot, block: Block, after: readonly Block[]): void {
  const { sheet } = spot;
  switch (block.is) {
    case "heading":
      return drawHeading(spot, block, after);
    case "paragraph":
      drawText(spot, block.runs);
      sheet.y += AFTER;
      return;
    case "list":
      return drawList(spot, block);
    case "terms":
      return drawTerms(spot, block);
    case "table":
      drawTable(spot, block);
      sheet.y += AFTER + 4;
      return;
    case "blank":
      return drawBlank(spot, block);
    case "chart":
      return drawChart(spot, block.drawing);
    case "aside":
      return drawAside(spot, block.blocks);
  }
}

/** How many points of what follows must stand on the page of its heading: a chart, with the words before it, whole. */
function leastOf(spot: Spot, after: readonly Block[]): number {
  const { leading } = spot.column;
  const words = after.findIndex(({ is }) => is !== "paragraph");
  const chart = after[words];
  if (chart?.is === "chart")
    return chartHeight(spot, chart.drawing) + heightOf(spot, after.slice(0, words));
  const [block] = after;
  switch (block?.is) {
    case "table":
      return leading * (block.caption.length > 0 ? 6.5 : 5);
    case "heading":
      return leading * 6;
    case "aside":
      return wholeOf(spot, block.blocks);
    default:
      return leading * 3.2;
  }
}

/** The height of a note, where it can stand whole on one page; else that of its beginning. */
function wholeOf(spot: Spot, blocks: readonly Block[]): number {
  const height = heightOf(spot, blocks);
  return height < WHOLE ? height : spot.column.leading * 4;
}

/** The height of paragraphs; anything else is tall. */
function heightOf(spot: Spot, blocks: readonly Block[]): number {
  const { leading } = spot.column;
  return blocks.reduce(
    (sum, block) =>
      sum +
      (block.is === "paragraph" ? setIn(spot, block.runs, body).length * leading + AFTER : WHOLE),
    0,
  );
}

/** A paragraph's worth of lines; at least two go together on a page. */
function drawText(spot: Spot, runs: readonly Run[]): void {
  const lines = setIn(spot, runs, body);
  ensure(spot.sheet, spot.column.leading * Math.min(2, lines.length));
  element(spot, "P", (within) => drawLines(within, lines));
}

/** Chapters have their bookmark, and every heading stays with what it is the heading of. */
function drawHeading(
  spot: Spot,
  { level, id, runs }: Extract<Block, { is: "heading" }>,
  following: readonly Block[],
): void {
  const { sheet, column } = spot;
  const { size, leading, before, after } = headings[level];
  const lines = setIn(spot, runs, { size, bold: true });
  const needed = before + lines.length * leading + after + leastOf(spot, following);
  if (room(sheet) < needed) ensure(sheet, needed);
  else sheet.y += before;
  const { pdf } = sheet;
  const top = Math.max(sheet.y - 12, 0);
  if (id !== null) {
    sheet.pages.set(id, pdf.bufferedPageRange().count - 1);
    pdf.addNamedDestination(id, "XYZ", null, top, null);
  }
  if (level === 2) {
    // Where on its page a bookmark leads is newer than the library's types.
    pdf.outline.addItem(textOf(runs), { top } as object);
    decorate(sheet, (drawn) => {
      drawn.lineWidth(1.4).strokeColor(ink.accent);
      drawn
        .moveTo(column.x, sheet.y - 5)
        .lineTo(column.x + 30, sheet.y - 5)
        .stroke();
    });
  }
  element({ ...spot, column: { ...column, leading } }, `H${level}`, (one) => drawLines(one, lines));
  sheet.y += after;
}

/** The same spot with its column begun further in. */
function inside(spot: Spot, by: number): Spot {
  const { column } = spot;
  return { ...spot, column: { ...column, x: column.x + by, width: column.width - by } };
}

function drawList(spot: Spot, { ordered, items }: Extract<Block, { is: "list" }>): void {
  const { sheet, column } = spot;
  element(spot, "L", (list) => {
    items.forEach((item, i) =>
      element(list, "LI", (one) => {
        ensure(sheet, column.leading * 1.5);
        const mark = { text: ordered ? `${i + 1}.` : "•", style: "soft" } as const;
        const { y } = sheet;
        element(inside(one, 3), "Lbl", (label) => drawLines(label, setIn(label, [mark], body)));
        sheet.y = y;
        element(inside(one, INDENT), "LBody", (content) => drawItem(content, item));
      }),
    );
  });
  sheet.y += AFTER - 2;
}

/** Items stand close to one another. */
function drawItem(spot: Spot, blocks: readonly Block[]): void {
  drawBlocks(spot, blocks);
  if (blocks.at(-1)?.is === "paragraph") spot.sheet.y -= AFTER - 2.5;
}

function drawTerms(spot: Spot, { items }: Extract<Block, { is: "terms" }>): void {
  const { sheet, column } = spot;
  const terms = items.map(({ term }) => setIn(spot, term, { ...body, bold: true }));
  const widest = Math.max(0, ...terms.flat().map(widthOf));
  const beside = widest <= column.width * BESIDE;
  element(spot, "L", (list) => {
    items.forEach(({ about }, i) => {
      const lines = terms[i] ?? [];
      element(list, "LI", (item) => {
        ensure(sheet, column.leading * (beside ? 2 : lines.length + 1));
        const { y } = sheet;
        element(item, "Lbl", (label) => drawLines(label, lines));
        if (beside) sheet.y = y;
        const indent = beside ? widest + 18 : INDENT;
        element(inside(item, indent), "LBody", (content) => drawItem(content, about));
        sheet.y += 2.5;
      });
    });
  });
  sheet.y += AFTER - 2;
}

function widthOf(line: Line): number {
  const end = line.at(-1);
  return end === undefined ? 0 : end.at + end.width;
}

/** A note stands off by a line at its side, where it is all on one page. */
function drawAside(spot: Spot, blocks: readonly Block[]): void {
  const { sheet, column } = spot;
  ensure(sheet, wholeOf(inside(spot, 14), blocks));
  const { y } = sheet;
  const { page } = sheet.pdf;
  element(inside(spot, 14), "BlockQuote", (quote) => drawBlocks(quote, blocks));
  const end = sheet.y - AFTER;
  if (page === sheet.pdf.page)
    decorate(sheet, (pdf) => {
      pdf.lineWidth(2).strokeColor(ink.edge);
      pdf
        .moveTo(column.x + 2, y + 1)
        .lineTo(column.x + 2, end + 1)
        .stroke();
    });
  sheet.y += 3;
}
