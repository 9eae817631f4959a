import type { Board } from "../../core/figures/board.ts";
import { complianceBy, shareKept } from "../../core/figures/compliance.ts";
import type { FigureId } from "../../core/figures/figure.ts";
import type { FigureMark } from "../../core/figures/mark.ts";
import { turns } from "../../core/figures/measure.ts";
import { weeksOf } from "../../core/figures/period.ts";
import type { Spread } from "../../core/figures/percentile.ts";
import type { Language } from "../../core/policy/text.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { barsChart } from "../chart/bars.ts";
import { columnsChart } from "../chart/columns.ts";
import type { Drawing, Look } from "../chart/drawing.ts";
import { heatChart } from "../chart/heat.ts";
import { rangesChart } from "../chart/ranges.ts";
import { boardWords } from "./board.ts";
import { figureWords } from "./definitions.ts";
import { nameOf, sayKept, saySatisfaction, sayShare, saySpread } from "./say.ts";
import { sayWeek } from "./week.ts";

/** How a chart is drawn: in which language, and how wide in pixels. */
export interface ChartPlace {
  readonly language: Language;
  readonly width: number;
}

/** The filter of a board, as every mark of it bears. */
function narrowed({ filter }: Board): Pick<FigureMark, "severity" | "level"> {
  const { severity, level } = filter;
  return { ...(severity === null ? {} : { severity }), ...(level === null ? {} : { level }) };
}

/** The chart of a figure; null: it has none, or nothing to draw. */
export function chartOf(figure: FigureId, board: Board, place: ChartPlace): Drawing | null {
  switch (figure) {
    case "compliance":
      return complianceChart(board, place);
    case "first-contact":
      return contactChart(board, place);
    case "backlog-age":
      return agesChart(board, place);
    case "arrivals":
      return arrivalsChart(board, place);
    case "time-with-level":
      return levelsChart(board, place);
    case "satisfaction":
      return satisfactionChart(board, place);
    case "at-risk":
    case "forecast":
    case "reopened":
      return null;
  }
}

function complianceChart(board: Board, { language, width }: ChartPlace): Drawing | null {
  const { cells } = board.compliance;
  if (cells.length === 0) return null;
  const words = boardWords[language];
  const weeks = new Map(complianceBy(cells, ["week"]).map((row) => [row.of.week, row]));
  const columns = weeksOf(board.period).map((week) => {
    const { kept, missed } = weeks.get(week) ?? { kept: 0, missed: 0 };
    const share = shareKept({ kept, missed });
    const label = sayWeek(week, language);
    const mark = (part: string): FigureMark => ({
      ...{ figure: "compliance" as const, part, week },
      ...narrowed(board),
    });
    return {
      label,
      under: words.n(kept + missed),
      kept: share === null ? null : kept / (kept + missed),
      value: sayShare(share, language),
      marks: { kept: mark("kept"), missed: mark("missed") },
      says: {
        kept: `${label}: ${words.promiseCount(kept)}, ${words.parts["kept"]?.toLowerCase()}`,
        missed: `${label}: ${words.promiseCount(missed)}, ${words.parts["missed"]?.toLowerCase()}`,
      },
    };
  });
  const { title } = figureWords[language].compliance;
  const all = complianceBy(cells, [])[0] ?? { kept: 0, missed: 0 };
  const says = `${title}: ${sayKept(all, language)}. ${columns.map(({ label, value, under }) => `${label}: ${value} (${under})`).join("; ")}.`;
  return columnsChart({ title, says, promised: words.promised, columns, width });
}

/** The points of a spread on a scale. */
function pointsOf(spread: Spread): readonly number[] {
  return "values" in spread ? spread.values : [spread.p50, spread.p90, spread.p95];
}

function contactChart(board: Board, { language, width }: ChartPlace): Drawing | null {
  const { bySeverity } = board.contact;
  if (bySeverity.length === 0) return null;
  const words = boardWords[language];
  const order = board.severities.map(({ id }) => id);
  const ranges = bySeverity
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .map(({ severity, spread }) => {
      const label = nameOf(board.severities, severity, language);
      return {
        label,
        value: saySpread(spread, language),
        points: pointsOf(spread),
        promised: promisedMinutes(board, severity),
        mark: { ...narrowed(board), figure: "first-contact" as const, part: "slowest", severity },
        says: `${label}: ${saySpread(spread, language)}`,
      };
    });
  const { title } = figureWords[language]["first-contact"];
  const says = `${title}: ${ranges.map((range) => range.says).join("; ")}.`;
  return rangesChart({ title, says, ranges, promised: words.promised, width });
}

