import { Link } from "@tanstack/react-router";
import type { TrackerPage, TrackerRow } from "../../contract/tracker.ts";
import { headOf } from "../../words/tracker/cells.ts";
import { sayShortMoment } from "../../words/short.ts";
import { trackerWords } from "../../words/workspace/tracker.ts";
import { useDesk } from "../app/desk.tsx";
import type { News } from "./news.ts";
import { useWords } from "../app/language.tsx";

type Column = TrackerPage["columns"][number];

interface Listing {
  readonly columns: readonly Column[];
  readonly rows: readonly TrackerRow[];
  readonly categories: TrackerPage["categories"];
  readonly news: News;
}

/** The tracker's rows in the manual's columns; the folio opens the ticket. */
export function TrackerTable({ columns, rows, categories, news }: Listing) {
  const { language } = useWords();
  const say = trackerWords[language];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls by itself must be reached by keyboard (WCAG 2.1.1)
    <section className="tracker-scroll" aria-label={say.columns} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {headOf(column, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.folio} className={news.added.has(row.folio) ? "is-new" : ""}>
              {columns.map((column) => (
                <td
                  key={column}
                  className={`is-${column}${news.changed.get(row.folio)?.has(column) === true ? " is-changed" : ""}`}
                >
                  <Cell column={column} row={row} categories={categories} />
                  {column === columns[0] && news.added.has(row.folio) ? (
                    <b className="tag is-news">{say.isNew}</b>
                  ) : null}
                  {news.changed.get(row.folio)?.has(column) === true ? (
                    <b className="tag is-news">{say.isChanged}</b>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface One {
  readonly column: Column;
  readonly row: TrackerRow;
  readonly categories: TrackerPage["categories"];
}

function Cell({ column, row, categories }: One) {
  const { text } = useWords();
  const { desk, place, severity, level, state } = useDesk();
  const cell = row.cells[column] ?? null;
  if (cell === null || cell === "") return <span className="soft">—</span>;
  if (typeof cell === "number") return sayShortMoment(cell - (cell % 60_000), place);
  if (column === "folio")
    return (
      <Link
        to="/d/$desk/t/$folio"
        params={{ desk: desk.id, folio: row.folio }}
        search={{ view: "open" }}
      >
        {cell}
      </Link>
    );
  if (column === "severity") return severity(cell);
  if (column === "level") return level(cell);
  if (column === "state") return state(cell);
  if (column !== "category") return cell;
  const known = categories.find(({ id }) => id === cell);
  return known === undefined ? cell : text(known.label);
}
