import type { Language } from "../core/policy/text.ts";
import { dayNumber } from "../core/time/civil.ts";
import { DAY, MINUTE } from "../core/time/instant.ts";
import type { Instant } from "../core/time/instant.ts";
import { zoneName } from "./zones.ts";

/** The locale that `Intl` words a language in: Mexican Spanish, and English without a country's habits. */
export function localeOf(language: Language): string {
  return language === "es" ? "es-MX" : "en-GB";
}

type Style = "weekday-day-month" | "day-month-year" | "time" | "weekday-short" | "year";

const styles: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  "weekday-day-month": { weekday: "long", day: "numeric", month: "long" },
  "day-month-year": { day: "numeric", month: "long", year: "numeric" },
  "weekday-short": { weekday: "short", day: "numeric", month: "short" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  year: { year: "numeric" },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a thousand times what using it does: each is made once. */
function formatOf(style: Style, zone: string, language: Language): Intl.DateTimeFormat {
  const key = `${style} ${zone} ${language}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(localeOf(language), { ...styles[style], timeZone: zone });
    formats.set(key, format);
  }
  return format;
}

type Parts = Readonly<Record<string, string>>;

const kept = new Map<string, Parts>();
const keptAtMost = 2_000;

/** A deadline is said several times over, and many share one minute: its parts are kept, for no style says seconds. */
function partsOf(style: Style, at: Instant, { zone, language }: Place): Parts {
  const key = `${style} ${Math.floor(at / MINUTE)} ${zone} ${language}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const parts = formatOf(style, zone, language).formatToParts(at);
  const made = Object.fromEntries(parts.map((part) => [part.type, part.value]));
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(key, made);
  return made;
}

function yearOf(at: Instant, place: Place): string {
  return partsOf("year", at, place)["year"] ?? "";
}

/** In whose time and whose words an instant is said. `zone` is an IANA zone. */
export interface Place {
  readonly zone: string;
  readonly language: Language;
}

/** "lunes 23 de noviembre" · "Monday 23 November"; the year is added where it is not `now`'s. */
export function sayDate(at: Instant, place: Place, now: Instant = at): string {
  const isOtherYear = at !== now && yearOf(at, place) !== yearOf(now, place);
  return isOtherYear ? sayDatedDay(at, place) : sayDay(at, place);
}

function sayDay(at: Instant, place: Place): string {
  const { weekday, day, month } = partsOf("weekday-day-month", at, place);
  return place.language === "en" ? `${weekday} ${day} ${month}` : `${weekday} ${day} de ${month}`;
}

function sayDatedDay(at: Instant, place: Place): string {
  const year = yearOf(at, place);
  return `${sayDay(at, place)}${place.language === "en" ? ` ${year}` : ` de ${year}`}`;
}

/** "12:00", on the 24-hour clock; seconds are not said. */
export function sayTime(at: Instant, place: Place): string {
  const { hour, minute } = partsOf("time", at, place);
  return `${hour}:${minute}`;
}

/**
 * "lunes 23 de noviembre, 12:00 (hora del centro)": how every instant promised to somebody is said.
 * The year is added where it is not that of `now`.
 */
export function sayInstant(at: Instant, place: Place, now: Instant = at): string {
  return `${sayMoment(at, place, now)} (${zoneName(place.zone, place.language, at)})`;
}

/** As `sayInstant`, the year always said: for what may be read in any year. */
export function sayDatedInstant(at: Instant, place: Place): string {
  const zone = zoneName(place.zone, place.language, at);
  return `${sayDatedDay(at, place)}, ${sayTime(at, place)} (${zone})`;
}

/** As `sayInstant`, without the zone: for lists where the zone is said once. */
export function sayMoment(at: Instant, place: Place, now: Instant = at): string {
  return `${sayDate(at, place, now)}, ${sayTime(at, place)}`;
}

/** "23 de noviembre de 2026" · "23 November 2026": dates of documents. */
export function sayLongDate(at: Instant, place: Place): string {
  const { day, month, year } = partsOf("day-month-year", at, place);
  return place.language === "en" ? `${day} ${month} ${year}` : `${day} de ${month} de ${year}`;
}

/** A civil date "2026-11-16" as "lunes 16 de noviembre de 2026". */
export function sayCivilDate(date: string, language: Language): string {
  const at = dayNumber(date) * DAY;
  const place = { zone: "UTC", language };
  return sayDatedDay(at, place);
}
