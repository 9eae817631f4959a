import { formatInstant } from "../time/iso.ts";
import type { CivilDate } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";

/** Something in a calendar: an instant, or a whole day. */
export interface CalendarEvent {
  /** The same as long as it is the same (RFC 7986 §5.3). */
  readonly uid: string;
  readonly at:
    | { readonly instant: Instant }
    | { readonly date: CivilDate; readonly next: CivilDate };
  /** When it last changed. */
  readonly changed: Instant;
  readonly summary: string;
  readonly description?: string;
  readonly url?: string;
}

/** A calendar to be written. */
export interface WrittenCalendar {
  readonly name: string;
  readonly language: "es" | "en";
  readonly events: readonly CalendarEvent[];
}

/** Characters of a summary or a description at most: what is longer is cut. */
const longest = 1_000;

/**
 * A calendar as text (RFC 5545, with the name and the interval of RFC 7986): lines ended by CR and LF,
 * folded at 75 octets, what would end a value escaped. It takes no time of anybody's (TRANSPARENT) and
 * rings no bell.
 */
export function writeCalendar({ name, language, events }: WrittenCalendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Plazo//Plazo//${language.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
    "X-PUBLISHED-TTL:PT15M",
    // A calendar has one component at least (RFC 5545 §3.6), and with nothing due there is no event.
    ...(events.length === 0 ? universalZone : events.flatMap(eventLines)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const universalZone: readonly string[] = [
  "BEGIN:VTIMEZONE",
  "TZID:Etc/UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

function eventLines({ uid, at, changed, summary, description, url }: CalendarEvent): string[] {
  const time =
    "instant" in at
      ? [`DTSTART:${utc(at.instant)}`]
      : [`DTSTART;VALUE=DATE:${basic(at.date)}`, `DTEND;VALUE=DATE:${basic(at.next)}`];
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(changed)}`,
    `LAST-MODIFIED:${utc(changed)}`,
    ...time,
    `SUMMARY:${escaped(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    "TRANSP:TRANSPARENT",
    "STATUS:CONFIRMED",
    "END:VEVENT",
  ];
}

/** RFC 5545 §3.3.5, form 2: to the second, in UTC. */
function utc(at: Instant): string {
  const [whole = ""] = formatInstant(at, 0).split(/[.+]/u);
  return `${basic(whole)}Z`;
}

function basic(date: string): string {
  return date.replace(/[-:]/gu, "");
}

/** A text as a value (RFC 5545 §3.3.11): without characters that control anything but the end of a line. */
function escaped(text: string): string {
  return text
    .slice(0, longest)
    .replace(/\r\n?/gu, "\n")
    .replace(/[\p{Cc}--\n]|[\p{Cs}\p{Zl}\p{Zp}]/gv, " ")
    .replace(/[\\;,]/gu, (mark) => `\\${mark}`)
    .replace(/\n/gu, "\\n");
}

const octets = 75;

/** RFC 5545 §3.1: no line has more than 75 octets, and no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let length = 0;
  for (const character of line) {
    const size = sizeOf(character);
    if (length + size > octets) {
      parts.push(part);
      part = " ";
      length = 1;
    }
    part += character;
    length += size;
  }
  return [...parts, part].join("\r\n");
}

/** Bytes of a character in UTF-8 (RFC 3629 §3). */
function sizeOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
