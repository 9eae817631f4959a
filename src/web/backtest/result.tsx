import { Link } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import type { BacktestReport } from "../../contract/backtest.ts";
import { localeOf } from "../../words/dates.ts";
import { backtestWords } from "../../words/workspace/backtest.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

/** Changed tickets that the page shows; the file has them all. */
const SHOWN = 100;

type Row = BacktestReport["rows"][number];

/** What a back-test found: sentences, each promise before and after, and the tickets that change. */
export function BacktestResult({ report }: { readonly report: BacktestReport }) {
  const { language } = useWords();
  const say = backtestWords[language];
  const { replayed, outcome, rows, changed } = report;
  const hasLevels = new Set(rows.map(({ level }) => level)).size > 1;
  return (
    <section className="result" aria-label={say.result}>
      <h3>{say.result}</h3>
      <p className="soft">{replayed}</p>
      {outcome.map((sentence) => (
        <p key={sentence}>
          <b>{sentence}</b>
        </p>
      ))}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and is read by keyboard too */}
      <section className="wide-table" aria-label={say.table} tabIndex={0}>
        <table>
          <caption>{say.table}</caption>
          <thead>
            <tr>
              <th scope="col">{say.clock}</th>
              <th scope="col">{say.severity}</th>
              {hasLevels ? <th scope="col">{say.level}</th> : null}
              <th scope="col">{say.before}</th>
              <th scope="col">{say.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ResultRow
                key={`${row.clock} ${row.severity} ${row.level}`}
                row={row}
                hasLevels={hasLevels}
              />
            ))}
          </tbody>
        </table>
      </section>
      {changed.length === 0 ? null : <ChangedTickets report={report} />}
    </section>
  );
}

function ResultRow({ row, hasLevels }: { readonly row: Row; readonly hasLevels: boolean }) {
  const { clock, clause, severity, level, before, after } = row;
  return (
    <tr>
      <th scope="row">
        {clock} {clause.length === 0 ? null : <span className="clause">{clause.join(", ")}</span>}
      </th>
      <td>{severity}</td>
      {hasLevels ? <td>{level}</td> : null}
      <td>
        <Kept counts={before} />
      </td>
      <td>
        <Kept counts={after} isWorse={after.missed > before.missed} />
      </td>
    </tr>
  );
}

interface KeptProps {
  readonly counts: Row["before"];
  readonly isWorse?: boolean;
}

/** The share that was kept, as words and as a bar of the same length in both columns. */
function Kept({ counts: { met, missed, open }, isWorse = false }: KeptProps) {
  const { language } = useWords();
  const say = backtestWords[language];
  const locale = localeOf(language);
  const number = (n: number): string => new Intl.NumberFormat(locale).format(n);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const ended = met + missed;
  const share = ended === 0 ? 0 : met / ended;
  return (
    <div className="kept">
      {ended === 0 ? null : <meter min={0} max={1} value={share} aria-hidden="true" />}
      <span>
        {ended === 0 ? say.none : say.kept(percent.format(share), number(ended))}
        {open === 0 ? "" : `, ${say.open(number(open))}`}{" "}
        {isWorse ? <span className="tag">{say.worse}</span> : null}
      </span>
    </div>
  );
}

function ChangedTickets({ report }: { readonly report: BacktestReport }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = backtestWords[language];
  const { changed, generated, csv } = report;
  return (
    <>
      <h3>{say.changed}</h3>
      <p>
        <Button
          className="button quiet"
          onPress={() => download(csv, `${desk.id}-${say.file}.csv`)}
        >
          {say.csv}
        </Button>{" "}
        {changed.length > SHOWN ? <span className="soft">{say.more(SHOWN)}</span> : null}
      </p>
      <ul className="changed-list">
        {changed.slice(0, SHOWN).map(({ folio, words, worse }) => (
          <li key={words}>
            <span className="tag">{worse ? say.worse : say.better}</span>{" "}
            {generated ? null : (
              <Link
                to="/d/$desk/t/$folio"
                params={{ desk: desk.id, folio }}
                search={{ view: "open" }}
              >
                {folio}
              </Link>
            )}{" "}
            {words.startsWith(`${folio}, `) && !generated ? words.slice(folio.length + 2) : words}
          </li>
        ))}
      </ul>
    </>
  );
}

function download(text: string, name: string): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
