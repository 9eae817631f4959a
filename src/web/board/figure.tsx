import type { ReactNode } from "react";
import type { Board } from "../../core/figures/board.ts";
import type { FigureId } from "../../core/figures/figure.ts";
import { boardWords } from "../../words/figures/board.ts";
import { figureWords } from "../../words/figures/definitions.ts";
import { tablesOf } from "../../words/figures/tables.ts";
import { figureFile } from "../api/board.ts";
import type { BoardSearch } from "../api/board.ts";
import { useWords } from "../app/language.tsx";
import { Chart } from "./chart.tsx";
import { Definition } from "./definition.tsx";
import { FigureTable } from "./table.tsx";

interface Shown {
  readonly figure: FigureId;
  readonly board: Board;
  readonly search: BoardSearch;
  /** What it comes to, in a line, and what it was before. */
  readonly value?: ReactNode;
  readonly before?: string;
  /** Whether its table is the figure itself, or behind its chart. */
  readonly tableFirst?: boolean;
  readonly children?: ReactNode;
}

/** A figure: what it comes to, its chart, its table, its file and its definition. */
export function Figure({
  figure,
  board,
  search,
  value,
  before,
  tableFirst = false,
  children,
}: Shown) {
  const { language } = useWords();
  const say = boardWords[language];
  const { title, says } = figureWords[language][figure];
  const tables = tablesOf(figure, board, language);
  const tabled = tables.map((table) => (
    <FigureTable key={table.caption} table={table} desk={board.desk.id} search={search} />
  ));
  return (
    <section className={`figure is-${figure}`} aria-labelledby={`figure-${figure}`}>
      <header>
        <h3 id={`figure-${figure}`}>{title}</h3>
        <Definition figure={figure} />
      </header>
      <p className="soft small">{says}</p>
      {value === undefined ? null : <p className="figure-value">{value}</p>}
      {before === undefined ? null : <p className="soft small">{say.before(before)}</p>}
      {children}
      {tables.length === 0 ? <p className="soft">{say.none}</p> : null}
      <Chart figure={figure} board={board} search={search} />
      {tableFirst ? tabled : null}
      <footer>
        {tables.length === 0 || tableFirst ? null : (
          <details>
            <summary>{say.table}</summary>
            {tabled}
          </details>
        )}
        {tables.length === 0 ? null : (
          <a
            className="figure-file"
            href={figureFile(board.desk.id, { figure, search, language })}
            download
            aria-label={`${say.csv}: ${title}`}
          >
            {say.csv}
          </a>
        )}
      </footer>
    </section>
  );
}
