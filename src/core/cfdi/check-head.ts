import { exportKinds, isCurrency, kinds, paymentForms, periods, relations } from "./catalogues.ts";
import { readDecimal } from "./decimal.ts";
import { valueOf } from "./finding.ts";
import { complementOf, note } from "./looked.ts";
import type { Breach, Looked } from "./looked.ts";
import type { FindingCode } from "./rules.ts";
import { uuidShape } from "./uuid.ts";
import { wallTime } from "./wall-time.ts";
import { childOf, childrenOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

type Found = (code: FindingCode, attribute: string, more?: Omit<Breach, "element">) => void;

/** The root's own attributes: kind, dates, currency, ways of paying, what it is related to (SAT, matriz de validaciones CFDI 4.0, CFDI40101 to CFDI40137). */
export function checkHead(looked: Looked): void {
  const { root, kind } = looked;
  const found: Found = (code, attribute, more = {}) =>
    note(looked, code, {
      element: root,
      attribute,
      ...more,
      facts: { kind, written: valueOf(root, attribute) ?? "", ...more.facts },
    });
  const date = valueOf(root, "Fecha");
  if (date !== null && wallTime(date) === null) found("date-malformed", "Fecha");
  if (kind !== "" && !kinds.has(kind)) found("kind-unknown", "TipoDeComprobante");
  const from = valueOf(root, "LugarExpedicion");
  if (from !== null && !/^[0-9]{5}$/u.test(from)) found("postal-code-malformed", "LugarExpedicion");
  checkCurrency(looked, found);
  checkPaymentForm(looked, found);
  checkPaymentMethod(looked, found);
  if (valueOf(root, "CondicionesDePago") !== null && "TPN".includes(kind))
    found("conditions-forbidden", "CondicionesDePago", { sat: kind === "P" ? "CRP20107" : null });
  checkExport(looked, found);
  checkRelated(looked);
  const global = childOf(root, "InformacionGlobal");
  if (global !== undefined) checkGlobal(looked, global);
}

function checkCurrency({ root, kind, currency }: Looked, found: Found): void {
  if (currency === "") return;
  if (!isCurrency(currency)) return found("currency-unknown", "Moneda");
  const expected = kind === "P" ? "XXX" : kind === "N" ? "MXN" : null;
  if (expected !== null && currency !== expected)
    found("currency-of-kind", "Moneda", {
      facts: { expected },
      sat: kind === "P" ? "CRP20104" : null,
    });
  const rate = valueOf(root, "TipoCambio");
  if (currency === "XXX" || kind === "P") {
    if (rate !== null)
      found("exchange-forbidden", "TipoCambio", kind === "P" ? { sat: "CRP20109" } : {});
  } else if (currency === "MXN") {
    const read = readDecimal(rate);
    if (rate !== null && (read === null || read.units !== 10n ** BigInt(read.places)))
      found("exchange-not-one", "TipoCambio");
  } else if (rate === null) found("exchange-missing", "TipoCambio", { facts: { currency } });
}

/** PPD goes with 99 "por definir", because nobody knows yet how it will be paid; PUE does not. */
function checkPaymentForm({ root, kind }: Looked, found: Found): void {
  const form = valueOf(root, "FormaPago");
  const method = valueOf(root, "MetodoPago");
  if (form === null) {
    if (kind === "I" || kind === "E") found("payment-form-missing", "FormaPago");
    return;
  }
  if (kind === "T" || kind === "N" || kind === "P")
    return found("payment-form-forbidden", "FormaPago", kind === "P" ? { sat: "CRP20105" } : {});
  if (!paymentForms.has(form)) return found("payment-form-unknown", "FormaPago");
  if (method === "PPD" && form !== "99") found("payment-form-not-99", "FormaPago");
  if (method === "PUE" && form === "99") found("payment-form-99-at-once", "FormaPago");
}

function checkPaymentMethod({ root, kind }: Looked, found: Found): void {
  const method = valueOf(root, "MetodoPago");
  if (method === null) {
    if (kind === "I" || kind === "E") found("payment-method-missing", "MetodoPago");
    return;
  }
  if (kind === "T" || kind === "P")
    found("payment-method-forbidden", "MetodoPago", kind === "P" ? { sat: "CRP20106" } : {});
  else if (method !== "PUE" && method !== "PPD") found("payment-method-unknown", "MetodoPago");
  else if (kind === "N" && method !== "PUE") found("payment-method-of-payroll", "MetodoPago");
}

function checkExport(looked: Looked, found: Found): void {
  if (looked.version !== "4.0") return;
  const kind = valueOf(looked.root, "Exportacion");
  if (kind === null) return;
  if (!exportKinds.has(kind)) found("export-unknown", "Exportacion");
  if (kind === "02" && complementOf(looked, "ComercioExterior") === undefined)
    found("export-complement-missing", "Exportacion");
}

function checkRelated(looked: Looked): void {
  for (const element of childrenOf(looked.root, "CfdiRelacionados")) {
    const written = valueOf(element, "TipoRelacion");
    if (written !== null && !relations.has(written))
      note(looked, "relation-unknown", { element, attribute: "TipoRelacion", facts: { written } });
    for (const one of childrenOf(element, "CfdiRelacionado")) {
      const uuid = valueOf(one, "UUID");
      if (uuid !== null && !uuidShape.test(uuid))
        note(looked, "related-uuid-malformed", {
          element: one,
          attribute: "UUID",
          facts: { written: uuid },
        });
    }
  }
}

/** A global invoice, of sales to the public at large (RMF 2.7.1.21; CFDI40130 to CFDI40136). */
function checkGlobal(looked: Looked, element: XmlElement): void {
  const { root, issuer, receiver } = looked;
  const period = valueOf(element, "Periodicidad") ?? "";
  const month = valueOf(element, "Meses") ?? "";
  const year = valueOf(element, "Año") ?? "";
  const found = (code: FindingCode, attribute: string, written: string): void =>
    note(looked, code, { element, attribute, facts: { written } });
  const named = valueOf(receiver, "Nombre") ?? "";
  if (
    receiver !== undefined &&
    (valueOf(receiver, "Rfc") !== "XAXX010101000" ||
      named.trim().toUpperCase() !== "PUBLICO EN GENERAL")
  )
    note(looked, "global-receiver", {
      element: receiver,
      attribute: valueOf(receiver, "Rfc") === "XAXX010101000" ? "Nombre" : "Rfc",
    });
  if (period !== "" && !periods.has(period)) found("global-period-unknown", "Periodicidad", period);
  if (period === "05" && valueOf(issuer, "RegimenFiscal") !== "621")
    found("global-period-regime", "Periodicidad", period);
  const isMonth = /^(?:0[1-9]|1[0-8])$/u.test(month);
  if (month !== "" && !isMonth) found("global-month-unknown", "Meses", month);
  else if (period === "05" && month !== "" && month < "13")
    found("global-month-double", "Meses", month);
  else if (period !== "05" && month > "12") found("global-month-single", "Meses", month);
  const issued = Number(valueOf(root, "Fecha")?.slice(0, 4));
  const isYear = Number(year) === issued || Number(year) === issued - 1;
  if (year !== "" && Number.isInteger(issued) && !isYear) found("global-year", "Año", year);
}
