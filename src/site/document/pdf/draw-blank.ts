import type { Block } from "../block.ts";
import { decorate, drawLines, element, ensure, setIn } from "./sheet.ts";
import type { Spot } from "./sheet.ts";
import { body, ink } from "./type-setting.ts";

/** Height of a line to write on by hand, and the side of a box to be marked, in points. */
const LINE = 26;
const MARK = 9;

/** Draws a place to write by hand: its label is text, the boxes are for the eye. */
export function drawBlank(
  spot: Spot,
  { label, hint, lines, options }: Extract<Block, { is: "blank" }>,
): void {
  const { sheet, column } = spot;
  const said = setIn(spot, [{ text: label, style: "strong" }], body);
  const helped = hint === "" ? [] : setIn(spot, [{ text: hint, style: "soft" }], { size: 8.6 });
  const text = (said.length + helped.length + options.length * 1.2) * column.leading;
  ensure(sheet, text + lines * LINE + 14);
  element(spot, "P", (within) => drawLines(within, [...said, ...helped]));
  for (const option of options) drawMark(spot, option);
  if (lines > 0) {
    sheet.y += 3;
    const { y } = sheet;
    decorate(sheet, (pdf) => {
      pdf.lineWidth(0.8).strokeColor(ink.edge);
      pdf.rect(column.x, y, column.width, lines * LINE).stroke();
      pdf.lineWidth(0.4).strokeColor(ink.line);
      for (let line = 1; line < lines; line += 1)
        pdf
          .moveTo(column.x + 6, y + line * LINE)
          .lineTo(column.x + column.width - 6, y + line * LINE)
          .stroke();
    });
    sheet.y += lines * LINE;
  }
  sheet.y += 10;
}

function drawMark(spot: Spot, option: string): void {
  const { sheet, column } = spot;
  const { y } = sheet;
  decorate(sheet, (pdf) => {
    pdf.lineWidth(0.8).strokeColor(ink.edge);
    pdf.rect(column.x + 2, y + 2.5, MARK, MARK).stroke();
  });
  const inner = { ...spot, column: { ...column, x: column.x + 20, width: column.width - 20 } };
  const lines = setIn(inner, [{ text: option, style: "plain" }], body);
  element(inner, "P", (within) => drawLines(within, lines));
  sheet.y += 3;
}
