import { findingOf } from "../../core/cfdi/finding.ts";
import type { Finding } from "../../core/cfdi/finding.ts";
import { parseXml } from "../../core/cfdi/parse-xml.ts";
import { readCfdi } from "../../core/cfdi/read-cfdi.ts";
import type { InvoiceReading } from "../../core/cfdi/read-cfdi.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { gravestFirst } from "../../words/cfdi.ts";
import { decode } from "./decode.ts";
import { readCertificate } from "./read-certificate.ts";

/** How much of an XML is read. */
export interface ReadingLimits {
  readonly tags: number;
  readonly attributes: number;
  /** Findings that are given, the gravest; how many more there are is one of them. */
  readonly findings: number;
}

/** Bytes of an XML that is read within a request; a larger one is kept and not read there. */
export const mostInvoiceBytes = 512 * 1024;

/** Tags, and attributes, of an XML that is read within a request: no invoice of that many bytes has as many, and each costs time. */
export const withinRequest: ReadingLimits = { tags: 15_000, attributes: 30_000, findings: 200 };

/** What is read by a command, which has time. */
export const atLeisure: ReadingLimits = {
  tags: 300_000,
  attributes: 900_000,
  findings: 100_000,
};

/** Reads the bytes of an attached XML and checks the invoice in it; whatever the bytes, it answers. */
export function readInvoice(
  bytes: Uint8Array,
  limits: ReadingLimits = withinRequest,
): InvoiceReading {
  const { text, findings } = decode(bytes);
  if (occurs(text, "<") > limits.tags || occurs(text, "=") > limits.attributes)
    return {
      cfdi: null,
      findings: [findingOf("xml-malformed", null, { facts: { why: "too-long" } })],
    };
  const root = parseXml(text);
  if (isRefusal(root)) return { cfdi: null, findings: [...findings, unread(root)] };
  const written = root.attributes["Certificado"];
  const certificate =
    written === undefined || written.trim() === "" ? null : readCertificate(written);
  const cfdi = readCfdi(root, certificate);
  if (cfdi === null)
    return { cfdi, findings: [...findings, findingOf("not-a-cfdi", { element: root })] };
  const all = bounded([...findings, ...cfdi.findings], limits.findings);
  // The invoice has its own once more: what is left out there would be kept in memory with it.
  return { cfdi: { ...cfdi, findings: bounded(cfdi.findings, limits.findings) }, findings: all };
}

/** The gravest of too many findings, in the order of the file, and how many more there are. */
function bounded(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings;
  const kept = new Set(gravestFirst(findings).slice(0, most));
  const facts = { count: String(findings.length - most) };
  return [...findings.filter((one) => kept.has(one)), findingOf("findings-more", null, { facts })];
}

/** The refusal of an XML as a finding, where it stands in the file. */
function unread({ refused, facts }: Refusal): Finding {
  const code = refused === "xml-doctype" ? "xml-doctype" : "xml-malformed";
  const finding = findingOf(code, null, { facts: { why: String(facts?.["why"] ?? "") } });
  const line = facts?.["line"];
  const column = facts?.["column"];
  return typeof line === "number" && typeof column === "number"
    ? { ...finding, place: { line, column } }
    : finding;
}

function occurs(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) count += 1;
  return count;
}
