import type { Board } from "../../core/figures/board.ts";
import { shareKept } from "../../core/figures/compliance.ts";
import type { FigureId } from "../../core/figures/figure.ts";
import type { Language } from "../../core/policy/text.ts";
import { csvLine, csvStart } from "../csv.ts";
import { boardWords } from "./board.ts";
import { nameOf } from "./say.ts";
import { tablesOf } from "./tables.ts";

/** A figure as a CSV file (RFC 4180): compliance one line for each cell with its counts, the rest as its table. */
export function csvOf(figure: FigureId, board: Board, language: Language): string {
  const lines =
    figure === "compliance"
      ? complianceLines(board, language)
      : tableLines(figure, board, language);
  return csvStart + lines.map((line) => csvLine(line)).join("");
}

function complianceLines(board: Board, language: Language): string[][] {
  const words = boardWords[language];
  const head = [words.clock, words.severity, words.level, words.week];
  return [
    [...head, words.parts["kept"] ?? "", words.parts["missed"] ?? "", "n", `${words.share} (%)`],
    ...board.compliance.cells.map(({ clock, severity, level, week, kept, missed }) => [
      nameOf(board.clocks, clock, language),
      nameOf(board.severities, severity, language),
      nameOf(board.levels, level, language),
      week,
      String(kept),
      String(missed),
      String(kept + missed),
      String(shareKept({ kept, missed }) ?? ""),
    ]),
  ];
}

function tableLines(figure: FigureId, board: Board, language: Language): string[][] {
  return tablesOf(figure, board, language).flatMap(({ head, rows }) => [
    [...head],
    ...rows.map((row) => row.map(({ text }) => text)),
  ]);
}
