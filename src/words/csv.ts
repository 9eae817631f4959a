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

/** What a file begins with so that spreadsheets read it as UTF-8. */
export const csvStart = "\u{FEFF}";
