import type { Finding } from "../core/policy/lint/finding.ts";
import type { Language } from "../core/policy/text.ts";
import { findingFrame, sayFinding, sayFindingLevel } from "../words/lint/words.ts";

/** Longest quotation of a clause, in characters. */
const MOST = 100;

const short = (text: string): string =>
  text.length > MOST ? `${text.slice(0, MOST - 1).trimEnd()}…` : text;

/**
 * A finding as lines: what it is at its place, as editors read it, and then each clause that it
 * sets against another, with its file, line and column, and the reading that answers it.
 */
export function findingLines(finding: Finding, language: Language): string[] {
  const [{ file, line, column }] = finding.quotes;
  const readings = new Set(finding.quotes.flatMap(({ assumed }) => assumed ?? []));
  const frame = findingFrame(language);
  return [
    `${file}:${line}:${column}: ${sayFindingLevel(finding.level, language)}: ${sayFinding(finding, language)} (${finding.code})`,
    ...finding.quotes.map((quote) =>
      `  ${quote.file}:${quote.line}:${quote.column}${quote.clause.length === 0 ? "" : ` [${quote.clause.join(", ")}]`} ${short(quote.written)}`.trimEnd(),
    ),
    ...(finding.level === "decided"
      ? [...readings].map((assumed) => `  ${frame.reading(assumed)}`)
      : []),
  ];
}
