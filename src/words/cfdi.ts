import type { Cfdi, CfdiParty, CfdiProblem } from "../core/cfdi/read-cfdi.ts";
import type { Language } from "../core/policy/text.ts";

const es = {
  invoice: (version: string) => `CFDI ${version}`,
  noVersion: "sin versión",
  stamped: (uuid: string) => `Timbrado, UUID ${uuid}`,
  notStamped: "Sin timbrar",
  issuer: "Emisor",
  receiver: "Receptor",
  total: "Total",
  unknown: "no dice",
  notInvoice: "No es un CFDI: es un XML de otro tipo.",
  malformed: "El XML está incompleto o dañado y no se puede leer.",
  sound: "No encontramos errores a simple vista.",
  problems: {
    "version-missing": "No dice su versión.",
    "version-old": "No es versión 4.0, la única que se acepta desde el 1 de abril de 2023.",
    "not-stamped": "No tiene timbre fiscal: pida a su proveedor de facturación el XML timbrado.",
    "not-signed": "No tiene el sello del emisor.",
    "uuid-malformed": "El UUID del timbre no tiene la forma correcta.",
    "issuer-rfc": "El RFC del emisor falta o no tiene la forma de un RFC.",
    "receiver-rfc": "El RFC del receptor falta o no tiene la forma de un RFC.",
    "total-missing": "No dice su total.",
    "totals-differ": "El total no es el subtotal menos descuentos más impuestos.",
  } satisfies Record<CfdiProblem, string>,
};

const en: typeof es = {
  invoice: (version) => `CFDI ${version}`,
  noVersion: "without a version",
  stamped: (uuid) => `Stamped, UUID ${uuid}`,
  notStamped: "Not stamped",
  issuer: "Issuer",
  receiver: "Receiver",
  total: "Total",
  unknown: "not given",
  notInvoice: "It is not a CFDI: it is an XML of another kind.",
  malformed: "The XML is incomplete or damaged and cannot be read.",
  sound: "We found no errors at first sight.",
  problems: {
    "version-missing": "It does not give its version.",
    "version-old": "It is not version 4.0, the only one taken since 1 April 2023.",
    "not-stamped": "It has no tax stamp: ask your invoicing provider for the stamped XML.",
    "not-signed": "It lacks the issuer's seal.",
    "uuid-malformed": "The UUID of the stamp does not have the right shape.",
    "issuer-rfc": "The issuer's RFC is missing or does not look like one.",
    "receiver-rfc": "The receiver's RFC is missing or does not look like one.",
    "total-missing": "It does not give its total.",
    "totals-differ": "The total is not the subtotal less discounts plus taxes.",
  },
};

const words: Readonly<Record<Language, typeof es>> = { es, en };

/** What was read in an attached XML: an invoice, something else, or nothing that can be read. */
export type XmlReading = Cfdi | "not-a-cfdi" | "malformed";

/** An attached XML in words, a line for each thing: what it is, who, how much, and what is wrong with it. */
export function sayXml(reading: XmlReading, language: Language): string[] {
  const w = words[language];
  if (reading === "not-a-cfdi") return [w.notInvoice];
  if (reading === "malformed") return [w.malformed];
  const party = ({ rfc, name }: CfdiParty): string =>
    [rfc, name].filter(Boolean).join(" ") || w.unknown;
  const kind = [w.invoice(reading.version ?? w.noVersion), reading.folio].filter(Boolean).join(" ");
  const stamp = reading.uuid === null ? w.notStamped : w.stamped(reading.uuid);
  const total =
    reading.total === null
      ? w.unknown
      : [reading.total, reading.currency].filter(Boolean).join(" ");
  const problems = reading.problems.map((problem) => w.problems[problem]);
  return [
    `${kind}. ${stamp}.`,
    `${w.issuer}: ${party(reading.issuer)}. ${w.receiver}: ${party(reading.receiver)}. ${w.total}: ${total}.`,
    ...(problems.length === 0 ? [w.sound] : problems),
  ];
}
