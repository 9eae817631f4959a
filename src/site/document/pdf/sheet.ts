import PDFDocument from "pdfkit";
import type { Run } from "../block.ts";
import { linesOf } from "./lines.ts";
import type { Line, Piece } from "./lines.ts";
import { body, faces, ink, paper } from "./type-setting.ts";
import type { Setting, Text } from "./type-setting.ts";

export type Pdf = InstanceType<typeof PDFDocument>;
export type Part = ReturnType<Pdf["struct"]>;

/** Where lines go: their left edge, their width, and the height of each, in points. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly leading: number;
}

/**
 * A PDF that is being written from its first page to its last: text is set line by line at `y`, each
 * piece within the element of the document's structure that it belongs to (PDF/UA-1, ISO 14289-1).
 */
export interface Sheet {
  readonly pdf: Pdf;
  readonly root: Part;
  y: number;
  /** Turns an address of the page into one that leads there from outside it. */
  readonly address: (to: string) => string;
  /** Ids that a link within the document may lead to. */
  readonly ids: ReadonlySet<string>;
  /** On which page each of them was drawn, from 0. */
  readonly pages: Map<string, number>;
}

/** Measures texts in the faces of a PDF, in points. */
export const measureIn =
  (pdf: Pdf) =>
  (text: string, { face, size }: Setting): number =>
    pdf.font(face).fontSize(size).widthOfString(text);

/** Registers the faces of the document. */
export function registerFaces(pdf: Pdf): void {
  for (const [name, file] of Object.entries(faces)) pdf.registerFont(name, file);
}

/** How many points are left on the page. */
export const room = ({ y }: Sheet): number => paper.height - paper.bottom - y;

/** Goes to a new page where less than these points are left; what is open goes on there. */
export function ensure(sheet: Sheet, points: number): void {
  if (room(sheet) >= points) return;
  sheet.pdf.continueOnNewPage();
  sheet.y = paper.top;
}

/** Where something is drawn: on which sheet, within which element of its structure, in which column. */
export interface Spot {
  readonly sheet: Sheet;
  readonly part: Part;
  readonly column: Column;
}

/** Runs set in lines for a column. */
export function setIn(
  { sheet, column }: Pick<Spot, "sheet" | "column">,
  runs: readonly Run[],
  text: Text,
): Line[] {
  return linesOf(runs, { ...text, width: column.width }, measureIn(sheet.pdf));
}

/** What is only to be seen, such as a line: not read aloud. */
export function decorate(
  sheet: Sheet,
  draw: (pdf: Pdf) => void,
  type: "Layout" | "Pagination" = "Layout",
): void {
  const { pdf } = sheet;
  pdf.markContent("Artifact", { type });
  pdf.save();
  draw(pdf);
  pdf.restore();
  pdf.endMarkedContent();
}

/** An element of the structure below that of a spot, ended when what draws it has. */
export function element(spot: Spot, tag: string, draw: (within: Spot) => void): void {
  const part = spot.sheet.pdf.struct(tag);
  spot.part.add(part);
  draw({ ...spot, part });
  part.end();
}

/** Draws lines as the content of an element, from `sheet.y` down; a page that is full is followed by another. */
export function drawLines(spot: Spot, lines: readonly Line[]): void {
  const { sheet, column } = spot;
  const writer = openContent(spot);
  for (const line of lines) {
    ensure(sheet, column.leading);
    const base = sheet.y + column.leading * 0.74;
    for (const piece of line) writer.write(piece, column.x + piece.at, base);
    sheet.y += column.leading;
  }
  writer.close();
}

/** Writes pieces into an element; those that lead somewhere become links of their own within it. */
export function openContent(spot: Spot) {
  const { sheet, part } = spot;
  const { pdf } = sheet;
  let open: {
    readonly content: ReturnType<Pdf["markStructureContent"]>;
    lang?: string | undefined;
  } | null = null;
  const close = (): void => {
    if (open === null) return;
    pdf.endMarkedContent();
    part.add(open.content);
    open = null;
  };
  const write = (piece: Piece, x: number, base: number): void => {
    const to = piece.to === undefined ? null : targetOf(sheet, piece.to);
    if (to === null) {
      if (open !== null && open.lang !== piece.lang) close();
      open ??= { content: pdf.markStructureContent("P", languageOf(piece.lang)), lang: piece.lang };
      show(pdf, piece, { x, base });
      return;
    }
    close();
    element(spot, "Link", ({ part: link }) => {
      const content = pdf.markStructureContent("Link");
      show(pdf, piece, { x, base });
      pdf.endMarkedContent();
      link.add(content);
      const height = piece.setting.size * 1.2;
      // What an annotation may belong to and be called is newer than the library's types.
      const options = { structParent: link, Contents: new String(piece.text) } as object;
      if (to.startsWith("#"))
        pdf.goTo(x, base - height, piece.width, height * 1.2, to.slice(1), options);
      else pdf.link(x, base - height, piece.width, height * 1.2, to, options);
    });
  };
  return { write, close };
}

function languageOf(lang: string | undefined): { lang?: string } {
  return lang === undefined ? {} : { lang };
}

function targetOf({ address, ids }: Sheet, to: string): string | null {
  if (to.startsWith("#")) return ids.has(to.slice(1)) ? to : null;
  return address(to);
}

function show(pdf: Pdf, { text, setting }: Piece, { x, base }: { x: number; base: number }): void {
  pdf
    .font(setting.face)
    .fontSize(setting.size)
    .fillColor(setting.colour)
    .text(text, x, base, { lineBreak: false, baseline: "alphabetic" });
}

/** The whole width of the page between its margins. */
export const column: Column = {
  x: paper.left,
  width: paper.width - paper.left - paper.right,
  leading: body.leading,
};

/** A thin line across a column. */
export function rule(
  sheet: Sheet,
  { x, width }: Pick<Column, "x" | "width">,
  colour: string = ink.line,
): void {
  const { y } = sheet;
  decorate(sheet, (pdf) => {
    pdf
      .lineWidth(0.6)
      .strokeColor(colour)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
  });
}
