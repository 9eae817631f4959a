import { HOUR, MINUTE, SECOND } from "../core/time/instant.ts";
import type { Instant, Millis } from "../core/time/instant.ts";
import { localeOf, sayTime } from "./dates.ts";
import type { Place } from "./dates.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function shortFormat({ zone, language }: Place): Intl.DateTimeFormat {
  const key = `${zone} ${language}`;
  let format = formats.get(key);
  if (format === undefined) {
    const fields = { weekday: "short", day: "numeric", month: "short", timeZone: zone } as const;
    format = new Intl.DateTimeFormat(localeOf(language), fields);
    formats.set(key, format);
  }
  return format;
}

const kept = new Map<string, string>();
const keptAtMost = 2_000;

/** "vie 20 nov" · "Fri 20 Nov": for lists where every line has its date. */
export function sayShortDate(at: Instant, place: Place): string {
  // No zone changes its day within a quarter of an hour, and a list says the same days many times.
  const key = `${Math.floor(at / QUARTER)} ${place.zone} ${place.language}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = shortDate(at, place);
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(key, made);
  return made;
}

const QUARTER = 15 * MINUTE;

function shortDate(at: Instant, place: Place): string {
  const parts = shortFormat(place).formatToParts(at);
  const part = (type: string): string =>
    (parts.find((one) => one.type === type)?.value ?? "").replace(".", "");
  return `${part("weekday")} ${part("day")} ${part("month")}`;
}

/** "vie 20 nov 17:00"; the seconds too where there are any. */
export function sayShortMoment(at: Instant, place: Place): string {
  return `${sayShortDate(at, place)} ${sayShortTime(at, place)}`;
}

/** "17:00", "17:00:30" where there are seconds. */
export function sayShortTime(at: Instant, place: Place): string {
  const seconds = Math.floor((at % MINUTE) / SECOND);
  return seconds === 0
    ? sayTime(at, place)
    : `${sayTime(at, place)}:${String(seconds).padStart(2, "0")}`;
}

/** "1 h 30 min", "45 min", "20 s", "0 min": a length in as few letters as both languages share; never days. */
export function sayShortDuration(ms: Millis): string {
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const seconds = Math.floor((ms % MINUTE) / SECOND);
  const parts = [
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
    ...(seconds > 0 ? [`${seconds} s`] : []),
  ];
  return parts.length === 0 ? "0 min" : parts.join(" ");
}
