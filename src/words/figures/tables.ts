import type { Board } from "../../core/figures/board.ts";
import { complianceBy, shareKept } from "../../core/figures/compliance.ts";
import type { FigureId } from "../../core/figures/figure.ts";
import type { FigureMark } from "../../core/figures/mark.ts";
import { turns } from "../../core/figures/measure.ts";
import { few } from "../../core/figures/percentile.ts";
import type { Spread } from "../../core/figures/percentile.ts";
import { weeksOf } from "../../core/figures/period.ts";
import type { Language } from "../../core/policy/text.ts";
import { sayTerm } from "../durations.ts";
import { boardWords } from "./board.ts";
import { nameOf, sayMinutes, saySatisfaction, sayShare } from "./say.ts";
import { sayWeek } from "./week.ts";

/** A cell: what it says, what stands under it, and where it leads. */
export interface TableCell {
  readonly text: string;
  readonly under?: string;
  readonly mark?: FigureMark;
  /** Whether all that was promised was kept. */
  readonly tone?: "kept" | "missed";
}

/** A table of a figure: the first cell of each row is its heading. */
export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

type Narrowed = Pick<FigureMark, "severity" | "level">;

function narrowed({ filter }: Board): Narrowed {
  const { severity, level } = filter;
  return { ...(severity === null ? {} : { severity }), ...(level === null ? {} : { level }) };
}

/** The tables of a figure, each with all that its chart shows; none where there is nothing. */
export function tablesOf(figure: FigureId, board: Board, language: Language): Table[] {
  switch (figure) {
    case "at-risk":
      return [riskTable(board, language)];
    case "forecast":
      return [forecastTable(board, language)];
    case "compliance":
      return complianceTables(board, language);
    case "first-contact":
      return contactTable(board, language);
    case "backlog-age":
      return agesTable(board, language);
    case "arrivals":
      return arrivalsTable(board, language);
    case "time-with-level":
      return levelsTable(board, language);
    case "reopened":
      return [reopenedTable(board, language)];
    case "satisfaction":
      return [satisfactionTable(board, language)];
  }
}

function riskTable(board: Board, language: Language): Table {
  const words = boardWords[language];
  const all = ["late", "soon", "today", "unassigned"] as const;
  return {
    caption: words.now,
    head: all.map((part) => words.parts[part] ?? part),
    rows: [
      all.map((part) => ({
        text: String(board.atRisk[part]),
        mark: { ...narrowed(board), figure: "at-risk", part },
      })),
    ],
  };
}

function forecastTable(board: Board, language: Language): Table {
  const words = boardWords[language];
  const { forecast } = board;
  const mark: FigureMark = { ...narrowed(board), figure: "forecast", part: "due" };
  const { due } = forecast;
  return {
    caption: words.parts["due"] ?? "",
    head: [words.parts["due"] ?? "", "p10", "p50", "p90"],
    rows: [
      [
        { text: String(due), mark },
        ...(forecast.known
          ? [forecast.low, forecast.likely, forecast.high].map((n) => ({ text: String(n) }))
          : [{ text: "—" }, { text: "—" }, { text: "—" }]),
      ],
    ],
  };
}

/** The forecast in one or two sentences. */
export function sayForecast({ forecast }: Board, language: Language): string[] {
  const words = boardWords[language].forecast;
  if (forecast.due === 0) return [words.none];
  if (!forecast.known) return [words.unknown(forecast.due, forecast.days)];
  const { due, likely, low, high, days } = forecast;
  return [likely === 0 ? words.all(due) : words.some(due, likely), words.between(low, high, days)];
}

function complianceTables(board: Board, language: Language): Table[] {
  if (board.compliance.cells.length === 0) return [];
  const words = boardWords[language];
  const hasLevels = new Set(board.compliance.cells.map(({ level }) => level)).size > 1;
  return [
    complianceTable(
      board,
      language,
      "severity",
      `${words.clock} × ${words.severity.toLowerCase()}`,
    ),
    ...(hasLevels
      ? [complianceTable(board, language, "level", `${words.clock} × ${words.level.toLowerCase()}`)]
      : []),
  ];
}

