import { decimalsOf } from "./catalogues.ts";
import { findingOf, valueOf } from "./finding.ts";
import type { Finding, FoundAt } from "./finding.ts";
import type { FindingCode } from "./rules.ts";
import { childOf, childrenOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

/** An invoice of version 4.0 or 3.3 while its rules are gone through. */
export interface Looked {
  readonly root: XmlElement;
  readonly version: "4.0" | "3.3";
  /** I, E, T, N or P; another where it is wrong. */
  readonly kind: string;
  readonly currency: string;
  /** Decimals of the currency. */
  readonly decimals: number;
  readonly issuer: XmlElement | undefined;
  readonly receiver: XmlElement | undefined;
  readonly lines: readonly XmlElement[];
  readonly taxes: XmlElement | undefined;
  /** The complements, those of every `Complemento` there is. */
  readonly complements: readonly XmlElement[];
  readonly findings: Finding[];
}

/** Sets an invoice out for its rules. */
export function lookedAt(root: XmlElement, version: "4.0" | "3.3"): Looked {
  const currency = valueOf(root, "Moneda") ?? "";
  return {
    root,
    version,
    kind: valueOf(root, "TipoDeComprobante") ?? "",
    currency,
    decimals: decimalsOf(currency),
    issuer: childOf(root, "Emisor"),
    receiver: childOf(root, "Receptor"),
    lines: childrenOf(childOf(root, "Conceptos"), "Concepto"),
    taxes: childOf(root, "Impuestos"),
    complements: childrenOf(root, "Complemento").flatMap(({ children }) => children),
    findings: [],
  };
}

/** The complement of that name; undefined where there is none. */
export function complementOf({ complements }: Looked, name: string): XmlElement | undefined {
  return complements.find((complement) => complement.name === name);
}

/** What is found, and what its words name. */
export interface Breach extends FoundAt {
  readonly facts?: Readonly<Record<string, string>>;
  /** The SAT's code where it is not the rule's. */
  readonly sat?: string | null;
}

/** Notes a finding. The SAT's codes of version 4.0 are not given for an invoice of 3.3, which had others. */
export function note(looked: Looked, code: FindingCode, breach: Breach): void {
  const found = findingOf(code, breach, breach);
  const isOfOther = looked.version !== "4.0" && found.sat?.startsWith("C") === true;
  looked.findings.push(isOfOther ? { ...found, sat: null } : found);
}
