import type { Instant } from "../core/time/instant.ts";

/** What a spreadsheet would run as a formula, also after blanks, and in its full-width forms (OWASP, "CSV Injection"). */
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * One line of a CSV file (RFC 4180), its end included: every value quoted, quotes doubled. A value
 * that a spreadsheet would run as a formula gets an apostrophe before it, and is then read as text.
 */
export function csvLine(values: readonly string[]): string {
  const safe = values.map((value) => {
    const text = formula.test(value) ? `'${value}` : value;
    return `"${text.replaceAll('"', '""')}"`;
  });
  return `${safe.join(",")}\r\n`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as spreadsheets read and sort it, "2026-11-20 17:00", on the clocks of a zone (IANA name). */
export function csvMoment(at: Instant, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("sv-SE", {
      ...{ year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", timeZone: zone },
    });
    formats.set(zone, format);
  }
  return format.format(at);
}

/** What a file begins with so that spreadsheets read it as UTF-8. */
export const csvStart = "\u{FEFF}";
