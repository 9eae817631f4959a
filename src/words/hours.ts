import type { CalendarSource, Hours, LocalName } from "../core/calendar/source.ts";
import type { Language } from "../core/policy/text.ts";
import { WEEKDAYS } from "../core/time/civil.ts";
import type { Weekday } from "../core/time/civil.ts";

/** The days of the week in each language. */
export const weekdayWords: Readonly<Record<Language, Readonly<Record<Weekday, string>>>> = {
  es: {
    mon: "lunes",
    tue: "martes",
    wed: "miércoles",
    thu: "jueves",
    fri: "viernes",
    sat: "sábado",
    sun: "domingo",
  },
  en: {
    mon: "Monday",
    tue: "Tuesday",
    wed: "Wednesday",
    thu: "Thursday",
    fri: "Friday",
    sat: "Saturday",
    sun: "Sunday",
  },
};

const joins = {
  es: {
    to: "a",
    and: "y",
    or: "o",
    closed: "sin horario de atención",
    shut: "cerrado",
    allDay: "las 24 horas",
  },
  en: {
    to: "to",
    and: "and",
    or: "or",
    closed: "no hours of service",
    shut: "closed",
    allDay: "24 hours",
  },
};

/** "a, b y c": a list as people say it, joined by "and" or by "or". */
export function sayList(
  items: readonly string[],
  language: Language,
  by: "and" | "or" = "and",
): string {
  if (items.length < 2) return items.join("");
  const last = items.at(-1) ?? "";
  return `${items.slice(0, -1).join(", ")} ${before(last, joins[language][by])} ${last}`;
}

/** "Y" and "o" as they are said before a word that begins with their own sound: "PDF e imágenes", "uno u otro". */
function before(word: string, joint: string): string {
  if (joint === "y" && /^(?:i|í|hi(?![aeo])|hí)/iu.test(word)) return "e";
  return joint === "o" && /^h?[oó]/iu.test(word) ? "u" : joint;
}

function sayHours(hours: readonly Hours[], language: Language): string {
  const { to, allDay } = joins[language];
  if (hours.length === 1 && hours[0]?.[0] === "00:00" && hours[0][1] === "24:00") return allDay;
  return sayList(
    hours.map(([open, close]) => `${open} ${to} ${close}`),
    language,
  );
}

/** The hours of one date that replace its own: "cerrado", "09:00 a 13:00". */
export function sayDateHours(open: readonly Hours[], language: Language): string {
  return open.length === 0 ? joins[language].shut : sayHours(open, language);
}

/** Days with the same hours, said together. */
export interface WeeklyLine {
  readonly days: string;
  readonly hours: string;
}

/** The weekly hours of a calendar, by stretches of days with the same hours: "lunes a viernes", "09:00 a 18:00". */
export function sayWeekly(source: CalendarSource, language: Language): WeeklyLine[] {
  const runs: { from: Weekday; to: Weekday; hours: string }[] = [];
  let previous: string | null = null;
  for (const day of WEEKDAYS) {
    const open = source.weekly[day] ?? [];
    const hours = open.length === 0 ? null : sayHours(open, language);
    const last = runs.at(-1);
    if (hours !== null && hours === previous && last !== undefined) last.to = day;
    else if (hours !== null) runs.push({ from: day, to: day, hours });
    previous = hours;
  }
  return runs.map(({ from, to, hours }) => ({ days: sayDays(from, to, language), hours }));
}

function sayDays(from: Weekday, to: Weekday, language: Language): string {
  const names = weekdayWords[language];
  if (from === to) return names[from];
  return `${names[from]} ${joins[language].to} ${names[to]}`;
}

/** The weekly hours in one line: "lunes a viernes, 09:00 a 18:00; sábado, 10:00 a 14:00". */
export function sayWeeklyLine(source: CalendarSource, language: Language): string {
  const lines = sayWeekly(source, language).map(({ days, hours }) => `${days}, ${hours}`);
  return lines.length === 0 ? joins[language].closed : lines.join("; ");
}

/** A name of a holiday or exception in the reader's language. */
export function sayLocalName(name: LocalName | undefined, language: Language): string {
  if (name === undefined) return "";
  return typeof name === "string" ? name : name[language];
}
