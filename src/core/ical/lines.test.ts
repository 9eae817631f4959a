import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCalendar } from "./write-calendar.ts";
import type { CalendarEvent } from "./write-calendar.ts";

const at = Date.UTC(2026, 10, 20, 17, 0, 0, 999);
const event: CalendarEvent = {
  uid: "a@example.com",
  at: { instant: at },
  changed: at,
  summary: "HD-1",
};
const written = (more: Partial<CalendarEvent>, name = "x") =>
  writeCalendar({ name, language: "en", events: [{ ...event, ...more }] });
const octets = (text: string) => new TextEncoder().encode(text).length;
/** The lines as they are meant: unfolded (RFC 5545 §3.1). */
const lines = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("the lines of a calendar", () => {
  it("are those of the standard, in their order", () =>
    expect(
      lines(written({ description: "Hola", url: "https://example.com/a,b" }, "Mesa; A")),
    ).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Plazo//Plazo//EN",
      "CALSCALE:GREGORIAN",
      String.raw`NAME:Mesa\; A`,
      String.raw`X-WR-CALNAME:Mesa\; A`,
      "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
      "X-PUBLISHED-TTL:PT15M",
      "BEGIN:VEVENT",
      "UID:a@example.com",
      "DTSTAMP:20261120T170000Z",
      "LAST-MODIFIED:20261120T170000Z",
      "DTSTART:20261120T170000Z",
      "SUMMARY:HD-1",
      "DESCRIPTION:Hola",
      "URL:https://example.com/a,b",
      "TRANSP:TRANSPARENT",
      "STATUS:CONFIRMED",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]));

  it("escape what would end a value, and an end of a line once, however it is written", () => {
    const summary = (text: string) =>
      lines(written({ summary: text })).find((one) => one.startsWith("SUMMARY:"));
    expect(summary("a;b,c\\d")).toBe(String.raw`SUMMARY:a\;b\,c\\d`);
    for (const end of ["\n", "\r\n", "\r"])
      expect(summary(`a${end}b`)).toBe(String.raw`SUMMARY:a\nb`);
    expect(summary("a\u0000\tb\u2028c\u2029d")).toBe("SUMMARY:a  b c d");
  });

  it("have a thousand characters of a text at most", () => {
    const of = (n: number) =>
      lines(written({ summary: "a".repeat(n) })).find((one) => one.startsWith("SUMMARY:"));
    expect(of(1_000)).toHaveLength(1_008);
    expect(of(1_001)).toHaveLength(1_008);
  });

  it("are folded at 75 octets, and not before", () => {
    const folded = (summary: string) =>
      written({ summary })
        .split("\r\n")
        .filter((one) => /^(?:SUMMARY:| )/u.test(one))
        .map(octets);
    expect(folded("a".repeat(67))).toEqual([75]);
    expect(folded("a".repeat(68))).toEqual([75, 2]);
    expect(folded("a".repeat(67 + 74 + 1))).toEqual([75, 75, 2]);
    expect(folded(`${"a".repeat(66)}ñ`)).toEqual([74, 3]);
    expect(folded(`${"a".repeat(65)}ñ`)).toEqual([75]);
    expect(folded(`${"a".repeat(65)}€`)).toEqual([73, 4]);
    expect(folded(`${"a".repeat(63)}😀`)).toEqual([75]);
    expect(folded(`${"a".repeat(64)}😀`)).toEqual([72, 5]);
  });

  it("are 75 octets at most and as few as can be, whatever is written", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "ñ", "€", "😀", ";", "\n"), maxLength: 300 }),
        (summary) => {
          const raw = written({ summary }).split("\r\n");
          for (const [i, line] of raw.entries()) {
            expect(octets(line)).toBeLessThanOrEqual(75);
            const next = raw[i + 1];
            if (next?.startsWith(" ")) {
              const [first = ""] = next.slice(1);
              expect(octets(line) + octets(first)).toBeGreaterThan(75);
            }
          }
        },
      ),
    ));
});
