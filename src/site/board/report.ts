import type { Board } from "../../core/figures/board.ts";
import { complianceBy } from "../../core/figures/compliance.ts";
import { figureIds } from "../../core/figures/figure.ts";
import type { FigureId } from "../../core/figures/figure.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import { sayDatedInstant } from "../../words/dates.ts";
import { boardWords } from "../../words/figures/board.ts";
import { chartOf } from "../../words/figures/charts.ts";
import { figureWords } from "../../words/figures/definitions.ts";
import { sayKept, sayReopened, saySatisfaction, saySpread } from "../../words/figures/say.ts";
import { sayForecast, tablesOf } from "../../words/figures/tables.ts";
import type { Table } from "../../words/figures/tables.ts";
import { saySpan } from "../../words/figures/week.ts";
import { paperWords } from "../../words/site/paper.ts";
import type { Block, Run } from "../document/block.ts";
import { writePdf } from "../document/pdf/write-pdf.ts";

/** A board as it goes on paper. */
export interface BoardPaper {
  readonly board: Board;
  readonly language: Language;
  /** The address at which the installation is reached. */
  readonly url: string;
}

/** As wide as the column of a page, in points. */
const WIDTH = 476;

/** More weeks than these do not stand beside each other on paper: their sums do. */
const MOST_COLUMNS = 8;

/** The report of a period as a tagged PDF: each figure with its chart, its table and its definition. */
export function boardPdf({ board, language, url }: BoardPaper): Promise<Uint8Array> {
  const words = boardWords[language];
  const place = { zone: board.zone, language };
  const name = inLanguage(board.desk.label, language);
  const span = saySpan(board.period.from, board.period.to, language);
  return writePdf({
    title: `${words.title}: ${span}`,
    owner: name,
    edition: sayDatedInstant(board.now, place),
    language,
    at: board.now,
    front: [],
    chapters: [
      heading(1, words.title),
      paragraph(name, "soft"),
      paragraph(span, "strong"),
      ...figureIds.flatMap((figure) => figureBlocks(figure, board, language)),
    ],
    contents: null,
    pageOf: paperWords[language].pageOf,
    address: (to) => new URL(to, url).href,
  });
}

function figureBlocks(figure: FigureId, board: Board, language: Language): Block[] {
  const words = boardWords[language];
  const { title, says, counts } = figureWords[language][figure];
  const { now, before } = summaryOf(figure, board, language);
  const drawing = chartOf(figure, board, { language, width: WIDTH });
  const tables = tablesOf(figure, board, language);
  return [
    heading(2, title),
    paragraph(says, "soft"),
    ...now.map((line) => paragraph(line, "strong")),
    ...(before === null ? [] : [paragraph(words.before(before), "soft")]),
    ...(drawing === null ? [] : [{ is: "chart", drawing } as const]),
    ...(tables.length === 0 ? [paragraph(words.none, "plain")] : tables.map(tableBlock)),
    paragraph(`${words.counts}: ${counts}`, "soft"),
  ];
}

/** What a figure comes to, in lines, and what it was in the period before. */
function summaryOf(
  figure: FigureId,
  board: Board,
  language: Language,
): { readonly now: readonly string[]; readonly before: string | null } {
  const words = boardWords[language];
  const { compliance, contact, arrivals, reopened, satisfaction } = board;
  switch (figure) {
    case "forecast":
      return { now: sayForecast(board, language), before: null };
    case "compliance": {
      const all = complianceBy(compliance.cells, [])[0] ?? { kept: 0, missed: 0 };
      return { now: [sayKept(all, language)], before: sayKept(compliance.before, language) };
    }
    case "first-contact":
      return {
        now: [saySpread(contact.all, language)],
        before: saySpread(contact.before, language),
      };
    case "arrivals": {
      const n = arrivals.cells.reduce((sum, cell) => sum + cell.n, 0);
      return { now: [words.count(n)], before: words.count(arrivals.before) };
    }
    case "reopened":
      return {
        now: [sayReopened(reopened, language)],
        before: sayReopened(reopened.before, language),
      };
    case "satisfaction":
      return satisfaction.on || satisfaction.asked > 0
        ? {
            now: [`«${words.satisfaction.question}»`, saySatisfaction(satisfaction, language)],
            before: saySatisfaction(satisfaction.before, language),
          }
        : { now: [words.satisfaction.off], before: null };
    case "at-risk":
    case "backlog-age":
    case "time-with-level":
      return { now: [], before: null };
  }
}

function tableBlock({ caption, head, rows }: Table): Block {
  // The arrivals of each hour are in the chart: on paper their sums are enough.
  const isWide = head.length > MOST_COLUMNS + 2;
  const kept = (_: unknown, i: number): boolean => !isWide || i === 0 || i === head.length - 1;
  return {
    is: "table",
    caption: [run(caption)],
    heads: head.filter(kept).map((text) => [run(text)]),
    rows: rows.map((row) =>
      row
        .filter(kept)
        .map(({ text, under }) => [
          run(text),
          ...(under === undefined ? [] : [run(` ${whole(under)}`, "soft")]),
        ]),
    ),
  };
}

/** What is short ("n = 13") stays on one line of its narrow column. */
function whole(text: string): string {
  return text.length > 12 ? text : text.replaceAll(" ", "\u00A0");
}

function run(text: string, style: Run["style"] = "plain"): Run {
  return { text, style };
}

function heading(level: 1 | 2, text: string): Block {
  return { is: "heading", level, id: null, runs: [run(text)] };
}

function paragraph(text: string, style: Run["style"]): Block {
  return { is: "paragraph", runs: [run(text, style)] };
}
