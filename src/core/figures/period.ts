import { addDays, dayNumber, isCivilDate, weekdayIndex } from "../time/civil.ts";
import type { CivilDate } from "../time/civil.ts";

/** Whole weeks, from a Monday to a Sunday, in the desk's own dates; both ends are in it. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly weeks: number;
}

/** How long a period may be, in weeks. */
export const lengths = [1, 4, 8, 13, 26, 52] as const;

/** The Monday of the week of a date (ISO 8601: weeks begin on Monday). */
export function weekOf(date: CivilDate): CivilDate {
  return addDays(date, -weekdayIndex(dayNumber(date)));
}

/** So many weeks, the last of them that of `until`. */
export function periodOf(weeks: number, until: CivilDate): Period {
  const last = weekOf(until);
  return { from: addDays(last, -7 * (weeks - 1)), to: addDays(last, 6), weeks };
}

/** The period of the same length just before. */
export function periodBefore({ from, weeks }: Period): Period {
  return { from: addDays(from, -7 * weeks), to: addDays(from, -1), weeks };
}

/** The Mondays of a period, in order. */
export function weeksOf({ from, weeks }: Period): CivilDate[] {
  return Array.from({ length: weeks }, (_, i) => addDays(from, 7 * i));
}

/** The year and the number of a Monday's week (ISO 8601: week 1 is the one with the year's first Thursday). */
export function weekNumber(monday: CivilDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(monday, 3);
  const year = Number(thursday.slice(0, 4));
  const first = weekOf(`${thursday.slice(0, 4)}-01-04`);
  return { year, week: (dayNumber(monday) - dayNumber(first)) / 7 + 1 };
}

/** The Monday of a week written "2026-W47" (ISO 8601), or of the week of a date; null: neither. */
export function readWeek(text: string): CivilDate | null {
  if (isCivilDate(text)) return weekOf(text);
  const parts = /^(\d{4})-W(\d{2})$/u.exec(text);
  if (parts === null) return null;
  const monday = addDays(weekOf(`${parts[1]}-01-04`), 7 * (Number(parts[2]) - 1));
  const { year, week } = weekNumber(monday);
  return year === Number(parts[1]) && week === Number(parts[2]) ? monday : null;
}
