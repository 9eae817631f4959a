import { Link, useSearch } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import { figures } from "../../core/figures/figure.ts";
import { turns } from "../../core/figures/measure.ts";
import { boardWords } from "../../words/figures/board.ts";
import { figureWords } from "../../words/figures/definitions.ts";
import { sayWeek } from "../../words/figures/week.ts";
import type { MarkSearch } from "../api/board.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { OwnDrafts, useOwnDrafts } from "../compose/use-compositions.ts";
import { QueueRow } from "../queue/row.tsx";
import "../ui/board.css";
import { Icon } from "../ui/icons.tsx";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { Definition } from "./definition.tsx";
import { useMarked } from "./use-board.ts";

/** The tickets that a mark of the board counts. */
export function MarkedPage() {
  const { language, words } = useWords();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/tablero/lista" });
  const say = boardWords[language];
  const drafts = useOwnDrafts();
  const list = useMarked(desk.id, search);
  const tickets = list.data?.pages.flatMap((page) => page.tickets) ?? [];
  const { semanas, hasta, severidad, nivel } = search;
  return (
    <div className="page board marked">
      <Link
        className="back"
        to="/d/$desk/tablero"
        params={{ desk: desk.id }}
        search={{ semanas, hasta, severidad, nivel }}
      >
        <Icon name="back" /> {say.back}
      </Link>
      <Heading search={search} />
      <Said search={search} />
      {list.isPending ? <Loading /> : null}
      {list.isError && tickets.length === 0 ? (
        <LoadFailed error={list.error} retry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && tickets.length === 0 ? <Empty>{say.listNone}</Empty> : null}
      <OwnDrafts value={drafts}>
        <ul className="marked-list">
          {tickets.map((row) => (
            <li key={row.folio}>
              <Link
                to="/d/$desk/t/$folio"
                params={{ desk: desk.id, folio: row.folio }}
                search={{ view: "open" }}
              >
                <QueueRow row={row} />
              </Link>
            </li>
          ))}
        </ul>
      </OwnDrafts>
      {list.hasNextPage ? (
        <Button
          className="button quiet more"
          aria-disabled={list.isFetchingNextPage}
          onPress={() => void list.fetchNextPage({ cancelRefetch: false })}
        >
          {list.isFetchingNextPage ? words.queue.loadingMore : words.queue.more}
        </Button>
      ) : null}
    </div>
  );
}

function Heading({ search }: { readonly search: MarkSearch }) {
  const { language } = useWords();
  const say = boardWords[language];
  const figure = figures.find(({ id }) => id === search["figure"])?.id;
  return (
    <header className="marked-head">
      <h2>
        {figure === undefined
          ? say.title
          : say.listTitle(
              figureWords[language][figure].title,
              say.parts[search["part"] ?? "all"] ?? "",
            )}
      </h2>
      {figure === undefined ? null : <Definition figure={figure} />}
    </header>
  );
}

/** What narrows the list, in words. */
function Said({ search }: { readonly search: MarkSearch }) {
  const { language, text } = useWords();
  const { desk, severity, level } = useDesk();
  const say = boardWords[language];
  const clock = desk.clocks.find(({ id }) => id === search["clock"]);
  const turn = turns.find((one) => one === search["turn"]);
  const { week, age, weekday, hour } = search;
  const said = [
    clock === undefined ? undefined : text(clock.label),
    week === undefined ? undefined : `${say.week} ${sayWeek(week, language)}`,
    search["severity"] === undefined ? undefined : severity(search["severity"]),
    search["level"] === undefined ? undefined : level(search["level"]),
    age === undefined ? undefined : say.ages[Number(age)],
    turn === undefined ? undefined : say.turns[turn],
    weekday === undefined ? undefined : say.weekdays[Number(weekday) - 1],
    hour === undefined ? undefined : `${hour} h`,
  ].filter((one) => one !== undefined);
  return said.length === 0 ? null : <p className="soft">{said.join(" · ")}</p>;
}
