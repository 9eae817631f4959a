import { Link } from "@tanstack/react-router";
import { markParameters } from "../../core/figures/mark.ts";
import type { FigureMark } from "../../core/figures/mark.ts";
import type { Table, TableCell } from "../../words/figures/tables.ts";
import type { BoardSearch } from "../api/board.ts";

interface Tabled {
  readonly table: Table;
  readonly desk: string;
  readonly search: BoardSearch;
}

/** A figure's table: the same numbers as its chart, each of which leads to its tickets. */
export function FigureTable({ table, desk, search }: Tabled) {
  const { caption, head, rows } = table;
  return (
    <div className="figure-scroll">
      <table className="figure-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, k) => (
                <Cell
                  key={k}
                  cell={cell}
                  isHead={k === 0 && row.length > 1 && cell.mark === undefined}
                  desk={desk}
                  search={search}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Celled {
  readonly cell: TableCell;
  readonly isHead: boolean;
  readonly desk: string;
  readonly search: BoardSearch;
}

function Cell({ cell, isHead, desk, search }: Celled) {
  const { text, under, mark, tone } = cell;
  const said = (
    <>
      {mark === undefined ? (
        text
      ) : (
        <MarkLink desk={desk} search={search} mark={mark}>
          {text}
        </MarkLink>
      )}
      {under === undefined ? null : <span className="under">{under}</span>}
    </>
  );
  if (isHead) return <th scope="row">{said}</th>;
  return <td className={tone === undefined ? undefined : `is-${tone}`}>{said}</td>;
}

interface Marked {
  readonly desk: string;
  readonly search: BoardSearch;
  readonly mark: FigureMark;
  readonly className?: string;
  readonly children: React.ReactNode;
}

/** A number that leads to the tickets that it counts. */
export function MarkLink({ desk, search, mark, className, children }: Marked) {
  return (
    <Link
      to="/d/$desk/tablero/lista"
      params={{ desk }}
      search={{ ...search, ...Object.fromEntries(markParameters(mark)) }}
      className={className}
    >
      {children}
    </Link>
  );
}
