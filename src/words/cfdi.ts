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

const gravest = { error: 1, warning: 2, note: 3 } as const;

/** What says that the file is not an invoice yet comes before what is wrong within it. */
const before: ReadonlySet<string> = new Set(["not-stamped", "not-signed"]);

/** Findings with the gravest first, each kind in the order of the file. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ code, severity }: Finding): number => (before.has(code) ? 0 : gravest[severity]);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

/** What is missing, in one finding for all that is missing in the same way. */
function together(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = finding.code.endsWith("-missing") ? finding.code : `${merged.size}`;
    const first = merged.get(key);
    const names = [first?.facts["name"], finding.facts["name"]].filter(Boolean).join(", ");
    merged.set(
      key,
      first === undefined ? finding : { ...first, facts: { ...first.facts, name: names } },
    );
  }
  return [...merged.values()];
}

/** An attached XML in words, a line for each thing: what it is, who, how much, and what is wrong with it and what to do. */
export function sayXml({ cfdi, findings }: InvoiceReading, language: Language): string[] {
  const told = together(gravestFirst(findings)).filter(
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
