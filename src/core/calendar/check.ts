import { isCivilDate, WEEKDAYS } from "../time/civil.ts";
import { DAY } from "../time/instant.ts";
import { parseHours } from "./hours.ts";
import type { CalendarSource, Hours } from "./source.ts";
import { STATUTORY_TABLES } from "./statutory/tables.ts";
import { isKnownZone } from "./zone.ts";

/** The way from the source to the wrong item, such as `["weekly", "mon", 0]`. */
export type CalendarPath = readonly (string | number)[];

/** What is wrong with a calendar, and where. */
export type CalendarProblem = { readonly path: CalendarPath } & (
  | { readonly code: "impossible-hours"; readonly hours: Hours }
  | { readonly code: "overlapping-hours"; readonly hours: Hours; readonly with: Hours }
  | { readonly code: "no-such-date"; readonly date: string }
  | { readonly code: "unknown-zone"; readonly zone: string }
  | {
      readonly code: "unknown-statutory-table";
      readonly table: string;
      readonly known: readonly string[];
    }
);

/** Hours laid on a line of days, so that those of one day can meet those of the next. */
interface Placed {
  readonly path: CalendarPath;
  readonly hours: Hours;
  readonly from: number;
  readonly to: number;
}

function impossible(list: readonly Hours[], path: CalendarPath): CalendarProblem[] {
  return list.flatMap((hours, i) =>
    parseHours(hours) === null ? [{ code: "impossible-hours", path: [...path, i], hours }] : [],
  );
}

function placed(list: readonly Hours[], path: CalendarPath, day: number): Placed[] {
  return list.flatMap((hours, i) => {
    const read = parseHours(hours);
    if (read === null) return [];
    const from = day * DAY + read.from;
    const to = day * DAY + read.to + (read.to <= read.from ? DAY : 0);
    return [{ path: [...path, i], hours, from, to }];
  });
}

/** One problem for each item that begins before an earlier one has ended; `again` are items seen a second time, a week later. */
function overlapping(items: readonly Placed[], again: readonly Placed[] = []): CalendarProblem[] {
  const sorted = [...items, ...again].sort((a, b) => a.from - b.from || a.to - b.to);
  const problems: CalendarProblem[] = [];
  let widest: Placed | undefined;
  for (const item of sorted) {
    if (widest !== undefined && item.from < widest.to && !again.includes(widest)) {
      const { path, hours } = item;
      problems.push({ code: "overlapping-hours", path, hours, with: widest.hours });
    }
    if (widest === undefined || item.to > widest.to) widest = item;
  }
  return problems;
}

function checkWeekly({ weekly }: CalendarSource): CalendarProblem[] {
  const days = WEEKDAYS.map((weekday) => weekly[weekday] ?? []);
  const path = (day: number): CalendarPath => ["weekly", WEEKDAYS[day] as string];
  const items = days.flatMap((list, day) => placed(list, path(day), day));
  const nextMonday = placed(days[0] ?? [], path(0), 7);
  return [
    ...days.flatMap((list, day) => impossible(list, path(day))),
    ...overlapping(items, nextMonday),
  ];
}

function checkDate(date: string, path: CalendarPath): CalendarProblem[] {
  return isCivilDate(date) ? [] : [{ code: "no-such-date", path, date }];
}

function checkHours(list: readonly Hours[], path: CalendarPath): CalendarProblem[] {
  return [...impossible(list, path), ...overlapping(placed(list, path, 0))];
}

/**
 * Everything that is wrong with a calendar as people wrote it; an empty list when nothing is.
 * Overlaps are a mistake of the writer and refused here; the arithmetic itself counts overlapping
 * time once.
 */
export function checkCalendar(source: CalendarSource): CalendarProblem[] {
  const known = [...STATUTORY_TABLES.keys()];
  const { zone } = source;
  return [
    ...(isKnownZone(zone) ? [] : [{ code: "unknown-zone" as const, path: ["zone"], zone }]),
    ...checkWeekly(source),
    ...source.statutory.flatMap((table, i): CalendarProblem[] =>
      STATUTORY_TABLES.has(table)
        ? []
        : [{ code: "unknown-statutory-table", path: ["statutory", i], table, known }],
    ),
    ...source.closedDates.flatMap(({ date }, i) => checkDate(date, ["closedDates", i, "date"])),
    ...source.exceptions.flatMap(({ date, open }, i) => [
      ...checkDate(date, ["exceptions", i, "date"]),
      ...checkHours(open, ["exceptions", i, "open"]),
    ]),
    ...Object.entries(source.breaks ?? {}).flatMap(([date, hours]) => [
      ...checkDate(date, ["breaks", date]),
      ...checkHours(hours, ["breaks", date]),
    ]),
  ];
}
