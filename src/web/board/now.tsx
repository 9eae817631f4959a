import type { Board } from "../../core/figures/board.ts";
import type { FigureMark } from "../../core/figures/mark.ts";
import { boardWords } from "../../words/figures/board.ts";
import { figureWords } from "../../words/figures/definitions.ts";
import { sayForecast } from "../../words/figures/tables.ts";
import type { BoardSearch } from "../api/board.ts";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import type { IconName } from "../ui/icons.tsx";
import { useBoardNow } from "./use-board.ts";
import { Definition } from "./definition.tsx";
import { MarkLink } from "./table.tsx";

interface Shown {
  readonly board: Board;
  readonly search: BoardSearch;
}

const icons = {
  late: "late",
  soon: "near",
  today: "date",
  unassigned: "unassigned",
} as const satisfies Record<string, IconName>;

/** What stands for now: numbers at risk, each of which opens its list, and the forecast for today. */
export function NowFigures({ board: asked, search }: Shown) {
  const { data } = useBoardNow(asked.desk.id, search);
  const board = data === undefined ? asked : { ...asked, ...data };
  const { language } = useWords();
  const say = boardWords[language];
  const titles = figureWords[language];
  const { severity, level } = board.filter;
  const filter = {
    ...(severity === null ? {} : { severity }),
    ...(level === null ? {} : { level }),
  };
  const due: FigureMark = { ...filter, figure: "forecast", part: "due" };
  const [first, ...rest] = sayForecast(board, language);
  return (
    <div className="now-figures">
      <section className="figure at-risk" aria-labelledby="figure-at-risk">
        <header>
          <h3 id="figure-at-risk">{titles["at-risk"].title}</h3>
          <Definition figure="at-risk" />
        </header>
        <ul className="risks">
          {(["late", "soon", "today", "unassigned"] as const).map((part) => (
            <li key={part} className={board.atRisk[part] > 0 ? `is-${part}` : "is-none"}>
              <MarkLink
                desk={board.desk.id}
                search={search}
                mark={{ ...filter, figure: "at-risk", part }}
              >
                <strong>{board.atRisk[part]}</strong>{" "}
                <span>
                  <Icon name={icons[part]} /> {say.parts[part]}
                </span>
              </MarkLink>
            </li>
          ))}
        </ul>
      </section>
      <section className="figure forecast" aria-labelledby="figure-forecast">
        <header>
          <h3 id="figure-forecast">{titles.forecast.title}</h3>
          <Definition figure="forecast" />
        </header>
        <p className="figure-value">
          {board.forecast.due > 0 ? (
            <MarkLink desk={board.desk.id} search={search} mark={due}>
              {first}
            </MarkLink>
          ) : (
            first
          )}
        </p>
        {rest.map((line) => (
          <p key={line} className="soft small">
            {line}
          </p>
        ))}
      </section>
    </div>
  );
}
