import { markParameters } from "../../core/figures/mark.ts";
import type { FigureMark } from "../../core/figures/mark.ts";
import { lengths } from "../../core/figures/period.ts";
import { isCivilDate } from "../../core/time/civil.ts";
import type { BoardSearch, MarkSearch } from "../api/board.ts";

type Written = Readonly<Record<string, unknown>>;

function textOf(written: Written, name: string): string | undefined {
  const value = written[name];
  return typeof value === "string" && value !== "" && value.length <= 80 ? value : undefined;
}

/** The board's address as it can be meant: whatever it cannot mean is left out. */
export function readBoardSearch(written: Written): BoardSearch {
  const weeks = textOf(written, "semanas");
  const until = textOf(written, "hasta");
  return {
    ...(lengths.some((length) => String(length) === weeks) ? { semanas: weeks } : {}),
    ...(until !== undefined && isCivilDate(until) ? { hasta: until } : {}),
    severidad: textOf(written, "severidad"),
    nivel: textOf(written, "nivel"),
  };
}

const markNames = [
  "figure",
  "part",
  "clock",
  "week",
  "severity",
  "level",
  "age",
  "turn",
  "weekday",
  "hour",
] as const;

/** A mark's address: the board's, and what the mark says. */
export function readMarkSearch(written: Written): MarkSearch {
  const said = markNames.map((name) => [name, textOf(written, name)] as const);
  return { ...readBoardSearch(written), ...Object.fromEntries(said) };
}

/** Where a mark leads, within the workspace. */
export function markAddress(desk: string, search: BoardSearch, mark: FigureMark): string {
  const query = new URLSearchParams(markParameters(mark));
  if (search.semanas !== undefined) query.set("semanas", search.semanas);
  if (search.hasta !== undefined) query.set("hasta", search.hasta);
  if (search.severidad !== undefined) query.set("severidad", search.severidad);
  if (search.nivel !== undefined) query.set("nivel", search.nivel);
  return `/app/d/${encodeURIComponent(desk)}/tablero/lista?${query}`;
}
