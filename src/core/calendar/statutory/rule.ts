import { civilDate, dayNumberOf, weekdayIndex, WEEKDAYS } from "../../time/civil.ts";
import type { CivilDate, Weekday } from "../../time/civil.ts";

/** How a law fixes a day of the year. */
export type DayRule =
  | { readonly kind: "fixed"; readonly month: number; readonly day: number }
  | {
      readonly kind: "nth-weekday";
      readonly nth: number;
      readonly weekday: Weekday;
      readonly month: number;
    }
  /** Days after Easter Sunday; negative before it. */
  | { readonly kind: "easter"; readonly days: number }
  /** The same date every so many years, from the first year to the last, both included. */
  | {
      readonly kind: "every";
      readonly years: number;
      readonly first: number;
      readonly last: number | null;
      readonly month: number;
      readonly day: number;
    };

/** A holiday as a law says it: rule, names for people, and the article that makes it one. */
export interface StatutoryRule {
  readonly rule: DayRule;
  readonly name: { readonly es: string; readonly en: string };
  readonly source: string;
}

/** A holiday on its date in one year. */
export interface StatutoryDay extends StatutoryRule {
  readonly date: CivilDate;
}

/** The holidays of one law. */
export interface StatutoryTable {
  readonly id: string;
  readonly rules: readonly StatutoryRule[];
}

/**
 * The day number of Easter Sunday in the Gregorian calendar.
 * Source: the anonymous Gregorian computus (Nature, 1876; J. Meeus, Astronomical Algorithms, ch. 8).
 */
export function easterDay(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumberOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The day number on which the rule falls in that year; null when it does not fall in it. */
export function dayOfRule(rule: DayRule, year: number): number | null {
  switch (rule.kind) {
    case "fixed":
      return dayNumberOf(year, rule.month, rule.day);
    case "nth-weekday": {
      const first = dayNumberOf(year, rule.month, 1);
      const wait = (WEEKDAYS.indexOf(rule.weekday) - weekdayIndex(first) + 7) % 7;
      return first + wait + 7 * (rule.nth - 1);
    }
    case "easter":
      return easterDay(year) + rule.days;
    case "every": {
      const since = year - rule.first;
      const over = rule.last !== null && year > rule.last;
      return since < 0 || over || since % rule.years !== 0
        ? null
        : dayNumberOf(year, rule.month, rule.day);
    }
  }
}

/** The holidays of a table in one year, by date. Two rules on one date give two days. */
export function statutoryDays(table: StatutoryTable, year: number): StatutoryDay[] {
  const days: StatutoryDay[] = [];
  for (const rule of table.rules) {
    const day = dayOfRule(rule.rule, year);
    if (day !== null) days.push({ ...rule, date: civilDate(day) });
  }
  return days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