/* oxlint-disable-next-line max-params -- the board, its language, what parts the rows and what the table is called */
function complianceTable(
  board: Board,
  language: Language,
  facet: "severity" | "level",
  caption: string,
): Table {
  const words = boardWords[language];
  const weeks = weeksOf(board.period);
  const cells = complianceBy(board.compliance.cells, ["clock", facet, "week"]);
  const totals = complianceBy(board.compliance.cells, ["clock", facet]);
  const order = (facet === "severity" ? board.severities : board.levels).map(({ id }) => id);
  const clocks = board.clocks.map(({ id }) => id);
  const sorted = totals.toSorted(
    (a, b) =>
      clocks.indexOf(a.of.clock ?? "") - clocks.indexOf(b.of.clock ?? "") ||
      order.indexOf(a.of[facet] ?? "") - order.indexOf(b.of[facet] ?? ""),
  );
  const rows = sorted.map((total): TableCell[] => {
    const { clock = "" } = total.of;
    const own = total.of[facet] ?? "";
    const of: Narrowed & { clock: string } = { ...narrowed(board), clock, [facet]: own };
    const names = facet === "severity" ? board.severities : board.levels;
    const said =
      facet === "severity"
        ? words.promises(sayPromise(board, { clock, severity: own }, language))
        : "";
    return [
      {
        text: `${nameOf(board.clocks, clock, language)} · ${nameOf(names, own, language)}`,
        ...(said === "" ? {} : { under: said }),
      },
      ...weeks.map((week) => {
        const cell = cells.find(
          (one) => one.of.clock === clock && one.of[facet] === own && one.of.week === week,
        );
        return shareCell(cell ?? { kept: 0, missed: 0 }, { of: { ...of, week }, language });
      }),
      shareCell(total, { of, language }),
    ];
  });
  const head = [words.clock, ...weeks.map((week) => sayWeek(week, language)), words.total];
  return { caption, head, rows };
}

/** What the manual in force promises in a severity, in words. */
export function sayPromise(
  { clocks }: Board,
  { clock, severity }: { readonly clock: string; readonly severity: string },
  language: Language,
): string {
  const within = clocks.find(({ id }) => id === clock)?.within ?? {};
  const term = within[severity] ?? within["*"];
  return term === undefined ? boardWords[language].noPromise : sayTerm(term, language);
}

function shareCell(
  counts: { readonly kept: number; readonly missed: number },
  { of, language }: { readonly of: Partial<FigureMark>; readonly language: Language },
): TableCell {
  const n = counts.kept + counts.missed;
  if (n === 0) return { text: "" };
  const part = counts.missed > 0 ? "missed" : "all";
  return {
    text: sayShare(shareKept(counts), language),
    under: boardWords[language].n(n),
    mark: { ...of, figure: "compliance", part },
    tone: counts.missed > 0 ? "missed" : "kept",
  };
}

function spreadCells(spread: Spread): TableCell[] {
  if ("values" in spread)
    return [{ text: spread.values.map(sayMinutes).join(", ") }, { text: "—" }, { text: "—" }];
  return [spread.p50, spread.p90, spread.p95].map((minutes) => ({ text: sayMinutes(minutes) }));
}

function contactTable(board: Board, language: Language): Table[] {
  const { all } = board.contact;
  if (all.n === 0) return [];
  const order = board.severities.map(({ id }) => id);
  const bySeverity = board.contact.bySeverity.toSorted(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity),
  );
  const words = boardWords[language];
  const figure = "first-contact" as const;
  const row = (label: string, spread: Spread, of: Narrowed): TableCell[] => [
    { text: label },
    ...spreadCells(spread),
    { text: String(spread.n), mark: { ...of, figure, part: "all" } },
  ];
  return [
    {
      caption: words.time,
      head: [words.severity, "p50", "p90", "p95", "n"],
      rows: [
        ...bySeverity.map(({ severity, spread }) =>
          row(nameOf(board.severities, severity, language), spread, {
            ...narrowed(board),
            severity,
          }),
        ),
        row(words.total, all, narrowed(board)),
      ],
    },
  ];
}

