import { dayNumber, partsOfDay } from "../../core/time/civil.ts";
import type { CivilDate } from "../../core/time/civil.ts";
import type { Language } from "../../core/policy/text.ts";

const months: Readonly<Record<Language, readonly string[]>> = {
  es: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

/** "9 nov": a date, short. */
function sayDay(date: CivilDate, language: Language): string {
  const { month, day } = partsOfDay(dayNumber(date));
  return `${day} ${months[language][month - 1]}`;
}

/** "9 nov": a week, by its Monday. */
export function sayWeek(monday: CivilDate, language: Language): string {
  return sayDay(monday, language);
}

/** "9 nov – 15 nov 2026". */
export function saySpan(from: CivilDate, to: CivilDate, language: Language): string {
  return `${sayDay(from, language)} – ${sayDay(to, language)} ${to.slice(0, 4)}`;
}
