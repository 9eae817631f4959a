import type { CalendarSource } from "./source.ts";
/** What is wrong with a calendar, and where: `path` leads from the source to the wrong item. */
export type CalendarProblem = { readonly path: readonly (string | number)[] } & (
  | { readonly code: "impossible-hours"; readonly hours: readonly [string, string] }
  | { readonly code: "overlapping-hours"; readonly hours: readonly [string, string]; readonly with: readonly [string, string] }
  | { readonly code: "no-such-date"; readonly date: string }
  | { readonly code: "unknown-zone"; readonly zone: string }
  | { readonly code: "unknown-statutory-table"; readonly table: string; readonly known: readonly string[] }
);
export function checkCalendar(_source: CalendarSource): CalendarProblem[] { throw new Error("being written"); }
