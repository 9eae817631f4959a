import { readRfc } from "../intake/rfc.ts";
import { childOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

/** Who issues or receives an invoice, as it says. */
export interface CfdiParty {
  readonly rfc: string | null;
  readonly name: string | null;
}

/**
 * What is wrong with an invoice, as far as it alone can tell.
 * - `version-old`: the SAT takes version 4.0 alone since 1 April 2023.
 * - `not-stamped`: no TimbreFiscalDigital (CFF art. 29, IV): it is not an invoice for the SAT yet.
 * - `not-signed`: no Sello. `uuid-malformed`: the stamp's UUID is none (RFC 9562 §4).
 * - `totals-differ`: Total is not SubTotal − Descuento + taxes added − taxes withheld, by one unit or more.
 */
export type CfdiProblem =
  | "version-missing"
  | "version-old"
  | "not-stamped"
  | "not-signed"
  | "uuid-malformed"
  | "issuer-rfc"
  | "receiver-rfc"
  | "total-missing"
  | "totals-differ";

/** An invoice (CFDI, Anexo 20 of the SAT's RMF) as it was read. */
export interface Cfdi {
  readonly version: string | null;
  /** I income, E credit note, P payment, N payroll, T transport. */
  readonly kind: string | null;
  /** Series and number of the issuer: not the ticket's number, nor the UUID. */
  readonly folio: string | null;
  readonly uuid: string | null;
  readonly issuer: CfdiParty;
  readonly receiver: CfdiParty;
  /** As written: "1160.00". */
  readonly total: string | null;
  readonly currency: string | null;
  readonly problems: readonly CfdiProblem[];
}

/** Reads the root of an XML as an invoice; null where it is something else. */
export function readCfdi(root: XmlElement): Cfdi | null {
  if (root.name !== "Comprobante") return null;
  const { attributes } = root;
  // 3.2 wrote its attributes in small letters.
  const at = (name: string): string | null => {
    const value = attributes[name] ?? attributes[name.charAt(0).toLowerCase() + name.slice(1)];
    return value === undefined || value.trim() === "" ? null : value.trim();
  };
  const stamp = childOf(childOf(root, "Complemento"), "TimbreFiscalDigital");
  const cfdi = {
    version: at("Version"),
    kind: at("TipoDeComprobante"),
    folio: [at("Serie"), at("Folio")].filter((part) => part !== null).join("-") || null,
    uuid: stamp?.attributes["UUID"]?.trim().toUpperCase() ?? null,
    issuer: partyOf(childOf(root, "Emisor")),
    receiver: partyOf(childOf(root, "Receptor")),
    total: at("Total"),
    currency: at("Moneda"),
  };
  return { ...cfdi, problems: problemsOf(cfdi, root, at("Sello")) };
}

function partyOf(element: XmlElement | undefined): CfdiParty {
  const at = (name: string, old: string): string | null =>
    element?.attributes[name] ?? element?.attributes[old] ?? null;
  return { rfc: at("Rfc", "rfc"), name: at("Nombre", "nombre") };
}

const uuidShape = /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/u;

function problemsOf(
  cfdi: Omit<Cfdi, "problems">,
  root: XmlElement,
  seal: string | null,
): CfdiProblem[] {
  const problems: readonly (readonly [boolean, CfdiProblem])[] = [
    [cfdi.version === null, "version-missing"],
    [cfdi.version !== null && cfdi.version !== "4.0", "version-old"],
    [seal === null, "not-signed"],
    [cfdi.uuid === null, "not-stamped"],
    [cfdi.uuid !== null && !uuidShape.test(cfdi.uuid), "uuid-malformed"],
    [!isRfc(cfdi.issuer.rfc), "issuer-rfc"],
    [!isRfc(cfdi.receiver.rfc), "receiver-rfc"],
    [cfdi.total === null, "total-missing"],
    [differs(cfdi.total, root), "totals-differ"],
  ];
  return problems.flatMap(([isSo, problem]) => (isSo ? [problem] : []));
}

function isRfc(text: string | null): boolean {
  return text !== null && readRfc(text).is === "rfc";
}

/** SubTotal − Descuento + traslados − retenciones (Anexo 20, guide of the CFDI 4.0, Total). */
function differs(total: string | null, root: XmlElement): boolean {
  const number = (text: string | null | undefined): number => Number(text ?? "0");
  const subtotal = root.attributes["SubTotal"];
  if (total === null || subtotal === undefined) return false;
  const taxes = childOf(root, "Impuestos")?.attributes;
  const local = childOf(childOf(root, "Complemento"), "ImpuestosLocales")?.attributes;
  const sum =
    number(subtotal) -
    number(root.attributes["Descuento"]) +
    number(taxes?.["TotalImpuestosTrasladados"]) -
    number(taxes?.["TotalImpuestosRetenidos"]) +
    number(local?.["TotaldeTraslados"]) -
    number(local?.["TotaldeRetenciones"]);
  const apart = Math.abs(number(total) - sum);
  return !(apart < 1);
}
