import { bankedForms, decimalsOf, taxObjects } from "./catalogues.ts";
import { checkPaymentSums, checkPaymentTotals } from "./check-payment-sums.ts";
import { compare, minus, readDecimal, sumOf, writeDecimal } from "./decimal.ts";
import type { Decimal } from "./decimal.ts";
import { amountOf, valueOf } from "./finding.ts";
import { complementOf, note } from "./looked.ts";
import type { Looked } from "./looked.ts";
import type { FindingCode } from "./rules.ts";
import { childOf, childrenOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

/** A payment receipt: kind P with its complement (SAT, matriz de validaciones Pagos 2.0, CRP20101 to CRP20277). */
export function checkPayments(looked: Looked): void {
  const { kind, root, version } = looked;
  const pays = complementOf(looked, "Pagos");
  if (pays === undefined) {
    if (kind === "P") note(looked, "payments-missing", { element: root });
    return;
  }
  if (kind !== "P")
    return note(looked, "payments-elsewhere", {
      element: root,
      attribute: "TipoDeComprobante",
      facts: { kind },
    });
  if (valueOf(pays, "Version") !== "2.0") {
    if (version === "4.0")
      note(looked, "payments-old", {
        element: pays,
        facts: { written: valueOf(pays, "Version") ?? "" },
      });
    return;
  }
  checkFixed(looked);
  for (const payment of childrenOf(pays, "Pago")) {
    checkPayment(looked, payment);
    for (const document of childrenOf(payment, "DoctoRelacionado"))
      checkDocument(looked, payment, document);
    checkPaymentSums(looked, payment);
  }
  checkPaymentTotals(looked, pays);
}

/** The one line of a payment receipt, letter for letter (CRP20111 to CRP20122). */
const fixed: readonly (readonly [name: string, value: string | null, sat: string])[] = [
  ["ClaveProdServ", "84111506", "CRP20113"],
  ["NoIdentificacion", null, "CRP20114"],
  ["Cantidad", "1", "CRP20115"],
  ["ClaveUnidad", "ACT", "CRP20116"],
  ["Unidad", null, "CRP20117"],
  ["Descripcion", "Pago", "CRP20118"],
  ["ValorUnitario", "0", "CRP20119"],
  ["Importe", "0", "CRP20120"],
  ["ObjetoImp", "01", "CRP20122"],
];

function checkFixed(looked: Looked): void {
  const { root, lines } = looked;
  const exported = valueOf(root, "Exportacion");
  if (exported !== null && exported !== "01")
    note(looked, "payment-fixed", {
      element: root,
      attribute: "Exportacion",
      facts: { written: exported, expected: "01" },
      sat: "CRP20102",
    });
  const [element, second] = lines;
  if (element === undefined) return;
  if (second !== undefined) note(looked, "payment-line", { element: second });
  for (const [attribute, expected, sat] of fixed) {
    const written = valueOf(element, attribute);
    const same = written === expected || (expected === "0" && readDecimal(written)?.units === 0n);
    if (!same && !(written === null && expected !== null))
      note(looked, "payment-fixed", {
        element,
        attribute,
        facts: { written: written ?? "", expected: expected ?? "" },
        sat,
      });
  }
}

function checkPayment(looked: Looked, element: XmlElement): void {
  const found = (code: FindingCode, attribute: string, sat?: string): void =>
    note(looked, code, {
      element,
      attribute,
      facts: { written: valueOf(element, attribute) ?? "" },
      ...(sat === undefined ? {} : { sat }),
    });
  const form = valueOf(element, "FormaDePagoP");
  const currency = valueOf(element, "MonedaP");
  const rate = amountOf(element, "TipoCambioP");
  const amount = amountOf(element, "Monto");
  if (form === "99") found("payment-form-99", "FormaDePagoP");
  if (currency === "XXX") found("payment-currency", "MonedaP");
  if (currency !== null && currency !== "MXN" && rate === null)
    found("payment-exchange-missing", "TipoCambioP");
  if (currency === "MXN" && rate !== null && rate.units !== 10n ** BigInt(rate.places))
    found("payment-exchange-not-one", "TipoCambioP");
  if (amount !== null && amount.units <= 0n) found("payment-amount-zero", "Monto");
  if (
    amount !== null &&
    currency !== null &&
    currency !== "XXX" &&
    amount.places > decimalsOf(currency)
  )
    found("payment-decimals", "Monto");
  checkAccounts(element, form, found);
  checkCovered(looked, element, { amount, currency });
}

function checkAccounts(
  element: XmlElement,
  form: string | null,
  found: (code: FindingCode, attribute: string, sat?: string) => void,
): void {
  const accounts = [
    ["RfcEmisorCtaOrd", "CRP20221"],
    ["CtaOrdenante", "CRP20224"],
    ["RfcEmisorCtaBen", "CRP20227"],
    ["CtaBeneficiario", "CRP20228"],
  ] as const;
  const wrong = accounts.find(([name]) => valueOf(element, name) !== null);
  if (wrong !== undefined && form !== null && !bankedForms.has(form))
    found("payment-accounts", wrong[0], wrong[1]);
  const chain = valueOf(element, "TipoCadPago");
  if (chain !== null && form !== "03") found("payment-chain", "TipoCadPago");
  for (const [name, missing, extra] of [
    ["CertPago", "CRP20230", "CRP20231"],
    ["CadPago", "CRP20232", "CRP20233"],
    ["SelloPago", "CRP20234", "CRP20235"],
  ] as const)
    if ((valueOf(element, name) !== null) !== (chain !== null))
      found("payment-chain", name, chain === null ? extra : missing);
}

/** What documents in the payment's own currency are paid is not more than the payment (CRP20217). */
function checkCovered(
  looked: Looked,
  element: XmlElement,
  { amount, currency }: { readonly amount: Decimal | null; readonly currency: string | null },
): void {
  if (amount === null || currency === null) return;
  const same = childrenOf(element, "DoctoRelacionado").filter(
    (document) => valueOf(document, "MonedaDR") === currency,
  );
  const paid = sumOf(same.flatMap((document) => amountOf(document, "ImpPagado") ?? []));
  if (compare(paid, amount) > 0)
    note(looked, "payment-under-documents", {
      element,
      attribute: "Monto",
      facts: { written: valueOf(element, "Monto") ?? "", expected: writeDecimal(paid) },
    });
}

function checkDocument(looked: Looked, payment: XmlElement, element: XmlElement): void {
  const found = (
    code: FindingCode,
    attribute: string,
    more: { readonly facts?: Record<string, string>; readonly sat?: string } = {},
  ): void =>
    note(looked, code, {
      element,
      attribute,
      ...more,
      facts: { written: valueOf(element, attribute) ?? "", ...more.facts },
    });
  const currency = valueOf(element, "MonedaDR");
  const same = currency === valueOf(payment, "MonedaP");
  const rate = amountOf(element, "EquivalenciaDR");
  if (currency === "XXX") found("document-currency", "MonedaDR");
  if (!same && rate === null) found("document-equivalence-missing", "EquivalenciaDR");
  if (same && rate !== null && rate.units !== 10n ** BigInt(rate.places))
    found("document-equivalence-not-one", "EquivalenciaDR");
  checkBalance(element, currency ?? "", found);
  const object = valueOf(element, "ObjetoImpDR");
  const taxes = childOf(element, "ImpuestosDR");
  if (object === null) return;
  if (!taxObjects.has(object)) found("document-tax-object", "ObjetoImpDR");
  else if (object === "02" && taxes === undefined) found("document-needs-taxes", "ObjetoImpDR");
  else if (["01", "03", "04"].includes(object) && taxes !== undefined)
    found("document-has-taxes", "ObjetoImpDR");
}

/** What was owed, less what is paid, is what is left, and none is below nought (CRP20239 to CRP20244). */
function checkBalance(
  element: XmlElement,
  currency: string,
  found: (
    code: FindingCode,
    attribute: string,
    more?: { readonly facts?: Record<string, string>; readonly sat?: string },
  ) => void,
): void {
  const before = amountOf(element, "ImpSaldoAnt");
  const paid = amountOf(element, "ImpPagado");
  const left = amountOf(element, "ImpSaldoInsoluto");
  const most = decimalsOf(currency);
  for (const [name, amount, zero, decimals] of [
    ["ImpSaldoAnt", before, "CRP20239", "CRP20240"],
    ["ImpPagado", paid, "CRP20241", "CRP20242"],
    ["ImpSaldoInsoluto", left, null, "CRP20243"],
  ] as const) {
    if (amount === null) continue;
    if (zero !== null && amount.units <= 0n) found("document-zero", name, { sat: zero });
    if (currency !== "XXX" && amount.places > most)
      found("document-decimals", name, { facts: { decimals: `${most}` }, sat: decimals });
  }
  if (before === null || paid === null || left === null) return;
  const expected = minus(before, paid);
  if (compare(left, expected) !== 0 || left.units < 0n)
    found("document-balance", "ImpSaldoInsoluto", { facts: { expected: writeDecimal(expected) } });
}
