import type { Block, Run } from "../block.ts";
import { textOf } from "../block.ts";
import type { Line } from "./lines.ts";
import { drawTable } from "./draw-table.ts";
import { decorate, drawLines, element, ensure, room, setIn } from "./sheet.ts";
import type { Column, Part, Sheet } from "./sheet.ts";
import { body, headings, ink } from "./type-setting.ts";

/** Space after a block of text, in points. */
const AFTER = 6;
const INDENT = 17;
/** Terms up to this share of the column stand beside what is said of them, longer ones above it. */
const BESIDE = 0.36;

/** Draws blocks one below the other as children of an element. */
export function drawBlocks(
  sheet: Sheet,
  part: Part,
  blocks: readonly Block[],
  column: Column,
): void {
  for (const block of blocks) drawBlock(sheet, part, block, column);
}

function drawBlock(sheet: Sheet, part: Part, block: Block, column: Column): void {
  switch (block.is) {
    case "heading":
      return drawHeading(sheet, part, block, column);
    case "paragraph":
      drawText(sheet, { part, tag: "P", runs: block.runs }, column);
      sheet.y += AFTER;
      return;
    case "list":
      return drawList(sheet, part, block, column);
    case "terms":
      return drawTerms(sheet, part, block, column);
    case "table":
      drawTable(sheet, part, block, column);
      sheet.y += AFTER + 4;
      return;
    case "aside":
      return drawAside(sheet, part, block.blocks, column);
  }
}

/** A paragraph's worth of lines; at least two go together on a page. */
function drawText(
  sheet: Sheet,
  { part, tag, runs }: { readonly part: Part; readonly tag: string; readonly runs: readonly Run[] },
  column: Column,
): void {
  const lines = setIn(sheet, runs, column, body);
  ensure(sheet, column.leading * Math.min(2, lines.length));
  element(sheet, part, tag, (one) => drawLines(sheet, one, lines, column));
}

/** Top chapters have their bookmark, and every heading stays with what it is the heading of. */
export function drawHeading(
  sheet: Sheet,
  part: Part,
  { level, id, runs }: Extract<Block, { is: "heading" }>,
  column: Column,
): void {
  const { size, leading, before, after } = headings[level];
  const lines = setIn(sheet, runs, column, { size, bold: true });
  const needed = before + lines.length * leading + after + body.leading * (level === 2 ? 5 : 3.2);
  if (room(sheet) < needed) ensure(sheet, needed);
  else sheet.y += before;
  const { pdf } = sheet;
  if (id !== null) {
    sheet.pages.set(id, pdf.bufferedPageRange().count - 1);
    pdf.addNamedDestination(id, "XYZ", null, Math.max(sheet.y - 12, 0), null);
  }
  if (level === 2) {
    pdf.outline.addItem(textOf(runs), { top: Math.max(sheet.y - 12, 0) } as object);
    decorate(sheet, (drawn) => {
      drawn.lineWidth(1.4).strokeColor(ink.accent);
      drawn
        .moveTo(column.x, sheet.y - 5)
        .lineTo(column.x + 30, sheet.y - 5)
        .stroke();
    });
  }
  element(sheet, part, `H${level}`, (one) => drawLines(sheet, one, lines, { ...column, leading }));
  sheet.y += after;
}

function drawList(
  sheet: Sheet,
  part: Part,
  { ordered, items }: Extract<Block, { is: "list" }>,
  column: Column,
): void {
  const inner = { ...column, x: column.x + INDENT, width: column.width - INDENT };
  element(sheet, part, "L", (list) => {
    items.forEach((item, i) =>
      element(sheet, list, "LI", (one) => {
        ensure(sheet, column.leading * 1.5);
        const mark = { text: ordered ? `${i + 1}.` : "•", style: "soft" } as const;
        const { y } = sheet;
        element(sheet, one, "Lbl", (label) =>
          drawLines(sheet, label, setIn(sheet, [mark], column, body), {
            ...column,
            x: column.x + 3,
          }),
        );
        sheet.y = y;
        element(sheet, one, "LBody", (content) => drawItem(sheet, content, item, inner));
      }),
    );
  });
  sheet.y += AFTER - 2;
}

/** Items stand close to one another. */
function drawItem(sheet: Sheet, part: Part, blocks: readonly Block[], column: Column): void {
  drawBlocks(sheet, part, blocks, column);
  if (blocks.at(-1)?.is === "paragraph") sheet.y -= AFTER - 2.5;
}

function drawTerms(
  sheet: Sheet,
  part: Part,
  { items }: Extract<Block, { is: "terms" }>,
  column: Column,
): void {
  const terms = items.map(({ term }) => setIn(sheet, term, column, { ...body, bold: true }));
  const widest = Math.max(0, ...terms.flat().map(widthOf));
  const beside = widest <= column.width * BESIDE;
  const indent = beside ? widest + 18 : INDENT;
  const inner = { ...column, x: column.x + indent, width: column.width - indent };
  element(sheet, part, "L", (list) => {
    items.forEach(({ about }, i) => {
      const lines = terms[i] ?? [];
      element(sheet, list, "LI", (item) => {
        ensure(sheet, column.leading * (beside ? 2 : lines.length + 1));
        const { y } = sheet;
        element(sheet, item, "Lbl", (label) => drawLines(sheet, label, lines, column));
        if (beside) sheet.y = y;
        element(sheet, item, "LBody", (content) => drawItem(sheet, content, about, inner));
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

/** A note stands off by a line at its side. */
function drawAside(sheet: Sheet, part: Part, blocks: readonly Block[], column: Column): void {
  const inner = { ...column, x: column.x + 14, width: column.width - 14 };
  ensure(sheet, column.leading * 2);
  const from = { y: sheet.y, page: sheet.pdf.page };
  element(sheet, part, "BlockQuote", (quote) => drawBlocks(sheet, quote, blocks, inner));
  const to = sheet.y - AFTER;
  const top = from.page === sheet.pdf.page ? from.y : Math.min(from.y, sheet.y);
  if (from.page === sheet.pdf.page)
    decorate(sheet, (pdf) => {
      pdf.lineWidth(2).strokeColor(ink.edge);
      pdf
        .moveTo(column.x + 2, top + 1)
        .lineTo(column.x + 2, to + 1)
        .stroke();
    });
  sheet.y += 3;
}
