import type { CivilDate } from "../time/civil.ts";
import type { CalendarSource, DatedException } from "./source.ts";

/**
 * The exceptions that hold on the dates from one on, in the order of dates: one for each date, the one
 * published last, and of those published together the one written last.
 */
export function upcomingExceptions(
  { exceptions }: Pick<CalendarSource, "exceptions">,
  from: CivilDate,
): readonly DatedException[] {
  const byDate = new Map<CivilDate, DatedException>();
  for (const exception of exceptions) {
    if (exception.date < from) continue;
    const known = byDate.get(exception.date);
    const isOlder = (known?.published ?? -Infinity) > (exception.published ?? -Infinity);
    if (!isOlder) byDate.set(exception.date, exception);
  }
  return [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
