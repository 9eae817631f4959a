import type { Finding } from "../../core/cfdi/finding.ts";
import type { XmlTrouble } from "../../core/cfdi/parse-xml.ts";
import type { Cfdi, CfdiParty } from "../../core/cfdi/read-cfdi.ts";
import type { FindingCode, Severity } from "../../core/cfdi/rules.ts";
import type { Language } from "../../core/policy/text.ts";
import { findingsEn } from "./findings-en.ts";
import { findingsEs } from "./findings-es.ts";
import type { FindingText } from "./findings-es.ts";
import { sumsEn } from "./sums-en.ts";
import { sumsEs } from "./sums-es.ts";

const texts: Readonly<Record<Language, Readonly<Record<FindingCode, FindingText>>>> = {
  es: { ...findingsEs, ...sumsEs },
  en: { ...findingsEn, ...sumsEn },
};

const troubles: Readonly<Record<Language, Readonly<Record<XmlTrouble, string>>>> = {
  es: {
    empty: "no tiene contenido",
    "too-long": "es demasiado grande para ser una factura",
    "too-deep": "tiene demasiados elementos uno dentro de otro",
    "not-a-tag": "hay un «<» que no abre ni cierra un elemento",
    name: "hay un nombre que ninguna factura tiene",
    attribute: "hay un dato mal escrito dentro de un elemento",
    "attribute-twice": "hay un dato repetido en el mismo elemento",
    character: "hay un carácter que un XML no puede tener",
    entity: "hay un «&» que no se cierra con «;» o no significa nada",
    unclosed: "hay un elemento que no se cierra: parece cortado",
    "closes-another": "se cierra un elemento que no es el que está abierto",
    "outside-root": "hay texto fuera del comprobante",
    "two-roots": "hay más de un documento en el archivo",
  },
  en: {
    empty: "it is empty",
    "too-long": "it is too large for an invoice",
    "too-deep": "it has too many elements one within another",
    "not-a-tag": "there is a “<” that opens and closes no element",
    name: "there is a name that no invoice has",
    attribute: "something within an element is badly written",
    "attribute-twice": "something is twice in one element",
    character: "there is a character that no XML may have",
    entity: "there is a “&” that no “;” closes, or that means nothing",
    unclosed: "an element is not closed: it seems to be cut off",
    "closes-another": "an element is closed that is not the one that is open",
    "outside-root": "there is text outside the invoice",
    "two-roots": "there is more than one document in the file",
  },
};

/** A finding in words: what is wrong, what to do, and where it is. */
export interface SaidFinding {
  readonly what: string;
  readonly todo: string;
  /** "línea 3, columna 12 · Comprobante/Emisor · Rfc"; empty where it is of the file as a whole. */
  readonly where: string;
}

const words = {
  es: {
    line: (line: number, column: number) => `línea ${line}, columna ${column}`,
    invoice: (version: string) => `CFDI ${version}`,
    noVersion: "sin versión",
    stamped: (uuid: string) => `Timbrado, UUID ${uuid}`,
    notStamped: "Sin timbrar",
    issuer: "Emisor",
    receiver: "Receptor",
    total: "Total",
    unknown: "no dice",
    sound: "No encontramos errores.",
    severities: { error: "Error", warning: "Advertencia", note: "Nota" },
  },
  en: {
    line: (line: number, column: number) => `line ${line}, column ${column}`,
    invoice: (version: string) => `CFDI ${version}`,
    noVersion: "without a version",
    stamped: (uuid: string) => `Stamped, UUID ${uuid}`,
    notStamped: "Not stamped",
    issuer: "Issuer",
    receiver: "Receiver",
    total: "Total",
    unknown: "not given",
    sound: "We found no errors.",
    severities: { error: "Error", warning: "Warning", note: "Note" },
  },
} as const;

/** A finding in words. */
export function sayFinding(
  { code, facts, place, node, attribute }: Finding,
  language: Language,
): SaidFinding {
  const [what, todo] = texts[language][code];
  const why = troubles[language][(facts["why"] ?? "") as XmlTrouble];
  const said = why === undefined ? facts : { ...facts, why };
  const parts = [
    place === null ? null : words[language].line(place.line, place.column),
    node,
    attribute,
  ];
  return {
    what: filled(what, said),
    todo: filled(todo, said),
    where: parts.filter((part) => part !== null).join(" · "),
  };
}

function filled(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([a-z]+)\}/gu, (_, name: string) => {
    const value = facts[name] ?? "";
    return value.length > 120 ? `${value.slice(0, 120)}…` : value;
  });
}

/** How grave a finding is, in a word. */
export function saySeverity(severity: Severity, language: Language): string {
  return words[language].severities[severity];
}

/** What an invoice is, in two sentences: kind, version and stamp; who and how much. */
export function sayInvoice(cfdi: Cfdi, language: Language): readonly [string, string] {
  const w = words[language];
  const party = ({ rfc, name }: CfdiParty): string =>
    [rfc, name].filter(Boolean).join(" ") || w.unknown;
  const kind = [w.invoice(cfdi.version ?? w.noVersion), cfdi.folio].filter(Boolean).join(" ");
  const stamp = cfdi.uuid === null ? w.notStamped : w.stamped(cfdi.uuid);
  const total =
    cfdi.total === null ? w.unknown : [cfdi.total, cfdi.currency].filter(Boolean).join(" ");
  return [
    `${kind}. ${stamp}.`,
    `${w.issuer}: ${party(cfdi.issuer)}. ${w.receiver}: ${party(cfdi.receiver)}. ${w.total}: ${total}.`,
  ];
}

/** That nothing was found, in words. */
export function saySound(language: Language): string {
  return words[language].sound;
}
