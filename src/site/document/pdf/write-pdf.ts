import PDFDocument from "pdfkit";
import type { Language } from "../../../core/policy/text.ts";
import type { Instant } from "../../../core/time/instant.ts";
import { textOf } from "../block.ts";
import type { Block } from "../block.ts";
import { drawBlocks } from "./draw-block.ts";
import { column, decorate, element, openContent, registerFaces, setIn } from "./sheet.ts";
import type { Pdf, Sheet, Spot } from "./sheet.ts";
import { body, ink, paper } from "./type-setting.ts";

/** A document as it goes on paper. */
export interface Paper {
  readonly title: string;
  /** Whose it is, and which edition: what stands at the head of each page. */
  readonly owner: string;
  readonly edition: string;
  readonly language: Language;
  /** The instant that it is dated: the PDF knows no other, so that the same document is the same bytes. */
  readonly at: Instant;
  /** What goes before the contents, and the chapters after. */
  readonly front: readonly Block[];
  readonly chapters: readonly Block[];
  /** The title of the contents; null: it is short, and has none. */
  readonly contents: string | null;
  readonly pageOf: (page: number, pages: number) => string;
  /** Turns an address of the page ("/d/x/ayuda") into one that leads there from paper. */
  readonly address: (to: string) => string;
}

type Heading = Extract<Block, { is: "heading" }>;

/**
 * The document as a tagged PDF (PDF/UA-1 with PDF 1.7): title, language, headings, lists, tables with
 * their heads, links, bookmarks, contents and page numbers; fonts are embedded. The same document is
 * the same bytes, whenever and wherever it is written.
 */
export function writePdf(paperwork: Paper): Promise<Uint8Array> {
  const pdf = newPdf(paperwork);
  const written = collected(pdf);
  const { front, chapters, address } = paperwork;
  const heads = chapters.filter((one): one is Heading => one.is === "heading");
  const ids = new Set(heads.flatMap(({ id }) => (id === null ? [] : [id])));
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const sheet: Sheet = { pdf, root, y: paper.top + 40, address, ids, pages: new Map() };
  masthead(sheet);
  const spot = { sheet, part: root, column };
  drawBlocks(spot, front);
  const { contents: title } = paperwork;
  const among = heads.filter(({ level }) => level === 2);
  const contents = title === null ? () => {} : reserveContents(sheet, title, among);
  if (title !== null) {
    pdf.continueOnNewPage();
    sheet.y = paper.top;
  }
  drawBlocks(spot, chapters);
  contents();
  pageMarks(sheet, paperwork);
  root.end();
  pdf.end();
  return written;
}

function newPdf({ title, owner, language, at }: Paper): Pdf {
  const date = new Date(at);
  const pdf = new PDFDocument({
    size: [paper.width, paper.height],
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pdfVersion: "1.7",
    // The library writes this subset; its types do not list it yet.
    subset: "PDF/UA" as "PDF/A-3",
    tagged: true,
    displayTitle: true,
    lang: language === "es" ? "es-MX" : "en",
    bufferPages: true,
    font: null as unknown as string,
    info: {
      Title: `${title} · ${owner}`,
      Author: owner,
      Creator: "Plazo",
      Producer: "Plazo",
      CreationDate: date,
      ModDate: date,
    },
  });
  registerFaces(pdf);
  return pdf;
}

function collected(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on("error", reject);
  });
}

/** The ruler of a desk's hours, as it stands at the head of its pages. */
function masthead(sheet: Sheet): void {
  decorate(sheet, (pdf) => {
    const top = paper.top;
    pdf.lineWidth(0.7).strokeColor(ink.edge);
    pdf
      .moveTo(column.x, top)
      .lineTo(column.x + column.width, top)
      .stroke();
    for (let i = 0; i * 8 <= column.width; i++) {
      const tall = i % 6 === 0;
      pdf.strokeColor(tall ? ink.edge : ink.line);
      pdf
        .moveTo(column.x + i * 8, top)
        .lineTo(column.x + i * 8, top + (tall ? 9 : 5))
        .stroke();
    }
  });
}

const LINE = 18;

/** Keeps place for the contents, whose page numbers are known once the chapters are set. */
function reserveContents(sheet: Sheet, contents: string, heads: readonly Heading[]): () => void {
  const { pdf, root } = sheet;
  const title = {
    is: "heading",
    level: 2,
    id: null,
    runs: [{ text: contents, style: "plain" }],
  } as const;
  drawBlocks({ sheet, part: root, column }, [title]);
  const toc = pdf.struct("TOC");
  root.add(toc);
  const places = heads.map((head) => {
    if (sheet.y + LINE > paper.height - paper.bottom) {
      pdf.continueOnNewPage();
      sheet.y = paper.top;
    }
    const place = { head, page: pdf.bufferedPageRange().count - 1, y: sheet.y };
    sheet.y += LINE;
    return place;
  });
  return () => {
    for (const { head, page, y } of places) {
      pdf.switchToPage(page);
      sheet.y = y;
      element({ sheet, part: toc, column }, "TOCI", (item) => contentsLine(item, head));
    }
    toc.end();
  };
}

function contentsLine(spot: Spot, head: Heading): void {
  const { sheet } = spot;
  const to = `#${head.id ?? ""}`;
  const base = sheet.y + LINE * 0.7;
  const name = setIn(spot, [{ text: textOf(head.runs), style: "plain", to }], body)[0] ?? [];
  const number = {
    text: String((sheet.pages.get(head.id ?? "") ?? 0) + 1),
    style: "plain",
    to,
  } as const;
  const [shown] = setIn(spot, [number], body)[0] ?? [];
  const end = name.at(-1);
  if (end === undefined || shown === undefined) return;
  const writer = openContent(spot);
  for (const piece of name) writer.write(piece, column.x + piece.at, base);
  const right = column.x + column.width - shown.width;
  writer.write(shown, right, base);
  writer.close();
  decorate(sheet, (pdf) => {
    pdf.lineWidth(0.6).strokeColor(ink.line).dash(0.6, { space: 3 });
    pdf
      .moveTo(column.x + end.at + end.width + 6, base - 1)
      .lineTo(right - 6, base - 1)
      .stroke();
  });
}

/** The head and foot of every page but the first. */
function pageMarks(sheet: Sheet, { owner, title, edition, pageOf }: Paper): void {
  const { pdf } = sheet;
  const { count } = pdf.bufferedPageRange();
  const put = (text: string, y: number, right: boolean): void => {
    pdf.font("regular").fontSize(8.5).fillColor(ink.soft);
    const x = right ? column.x + column.width - pdf.widthOfString(text) : column.x;
    pdf.text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
  };
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    decorate(
      sheet,
      () => {
        put(pageOf(page + 1, count), paper.height - 40, true);
        put(edition, paper.height - 40, false);
        if (page === 0) return;
        put(owner, 48, false);
        put(title, 48, true);
        pdf.lineWidth(0.5).strokeColor(ink.line);
        pdf
          .moveTo(column.x, 56)
          .lineTo(column.x + column.width, 56)
          .stroke();
      },
      "Pagination",
    );
  }
}
