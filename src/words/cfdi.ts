import type { Finding } from "../core/cfdi/finding.ts";
import type { InvoiceReading } from "../core/cfdi/read-cfdi.ts";
import type { Language } from "../core/policy/text.ts";
import { sayFinding, sayInvoice, saySound } from "./cfdi/say-cfdi.ts";

/** Findings that a client is told at once: the gravest first. */
const most = 6;

const more = {
  es: (count: number) => `Y ${count} más.`,
  en: (count: number) => `And ${count} more.`,
} as const;

const gravest = { error: 0, warning: 1, note: 2 } as const;

/** Findings with the gravest first, each kind in the order of the file. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => gravest[a.severity] - gravest[b.severity]);
}

/** An attached XML in words, a line for each thing: what it is, who, how much, and what is wrong with it and what to do. */
export function sayXml({ cfdi, findings }: InvoiceReading, language: Language): string[] {
  const told = gravestFirst(findings).filter(
    ({ severity }, index) => severity !== "note" || index === 0 || cfdi === null,
  );
  const said = told.slice(0, most).map((finding) => {
    const { what, todo } = sayFinding(finding, language);
    return `${what} ${todo}`;
  });
  return [
    ...(cfdi === null ? [] : sayInvoice(cfdi, language)),
    ...(said.length === 0 ? [saySound(language)] : said),
    ...(told.length > most ? [more[language](told.length - most)] : []),
  ];
}
