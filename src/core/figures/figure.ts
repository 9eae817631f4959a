/** What a figure is counted in. */
export type Unit = "promises" | "tickets" | "minutes-of-service" | "answers";

/** A figure as the board defines it; its words are in the catalogue of figures, under the same id. */
export interface Figure {
  readonly id: string;
  readonly unit: Unit;
  /** Whether it stands for the period, or for the moment at which it is asked. */
  readonly of: "period" | "now";
  /** Which filters narrow it. */
  readonly filters: readonly ("severity" | "level")[];
}

const both = ["severity", "level"] as const;

/** Every figure of the board, in the order in which it is shown. */
export const figures = [
  { id: "at-risk", unit: "tickets", of: "now", filters: both },
  { id: "forecast", unit: "promises", of: "now", filters: both },
  { id: "compliance", unit: "promises", of: "period", filters: both },
  { id: "first-contact", unit: "minutes-of-service", of: "period", filters: both },
  { id: "backlog-age", unit: "tickets", of: "now", filters: both },
  { id: "arrivals", unit: "tickets", of: "period", filters: both },
  { id: "time-with-level", unit: "minutes-of-service", of: "period", filters: ["severity"] },
  { id: "reopened", unit: "tickets", of: "period", filters: both },
  { id: "satisfaction", unit: "answers", of: "period", filters: both },
] as const satisfies readonly Figure[];

/** A figure's name. */
export type FigureId = (typeof figures)[number]["id"];

/** The names of all figures. */
export const figureIds = figures.map(({ id }) => id) as [FigureId, ...FigureId[]];
