import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { may } from "../../core/access/may.ts";
import type { Board } from "../../core/figures/board.ts";
import { complianceBy } from "../../core/figures/compliance.ts";
import { lengths } from "../../core/figures/period.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { addDays } from "../../core/time/civil.ts";
import { boardWords } from "../../words/figures/board.ts";
import { tellsSomething } from "../../words/figures/mail.ts";
import {
  sayKept,
  sayReopened,
  saySatisfaction,
  saySpread,
  sayShare,
  tenths,
} from "../../words/figures/say.ts";
import { saySpan } from "../../words/figures/week.ts";
import { sayShortMoment } from "../../words/short.ts";
import { reportFile } from "../api/board.ts";
import type { BoardSearch } from "../api/board.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import "../ui/board.css";
import { Picked } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { AskSetting, BadAnswers } from "./answers.tsx";
import { Figure } from "./figure.tsx";
import { WeeklyMail } from "./mail.tsx";
import { NowFigures } from "./now.tsx";
import { useBoard } from "./use-board.ts";

/** What is about to be missed, and what was kept. */
export function BoardPage() {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const search = useSearch({ from: "/d/$desk/tablero" });
  const say = boardWords[language];
  const found = useBoard(desk.id, search);
  const board = found.data;
  return (
    <div className="page board">
      <header className="board-head">
        <div>
          <h2>{say.title}</h2>
          <p className="soft">{say.lead}</p>
        </div>
        {board === undefined ? null : <Filters board={board} search={search} />}
      </header>
      {found.isPending ? <Loading /> : null}
      {found.isError && board === undefined ? (
        <LoadFailed error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {board === undefined ? null : <Figures board={board} search={search} />}
      {board !== undefined && may(roles, "board.mail") ? <WeeklyMail /> : null}
    </div>
  );
}

function Figures({ board, search }: { readonly board: Board; readonly search: BoardSearch }) {
  const { language } = useWords();
  const { roles, place } = useDesk();
  const say = boardWords[language];
  const all = complianceBy(board.compliance.cells, [])[0] ?? { kept: 0, missed: 0 };
  const arrived = board.arrivals.cells.reduce((sum, { n }) => sum + n, 0);
  const open = board.ages.reduce((sum, { n }) => sum + n, 0);
  const measured = board.measuredUpTo;
  const isBehind = measured === null || board.now - measured > 5 * 60_000;
  const hasAny = tellsSomething(board) || board.atRisk.late + board.atRisk.today > 0;
  return (
    <>
      <NowFigures board={board} search={search} />
      {hasAny ? null : <Empty>{say.empty}</Empty>}
      <div className="figures">
        <Figure
          figure="compliance"
          board={board}
          search={search}
          value={sayKept(all, language)}
          before={sayKept(board.compliance.before, language)}
          tableFirst
        />
        <Figure
          figure="first-contact"
          board={board}
          search={search}
          value={saySpread(board.contact.all, language)}
          before={saySpread(board.contact.before, language)}
        />
        <Figure figure="backlog-age" board={board} search={search} value={say.count(open)} />
        <Figure
          figure="arrivals"
          board={board}
          search={search}
          value={say.count(arrived)}
          before={say.count(board.arrivals.before)}
        />
        <Figure figure="time-with-level" board={board} search={search} />
        <Figure
          figure="reopened"
          board={board}
          search={search}
          value={sayReopened(board.reopened, language)}
          before={sayReopened(board.reopened.before, language)}
          tableFirst
        />
        <Satisfaction board={board} search={search} />
      </div>
      {may(roles, "satisfaction.look") && board.satisfaction.bad > 0 ? <BadAnswers /> : null}
      <p className="soft small">
        {isBehind ? say.measuring : say.measured(sayShortMoment(minuteOf(board.now), place))}{" "}
        <Link to="/d/$desk/tablero/definiciones" params={{ desk: board.desk.id }}>
          {say.definitions}
        </Link>
      </p>
    </>
  );
}

const minuteOf = (at: Instant): Instant => at - (at % MINUTE);

function Satisfaction({ board, search }: { readonly board: Board; readonly search: BoardSearch }) {
  const { language } = useWords();
  const { roles } = useDesk();
  const say = boardWords[language].satisfaction;
  const { asked, good, bad, on, before } = board.satisfaction;
  const answers = good + bad;
  const isAsked = on || asked > 0;
  return (
    <Figure
      figure="satisfaction"
      board={board}
      search={search}
      {...(isAsked ? { value: saySatisfaction(board.satisfaction, language) } : {})}
      {...(isAsked ? { before: saySatisfaction(before, language) } : {})}
    >
      {isAsked ? (
        <p className="small">
          «{say.question}»{" "}
          {say.answered(answers, asked, sayShare(tenths(answers, asked), language))}
        </p>
      ) : (
        <p className="soft small">{say.off}</p>
      )}
      {may(roles, "satisfaction.set") ? <AskSetting /> : null}
    </Figure>
  );
}

const ANY = "*";

function Filters({ board, search }: { readonly board: Board; readonly search: BoardSearch }) {
  const { language, text } = useWords();
  const navigate = useNavigate();
  const say = boardWords[language];
  const go = (changes: BoardSearch): void =>
    void navigate({
      to: "/d/$desk/tablero",
      params: { desk: board.desk.id },
      search: { ...search, ...changes },
    });
  const chosen = (id: string): string | undefined => (id === ANY || id === "" ? undefined : id);
  const { period } = board;
  return (
    <div className="board-filters">
      <Span board={board} search={search} />
      <Picked
        name="semanas"
        label={say.weeks.label}
        value={String(period.weeks)}
        onChange={(semanas) => go({ semanas })}
        options={lengths.map((n) => ({ id: String(n), label: say.weeks.of(n) }))}
      />
      <Picked
        name="severidad"
        label={say.severity}
        value={search.severidad ?? ANY}
        onChange={(id) => go({ severidad: chosen(id) })}
        options={[
          { id: ANY, label: say.every },
          ...board.severities.map(({ id, label }) => ({ id, label: text(label) })),
        ]}
      />
      {board.levels.length < 2 ? null : (
        <Picked
          name="nivel"
          label={say.level}
          value={search.nivel ?? ANY}
          onChange={(id) => go({ nivel: chosen(id) })}
          options={[
            { id: ANY, label: say.everyLevel },
            ...board.levels.map(({ id, label }) => ({ id, label: text(label) })),
          ]}
        />
      )}
      <a className="button" href={reportFile(board.desk.id, search, language)} download>
        <Icon name="archive" /> {say.pdf}
      </a>
    </div>
  );
}

/** Which weeks, and the way to those before and after. */
function Span({ board, search }: { readonly board: Board; readonly search: BoardSearch }) {
  const { language } = useWords();
  const say = boardWords[language];
  const { period, before } = board;
  return (
    <div className="board-span">
      <Link
        className="button quiet"
        to="/d/$desk/tablero"
        params={{ desk: board.desk.id }}
        search={{ ...search, hasta: before.to }}
        aria-label={say.span(before.from, before.to)}
      >
        ←
      </Link>
      <span>{saySpan(period.from, period.to, language)}</span>
      <Link
        className="button quiet"
        to="/d/$desk/tablero"
        params={{ desk: board.desk.id }}
        search={{ ...search, hasta: addDays(period.to, 7 * period.weeks) }}
        aria-label={say.span(addDays(period.to, 1), addDays(period.to, 7 * period.weeks))}
      >
        →
      </Link>
    </div>
  );
}
