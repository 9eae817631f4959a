import { civilDate, dayNumber, isCivilDate } from "./civil.ts";
import { DAY, HOUR, MINUTE, SECOND } from "./instant.ts";
import type { Instant, Millis } from "./instant.ts";

/** An instant as somebody wrote it, with the offset from UTC (milliseconds, east positive) it was written with. */
export interface WrittenInstant {
  readonly at: Instant;
  readonly offset: Millis;
}

const TIME = String.raw`(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const INSTANT = new RegExp(
  String.raw`^(\d{4}-\d{2}-\d{2})[Tt ]${TIME}([Zz]|[+-]\d{2}(?::?\d{2})?)$`,
);
const WALL = new RegExp(String.raw`^(\d{4}-\d{2}-\d{2})[Tt ]${TIME}$`);

function timeOf(parts: RegExpExecArray): Millis | null {
  const [hours, minutes, seconds] = [parts[2], parts[3], parts[4] ?? "0"].map(Number) as [
    number,
    number,
    number,
  ];
  if (minutes > 59 || seconds > 59) return null;
  const fraction = Number((parts[5] ?? "").padEnd(3, "0").slice(0, 3));
  const millis = hours * HOUR + minutes * MINUTE + seconds * SECOND + fraction;
  return millis > DAY ? null : millis;
}

function offsetOf(text: string): Millis | null {
  if (text === "Z" || text === "z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(":", ""));
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith("-") ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}

/**
 * Reads an ISO 8601 instant with its offset, "2026-11-20T17:00:00-06:00" or with "Z"; parts of a
 * millisecond are cut off. Null for anything else: without an offset a time is no instant.
 */
export function parseInstant(text: string): WrittenInstant | null {
  const parts = INSTANT.exec(text);
  if (parts === null || !isCivilDate(parts[1] as string)) return null;
  const millis = timeOf(parts);
  const offset = offsetOf(parts[6] as string);
  if (millis === null || offset === null) return null;
  return { at: dayNumber(parts[1] as string) * DAY + millis - offset, offset };
}

/** Reads a wall time "2026-11-20T17:00" or "2026-11-20 17:00:30" as day number and milliseconds since midnight; null for anything else. */
export function parseWall(text: string): { day: number; millis: Millis } | null {
  const parts = WALL.exec(text);
  if (parts === null || !isCivilDate(parts[1] as string)) return null;
  const millis = timeOf(parts);
  return millis === null ? null : { day: dayNumber(parts[1] as string), millis };
}

const two = (value: number): string => String(value).padStart(2, "0");

function formatOffset(offset: Millis): string {
  const size = Math.abs(offset);
  const seconds = Math.floor((size % MINUTE) / SECOND);
  const text = `${two(Math.floor(size / HOUR))}:${two(Math.floor((size % HOUR) / MINUTE))}`;
  return `${offset < 0 ? "-" : "+"}${text}${seconds === 0 ? "" : `:${two(seconds)}`}`;
}

/** Writes an instant in ISO 8601 at an offset from UTC: "2026-11-20T17:00:00-06:00"; milliseconds only where there are some. */
export function formatInstant(at: Instant, offset: Millis): string {
  const wall = at + offset;
  const day = Math.floor(wall / DAY);
  const millis = wall - day * DAY;
  const time = [
    Math.floor(millis / HOUR),
    Math.floor((millis % HOUR) / MINUTE),
    Math.floor((millis % MINUTE) / SECOND),
  ];
  const rest = millis % SECOND;
  const fraction = rest === 0 ? "" : `.${String(rest).padStart(3, "0")}`;
  return `${civilDate(day)}T${time.map(two).join(":")}${fraction}${formatOffset(offset)}`;
}
