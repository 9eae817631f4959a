import { checkHead } from "./check-head.ts";
import { checkLines } from "./check-lines.ts";
import { checkParties } from "./check-parties.ts";
import { checkPayments } from "./check-payments.ts";
import { checkStamp } from "./check-stamp.ts";
import type { CfdiCertificate } from "./check-stamp.ts";
import { checkStructure } from "./check-structure.ts";
import { checkTotals } from "./check-totals.ts";
import { findingOf, valueOf } from "./finding.ts";
import type { Finding } from "./finding.ts";
import { lookedAt } from "./looked.ts";
import type { Looked } from "./looked.ts";
import { allOf, childOf, childrenOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

/** Who issues or receives an invoice, as it says. */
export interface CfdiParty {
  readonly rfc: string | null;
  readonly name: string | null;
}

/** What a PAC put to an invoice (TimbreFiscalDigital). */
export interface CfdiStamp {
  readonly uuid: string | null;
  /** The PAC's RFC, and the number of the SAT's certificate. */
  readonly pac: string | null;
  readonly certificate: string | null;
  /** As written, without a zone. */
  readonly at: string | null;
}

/** A document that a payment receipt pays, as it says. */
export interface PaidDocument {
  readonly uuid: string | null;
  readonly folio: string | null;
  readonly currency: string | null;
  readonly installment: string | null;
  readonly before: string | null;
  readonly paid: string | null;
  readonly left: string | null;
}

export interface CfdiPayment {
  readonly at: string | null;
  readonly form: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly documents: readonly PaidDocument[];
}

/** An invoice (CFDI, Anexo 20 of the SAT's RMF) as it was read; amounts and dates as written. */
export interface Cfdi {
  readonly version: string | null;
  /** I income, E credit note, P payment, N payroll, T transport. */
  readonly kind: string | null;
  /** Series and number of the issuer: not the ticket's number, nor the UUID. */
  readonly folio: string | null;
  readonly uuid: string | null;
  readonly issuer: CfdiParty;
  readonly receiver: CfdiParty;
  /** "1160.00". */
  readonly total: string | null;
  readonly currency: string | null;
  readonly date: string | null;
  readonly method: string | null;
  readonly form: string | null;
  readonly stamp: CfdiStamp | null;
  readonly related: readonly { readonly as: string | null; readonly uuid: string | null }[];
  readonly payments: readonly CfdiPayment[];
  /** The last eight characters of the seal, by which the SAT is asked for its status. */
  readonly sealEnd: string | null;
  /** What is wrong, in the order of the file. */
  readonly findings: readonly Finding[];
}

/** From when the SAT takes version 4.0 alone (RMF 2023, transitory of its first modification). */
const ONLY_40 = "2023-04-01";

/** Reads the root of an XML as an invoice and checks it by itself; null where it is something else. `certificate` is what its Certificado was read to be. */
export function readCfdi(
  root: XmlElement,
  certificate: CfdiCertificate | "unreadable" | null = null,
): Cfdi | null {
  if (root.name !== "Comprobante") return null;
  // 3.2 wrote its attributes in small letters.
  const at = (name: string): string | null =>
    valueOf(root, name) ?? valueOf(root, name.charAt(0).toLowerCase() + name.slice(1));
  const complements = childrenOf(root, "Complemento").flatMap(({ children }) => children);
  const stamp = complements.find(({ name }) => name === "TimbreFiscalDigital");
  const pays = complements.find(({ name }) => name === "Pagos");
  const uuid = valueOf(stamp, "UUID")?.trim().toUpperCase() ?? null;
  const version = at("Version")?.trim() ?? null;
  return {
    version,
    kind: at("TipoDeComprobante"),
    folio: [at("Serie"), at("Folio")].filter((part) => part !== null).join("-") || null,
    uuid,
    issuer: partyOf(childOf(root, "Emisor")),
    receiver: partyOf(childOf(root, "Receptor")),
    total: at("Total"),
    currency: at("Moneda"),
    date: at("Fecha"),
    method: at("MetodoPago"),
    form: at("FormaPago"),
    stamp: stamp === undefined ? null : stampOf(stamp, uuid),
    related: childrenOf(root, "CfdiRelacionados").flatMap((list) =>
      childrenOf(list, "CfdiRelacionado").map((one) => ({
        as: valueOf(list, "TipoRelacion"),
        uuid: valueOf(one, "UUID")?.toUpperCase() ?? null,
      })),
    ),
    payments: childrenOf(pays, "Pago").map(paymentOf),
    sealEnd: at("Sello")?.replaceAll(/\s/gu, "").slice(-8) || null,
    findings: findingsOf(root, version, certificate),
  };
}

function partyOf(element: XmlElement | undefined): CfdiParty {
  const at = (name: string, old: string): string | null =>
    valueOf(element, name) ?? valueOf(element, old);
  return { rfc: at("Rfc", "rfc"), name: at("Nombre", "nombre") };
}

function stampOf(element: XmlElement, uuid: string | null): CfdiStamp {
  return {
    uuid,
    pac: valueOf(element, "RfcProvCertif"),
    certificate: valueOf(element, "NoCertificadoSAT"),
    at: valueOf(element, "FechaTimbrado"),
  };
}

function paymentOf(payment: XmlElement): CfdiPayment {
  return {
    at: valueOf(payment, "FechaPago"),
    form: valueOf(payment, "FormaDePagoP"),
    amount: valueOf(payment, "Monto"),
    currency: valueOf(payment, "MonedaP"),
    documents: allOf(payment, "DoctoRelacionado").map((one) => ({
      uuid: valueOf(one, "IdDocumento")?.toUpperCase() ?? null,
      folio: [valueOf(one, "Serie"), valueOf(one, "Folio")].filter(Boolean).join("-") || null,
      currency: valueOf(one, "MonedaDR"),
      installment: valueOf(one, "NumParcialidad"),
      before: valueOf(one, "ImpSaldoAnt"),
      paid: valueOf(one, "ImpPagado"),
      left: valueOf(one, "ImpSaldoInsoluto"),
    })),
  };
}

function findingsOf(
  root: XmlElement,
  version: string | null,
  certificate: CfdiCertificate | "unreadable" | null,
): readonly Finding[] {
  if (version === null)
    return [findingOf("version-missing", { element: root, attribute: "Version" })];
  if (version !== "4.0" && version !== "3.3") {
    const attribute = root.places["Version"] === undefined ? "version" : "Version";
    return [
      findingOf("version-unread", { element: root, attribute }, { facts: { written: version } }),
    ];
  }
  const looked: Looked = lookedAt(root, version);
  const date = valueOf(root, "Fecha");
  if (version === "3.3" && date !== null && date >= ONLY_40)
    looked.findings.push(
      findingOf(
        "version-old",
        { element: root, attribute: "Version" },
        { facts: { written: version } },
      ),
    );
  checkStructure(looked);
  checkHead(looked);
  checkParties(looked);
  checkLines(looked);
  checkTotals(looked);
  checkPayments(looked);
  checkStamp(looked, certificate);
  return inOrder(looked.findings);
}

/** Errors, warnings and notes as they come in the file; the file as a whole first. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const placed = (finding: Finding): number =>
    finding.place === null ? 0 : finding.place.line * 1e6 + finding.place.column;
  return findings.toSorted((a, b) => placed(a) - placed(b));
}

/** What was read in an attached XML: an invoice with what is wrong with it, or why it is none. */
export interface InvoiceReading {
  /** Null: another XML, or one that cannot be read; the finding says which. */
  readonly cfdi: Cfdi | null;
  /** Those of the file and those of the invoice. */
  readonly findings: readonly Finding[];
}