function agesTable(board: Board, language: Language): Table[] {
  if (board.ages.length === 0) return [];
  const words = boardWords[language];
  return [
    {
      caption: words.tickets,
      head: [words.age, ...turns.map((turn) => words.turns[turn]), words.total],
      rows: words.ages.map((label, age) => {
        const own = board.ages.filter((cell) => cell.age === age);
        const mark: FigureMark = { ...narrowed(board), figure: "backlog-age", part: "all", age };
        return [
          { text: label },
          ...turns.map((turn) =>
            countCell(own.find((cell) => cell.turn === turn)?.n ?? 0, { ...mark, turn }),
          ),
          countCell(
            own.reduce((sum, { n }) => sum + n, 0),
            mark,
          ),
        ];
      }),
    },
  ];
}

function countCell(n: number, mark: FigureMark): TableCell {
  return n === 0 ? { text: "0" } : { text: String(n), mark };
}

function arrivalsTable(board: Board, language: Language): Table[] {
  const { cells } = board.arrivals;
  if (cells.length === 0) return [];
  const words = boardWords[language];
  const hours = [...new Set(cells.map(({ hour }) => hour))].toSorted((a, b) => a - b);
  const base = { ...narrowed(board), figure: "arrivals" as const, part: "all" };
  return [
    {
      caption: words.tickets,
      head: [words.weekday, ...hours.map((hour) => `${hour} h`), words.total],
      rows: words.weekdays.map((day, i) => {
        const weekday = i + 1;
        const own = cells.filter((cell) => cell.weekday === weekday);
        return [
          { text: day },
          ...hours.map((hour) =>
            countCell(own.find((cell) => cell.hour === hour)?.n ?? 0, { ...base, weekday, hour }),
          ),
          countCell(
            own.reduce((sum, { n }) => sum + n, 0),
            { ...base, weekday },
          ),
        ];
      }),
    },
  ];
}

function levelsTable(board: Board, language: Language): Table[] {
  if (board.levelTimes.length === 0) return [];
  const words = boardWords[language];
  return [
    {
      caption: words.time,
      head: [words.level, "p50", "p90", "p95", "n"],
      rows: board.levelTimes.map(({ level, spread }) => [
        { text: nameOf(board.levels, level, language) },
        ...spreadCells(spread),
        {
          text: String(spread.n),
          mark: { ...narrowed(board), figure: "time-with-level", part: "all", level },
        },
      ]),
    },
  ];
}

function reopenedTable(board: Board, language: Language): Table {
  const words = boardWords[language];
  const { solved, reopened } = board.reopened;
  const mark = (part: string): FigureMark => ({ ...narrowed(board), figure: "reopened", part });
  return {
    caption: words.tickets,
    head: [words.parts["solved"] ?? "", words.parts["reopened"] ?? ""],
    rows: [[countCell(solved, mark("solved")), countCell(reopened, mark("reopened"))]],
  };
}

function satisfactionTable(board: Board, language: Language): Table {
  const words = boardWords[language];
  const { asked, good, bad } = board.satisfaction;
  const counts = { asked, good, bad, unanswered: asked - good - bad };
  const all = ["asked", "good", "bad", "unanswered"] as const;
  const n = good + bad;
  return {
    caption:
      n > 0 && n < few ? words.satisfaction.few : saySatisfaction(board.satisfaction, language),
    head: all.map((part) => words.parts[part] ?? part),
    rows: [
      all.map((part) =>
        countCell(counts[part], { ...narrowed(board), figure: "satisfaction", part }),
      ),
    ],
  };
}
