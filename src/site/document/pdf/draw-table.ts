import type { Block, Row, Run } from "../block.ts";
import type { Line } from "./lines.ts";
import { decorate, drawLines, element, measureIn, room, rule, setIn } from "./sheet.ts";
import type { Sheet, Spot } from "./sheet.ts";
import { ink, paper, settingOf } from "./type-setting.ts";

type Table = Extract<Block, { is: "table" }>;

const GAP = 12;
const PAD = 3.5;
const SIZE = 9.4;
const LEADING = 12.8;

/** Draws a table by its columns; its heads stand again at the top of each page that it goes on to, and no row is parted. */
export function drawTable(spot: Spot, table: Table): void {
  const { sheet } = spot;
  const column = { ...spot.column, leading: LEADING };
  const widths = widthsOf(sheet, table, column.width);
  element({ ...spot, column }, "Table", (whole) => {
    if (table.caption.length > 0) {
      const lines = setIn(whole, soft(table.caption), { size: SIZE });
      makeRoom(sheet, LEADING * (lines.length + 5));
      element(whole, "Caption", (one) => drawLines(one, lines));
      sheet.y += 2;
    }
    const heads = cellsOf(whole, { row: table.heads.map(soft), widths, bold: true });
    const first = table.rows[0] ?? [];
    const least = heightOf(cellsOf(whole, { row: first, widths, bold: false }));
    makeRoom(sheet, heightOf(heads) + least);
    drawRow(whole, { cells: heads, widths, scope: "Column" });
    rule(sheet, column, ink.edge);
    for (const row of table.rows) {
      const cells = cellsOf(whole, { row, widths, bold: false });
      if (room(sheet) < Math.min(heightOf(cells), 400)) {
        makeRoom(sheet, paper.height);
        repeatHeads(whole, heads, widths);
      }
      drawRow(whole, { cells, widths, scope: "Row" });
      rule(sheet, column);
    }
  });
}

function makeRoom(sheet: Sheet, points: number): void {
  if (room(sheet) >= points) return;
  sheet.pdf.continueOnNewPage();
  sheet.y = paper.top;
}

const soft = (runs: readonly Run[]): Run[] =>
  runs.map((run) => (run.style === "plain" ? { ...run, style: "soft" } : run));

function cellsOf(
  { sheet, column }: Spot,
  { row, widths, bold }: { row: Row; widths: readonly number[]; bold: boolean },
): Line[][] {
  return row.map((runs, i) =>
    setIn({ sheet, column: { ...column, width: widths[i] ?? 0 } }, runs, { size: SIZE, bold }),
  );
}

const heightOf = (cells: readonly (readonly Line[])[]): number =>
  Math.max(1, ...cells.map((lines) => lines.length)) * LEADING + PAD * 2;

interface RowLayout {
  readonly cells: readonly (readonly Line[])[];
  readonly widths: readonly number[];
  readonly scope: "Column" | "Row";
}

function drawRow(spot: Spot, { cells, widths, scope }: RowLayout): void {
  const { sheet, column } = spot;
  const top = sheet.y + PAD;
  const bottom = sheet.y + heightOf(cells);
  element(spot, "TR", (row) => {
    let { x } = column;
    cells.forEach((lines, i) => {
      const isHead = scope === "Column" || i === 0;
      const width = widths[i] ?? 0;
      // The scope of a head is newer than the library's types.
      const part = sheet.pdf.struct(isHead ? "TH" : "TD", (isHead ? { scope } : {}) as object);
      row.part.add(part);
      sheet.y = top;
      drawLines({ sheet, part, column: { ...column, x, width } }, lines);
      part.end();
      x += width + GAP;
    });
  });
  sheet.y = Math.max(bottom, sheet.y);
}

/** On a page that a table goes on to, its heads are for the eye alone: the structure has them once. */
function repeatHeads(
  { sheet, column }: Spot,
  heads: readonly (readonly Line[])[],
  widths: readonly number[],
): void {
  const { y } = sheet;
  decorate(
    sheet,
    (pdf) => {
      let { x } = column;
      heads.forEach((lines, i) => {
        lines.forEach((line, n) => {
          for (const { text, setting, at } of line)
            pdf
              .font(setting.face)
              .fontSize(setting.size)
              .fillColor(setting.colour)
              .text(text, x + at, y + PAD + LEADING * (n + 0.74), {
                lineBreak: false,
                baseline: "alphabetic",
              });
        });
        x += (widths[i] ?? 0) + GAP;
      });
    },
    "Pagination",
  );
  sheet.y = y + heightOf(heads);
  rule(sheet, column, ink.edge);
}

/** As browsers do it: each column at least its longest word, and the rest shared by what each could use. */
function widthsOf(sheet: Sheet, { heads, rows }: Table, whole: number): number[] {
  const measure = measureIn(sheet.pdf);
  const all = [heads, ...rows];
  const free = whole - GAP * (heads.length - 1);
  const wanted = heads.map((_, i) => {
    const widths = all.map((row, at) => {
      const runs = row[i] ?? [];
      const of = (run: Run, text: string): number =>
        measure(text, settingOf(run, { size: SIZE, bold: at === 0 }));
      return {
        least: Math.max(
          0,
          ...runs.flatMap((run) => run.text.split(/\s/u).map((word) => of(run, word))),
        ),
        most: runs.reduce((sum, run) => sum + of(run, run.text), 0),
      };
    });
    return {
      least: Math.min(Math.max(...widths.map(({ least }) => least)) + 1, free / 2),
      most: Math.max(...widths.map(({ most }) => most)) + 2,
    };
  });
  const [least, most] = [sum(wanted.map((one) => one.least)), sum(wanted.map((one) => one.most))];
  if (most <= free) return wanted.map((one) => one.most + (free - most) * (one.most / most));
  if (least >= free) return wanted.map((one) => (one.least * free) / least);
  return wanted.map(
    (one) => one.least + ((free - least) * (one.most - one.least)) / (most - least),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
