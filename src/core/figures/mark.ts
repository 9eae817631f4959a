import type { CivilDate } from "../time/civil.ts";
import type { FigureId } from "./figure.ts";
import type { Turn } from "./measure.ts";

/** Which part of a figure a mark stands for, by figure. */
export const parts = {
  "at-risk": ["late", "soon", "today", "unassigned"],
  forecast: ["due"],
  compliance: ["all", "kept", "missed"],
  "first-contact": ["all", "slowest"],
  "backlog-age": ["all"],
  arrivals: ["all"],
  "time-with-level": ["all"],
  reopened: ["solved", "reopened"],
  satisfaction: ["asked", "good", "bad", "unanswered"],
} as const satisfies Readonly<Record<FigureId, readonly string[]>>;

/** Every word that names a part of a figure. */
export const partNames = [...new Set(Object.values(parts).flat())] as [string, ...string[]];

/**
 * What a mark of the board stands for: a part of a figure, narrowed by what the mark says. It leads
 * to exactly the tickets that it counts.
 */
export interface FigureMark {
  readonly figure: FigureId;
  readonly part: string;
  readonly clock?: string;
  /** A Monday. */
  readonly week?: CivilDate;
  readonly severity?: string;
  readonly level?: string;
  readonly age?: number;
  readonly turn?: Turn;
  /** Monday is 1. */
  readonly weekday?: number;
  readonly hour?: number;
}

/** Whether a part is one of the figure's. */
export function isPart(figure: FigureId, part: string): boolean {
  return (parts[figure] as readonly string[]).includes(part);
}

/** A mark as the parameters of an address, in a fixed order, without what it does not say. */
export function markParameters(mark: FigureMark): [string, string][] {
  const { figure, part, clock, week, severity, level, age, turn, weekday, hour } = mark;
  const said = { figure, part, clock, week, severity, level, age, turn, weekday, hour };
  return Object.entries(said).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
}
