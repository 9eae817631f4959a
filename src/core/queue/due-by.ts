import type { Calendar } from "../calendar/calendar.ts";
import { civilDateOf, instantOn } from "../calendar/dates.ts";
import { civilDate, dayNumber, isCivilDate } from "../time/civil.ts";
import { DAY } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";

/** Days from today up to whose end something falls due. A map, for the word is of whoever asks ("constructor"). */
const daysOn: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["tomorrow", 1],
  ["week", 6],
]);

/**
 * By when something falls due, as people say it: `overdue` is now itself; `today`, `tomorrow`, `week`
 * (the sixth day after) and a civil date are meant up to their last millisecond, in the zone of the
 * desk's calendar. A date that there is not ("2026-02-30") gives `null`.
 */
export function dueBy(wanted: string, calendar: Calendar, now: Instant): Instant | null {
  if (wanted === "overdue") return now;
  const days = daysOn.get(wanted);
  if (days === undefined && !isCivilDate(wanted)) return null;
  const date =
    days === undefined ? wanted : civilDate(dayNumber(civilDateOf(calendar, now)) + days);
  return instantOn(calendar, date, DAY) - 1;
}