/** What the first promise of the manual that ends with a contact promises, in minutes of service; null where it counts otherwise. */
function promisedMinutes({ clocks, contactClock }: Board, severity: string): number | null {
  const clock = clocks.find(({ id }) => id === contactClock);
  const term = clock?.within[severity] ?? clock?.within["*"];
  return term?.limit.unit === "hours" ? term.limit.ms / MINUTE : null;
}

const looks: Readonly<Record<(typeof turns)[number], Look>> = {
  desk: "plain",
  waiting: "waiting",
  solved: "solved",
};

function agesChart(board: Board, { language, width }: ChartPlace): Drawing | null {
  if (board.ages.length === 0) return null;
  const words = boardWords[language];
  const bars = words.ages.map((label, age) => {
    const own = board.ages.filter((cell) => cell.age === age);
    const n = own.reduce((all, cell) => all + cell.n, 0);
    const parts = turns.map((turn) => {
      const count = own.find((cell) => cell.turn === turn)?.n ?? 0;
      return {
        n: count,
        look: looks[turn],
        mark: { ...narrowed(board), figure: "backlog-age" as const, part: "all", age, turn },
        says: `${label} · ${words.turns[turn]}: ${words.count(count)}`,
      };
    });
    return { label, value: String(n), parts };
  });
  const { title } = figureWords[language]["backlog-age"];
  const says = `${title}: ${bars.map(({ label, value }) => `${label}: ${value}`).join("; ")}.`;
  const legend = turns.map((turn) => ({ look: looks[turn], text: words.turns[turn] }));
  return barsChart({ title, says, bars, legend, width });
}

function arrivalsChart(board: Board, { language, width }: ChartPlace): Drawing | null {
  const { cells } = board.arrivals;
  if (cells.length === 0) return null;
  const words = boardWords[language];
  const first = Math.min(8, ...cells.map(({ hour }) => hour));
  const last = Math.max(18, ...cells.map(({ hour }) => hour));
  const hours = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const drawn = words.weekdays.flatMap((day, row) =>
    hours.map((hour, column) => {
      const n = cells.find((cell) => cell.weekday === row + 1 && cell.hour === hour)?.n ?? 0;
      const mark = {
        ...narrowed(board),
        ...{ figure: "arrivals" as const, part: "all", weekday: row + 1, hour },
      };
      return { row, column, n, mark, says: `${day} ${hour} h: ${words.count(n)}` };
    }),
  );
  const total = cells.reduce((all, { n }) => all + n, 0);
  const busiest = drawn.reduce((most, cell) => (cell.n > most.n ? cell : most));
  const { title } = figureWords[language].arrivals;
  const says = `${title}: ${words.count(total)}; ${busiest.says}.`;
  const columns = hours.map(String);
  return heatChart({ title, says, rows: words.weekdays, columns, cells: drawn, width });
}

function levelsChart(board: Board, { language, width }: ChartPlace): Drawing | null {
  if (board.levelTimes.length === 0) return null;
  const ranges = board.levelTimes.map(({ level, spread }) => {
    const label = nameOf(board.levels, level, language);
    return {
      label,
      value: saySpread(spread, language),
      points: pointsOf(spread),
      promised: null,
      mark: { ...narrowed(board), figure: "time-with-level" as const, part: "all", level },
      says: `${label}: ${saySpread(spread, language)}`,
    };
  });
  const { title } = figureWords[language]["time-with-level"];
  const says = `${title}: ${ranges.map((range) => range.says).join("; ")}.`;
  return rangesChart({ title, says, ranges, promised: "", width });
}

function satisfactionChart(board: Board, { language, width }: ChartPlace): Drawing | null {
  const { good, bad, asked } = board.satisfaction;
  if (asked === 0) return null;
  const words = boardWords[language];
  const bars = (["good", "bad", "unanswered"] as const).map((part) => {
    const n = { good, bad, unanswered: asked - good - bad }[part];
    const label = words.parts[part] ?? part;
    const look: Look = part === "good" ? "kept" : part === "bad" ? "missed" : "waiting";
    const mark = { ...narrowed(board), figure: "satisfaction" as const, part };
    return { label, value: String(n), parts: [{ n, look, mark, says: `${label}: ${n}` }] };
  });
  const { title } = figureWords[language].satisfaction;
  const says = `${title}: ${saySatisfaction(board.satisfaction, language)}.`;
  return barsChart({ title, says, bars, legend: [], width });
}
