import { decimalsOf } from "./catalogues.ts";
import { compare, minus, over, plus, rounded, sumOf, times, writeDecimal } from "./decimal.ts";
import type { Decimal } from "./decimal.ts";
import { amountOf, valueOf } from "./finding.ts";
import { note } from "./looked.ts";
import type { Looked } from "./looked.ts";
import { allOf, childOf, childrenOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

const ONE: Decimal = { units: 1n, places: 0 };

/** Room for what programs round on the way, in units of the currency's last place: the matrix' own limits for several currencies are wider. */
const room = (documents: number, places: number): Decimal => ({
  units: BigInt(Math.max(1, documents)),
  places,
});

const isNear = (a: Decimal, b: Decimal, by: Decimal): boolean => {
  const apart = minus(a, b);
  const size: Decimal = apart.units < 0n ? { ...apart, units: -apart.units } : apart;
  return compare(size, by) <= 0;
};

/** ImpuestosP of a payment are its documents' ImpuestosDR, each divided by its EquivalenciaDR (CRP20265, CRP20268, CRP20274). */
export function checkPaymentSums(looked: Looked, payment: XmlElement): void {
  const documents = childrenOf(payment, "DoctoRelacionado");
  // Without its equivalence nothing of a document can be compared: that it is missing is said.
  if (documents.some((one) => lacksRate(one, payment))) return;
  const places = decimalsOf(valueOf(payment, "MonedaP") ?? "");
  const taxes = childOf(payment, "ImpuestosP");
  const check = (
    row: XmlElement,
    sums: readonly XmlElement[],
    [attribute, sat]: readonly [attribute: string, sat: string],
  ): void => {
    const amount = amountOf(row, attribute);
    if (amount === null) return;
    const of = attribute.replace(/P$/u, "DR");
    const expected = sumOf(sums.map((one) => inPayment(documents, one, of)));
    if (isNear(amount, expected, room(documents.length, places))) return;
    note(looked, "payment-taxes-sum", {
      element: row,
      attribute,
      facts: {
        written: valueOf(row, attribute) ?? "",
        expected: writeDecimal(rounded(expected, places, "half")),
      },
      sat,
    });
  };
  for (const row of allOf(taxes, "RetencionP")) {
    const same = documents
      .flatMap((one) => allOf(one, "RetencionDR"))
      .filter((one) => isSame(one, row, false));
    check(row, same, ["ImporteP", "CRP20265"]);
  }
  for (const row of allOf(taxes, "TrasladoP")) {
    const same = documents
      .flatMap((one) => allOf(one, "TrasladoDR"))
      .filter((one) => isSame(one, row, true));
    check(row, same, ["BaseP", "CRP20268"]);
    check(row, same, ["ImporteP", "CRP20274"]);
  }
}

function lacksRate(document: XmlElement, payment: XmlElement): boolean {
  return (
    amountOf(document, "EquivalenciaDR") === null &&
    valueOf(document, "MonedaDR") !== valueOf(payment, "MonedaP")
  );
}

function isSame(ofDocument: XmlElement, ofPayment: XmlElement, byRate: boolean): boolean {
  if (valueOf(ofDocument, "ImpuestoDR") !== valueOf(ofPayment, "ImpuestoP")) return false;
  if (!byRate) return true;
  if (valueOf(ofDocument, "TipoFactorDR") !== valueOf(ofPayment, "TipoFactorP")) return false;
  const a = amountOf(ofDocument, "TasaOCuotaDR");
  const b = amountOf(ofPayment, "TasaOCuotaP");
  return a === null || b === null ? a === b : compare(a, b) === 0;
}

/** An amount of a document in the payment's currency. */
function inPayment(documents: readonly XmlElement[], tax: XmlElement, attribute: string): Decimal {
  const amount = amountOf(tax, attribute) ?? { units: 0n, places: 0 };
  const owner = documents.find(({ path }) => tax.path.startsWith(`${path}/`));
  const rate = amountOf(owner, "EquivalenciaDR") ?? ONE;
  return over(amount, rate, 10) ?? amount;
}

interface Total {
  readonly attribute: string;
  readonly sat: string;
  readonly amount: "BaseP" | "ImporteP";
  readonly tax: string;
  readonly rate?: string;
  readonly factor?: string;
}

/** Totales of the complement, in pesos (CRP20201 to CRP20210). */
const totals: readonly Total[] = [
  { attribute: "TotalRetencionesIVA", sat: "CRP20201", amount: "ImporteP", tax: "002" },
  { attribute: "TotalRetencionesISR", sat: "CRP20202", amount: "ImporteP", tax: "001" },
  { attribute: "TotalRetencionesIEPS", sat: "CRP20203", amount: "ImporteP", tax: "003" },
  ...(["16", "8", "0"] as const).flatMap((rate, index): Total[] => {
    const written = `0.${rate === "16" ? "160000" : rate === "8" ? "080000" : "000000"}`;
    const of = { tax: "002", rate: written, factor: "Tasa" };
    return [
      {
        attribute: `TotalTrasladosBaseIVA${rate}`,
        sat: `CRP2020${4 + index * 2}`,
        amount: "BaseP",
        ...of,
      },
      {
        attribute: `TotalTrasladosImpuestoIVA${rate}`,
        sat: `CRP2020${5 + index * 2}`,
        amount: "ImporteP",
        ...of,
      },
    ];
  }),
  {
    attribute: "TotalTrasladosBaseExento",
    sat: "CRP20210",
    amount: "BaseP",
    tax: "002",
    factor: "Exento",
  },
];

/** The totals of all payments, in pesos at each one's rate of exchange (CRP20201 to CRP20211). */
export function checkPaymentTotals(looked: Looked, pays: XmlElement): void {
  const element = childOf(pays, "Totales");
  if (element === undefined) return;
  const payments = childrenOf(pays, "Pago");
  const unknown = payments.some(
    (one) => valueOf(one, "MonedaP") !== "MXN" && amountOf(one, "TipoCambioP") === null,
  );
  if (unknown) return;
  const inPesos = (payment: XmlElement, amount: Decimal): Decimal =>
    times(amount, amountOf(payment, "TipoCambioP") ?? ONE);
  const check = (attribute: string, sum: Decimal, sat: string): void => {
    const written = valueOf(element, attribute);
    const total = amountOf(element, attribute);
    const expected = rounded(sum, 2, "half");
    const isMissing = written === null && expected.units > 0n;
    const differs =
      total !== null && !isNear(total, expected, { units: BigInt(payments.length), places: 2 });
    if (isMissing || differs)
      note(looked, attribute === "MontoTotalPagos" ? "payments-total" : "payments-tax-total", {
        element,
        attribute,
        facts: { written: written ?? "", expected: writeDecimal(expected), name: attribute },
        sat,
      });
  };
  for (const { attribute, sat, ...of } of totals) {
    const sums = payments.map((payment) => {
      const rows = rowsOf(payment, { attribute, sat, ...of });
      const sum = sumOf(rows.flatMap((row) => amountOf(row, of.amount) ?? []));
      return inPesos(payment, sum);
    });
    check(attribute, sums.reduce(plus, { units: 0n, places: 0 }), sat);
  }
  const paid = payments.flatMap((payment) => {
    const amount = amountOf(payment, "Monto");
    return amount === null ? [] : inPesos(payment, amount);
  });
  if (valueOf(element, "MontoTotalPagos") !== null)
    check("MontoTotalPagos", sumOf(paid), "CRP20211");
}

function rowsOf(
  payment: XmlElement,
  { attribute, tax, rate, factor }: Total,
): readonly XmlElement[] {
  const taxes = childOf(payment, "ImpuestosP");
  const name = attribute.startsWith("TotalRetenciones") ? "RetencionP" : "TrasladoP";
  return allOf(taxes, name).filter((row) => {
    if (valueOf(row, "ImpuestoP") !== tax) return false;
    if (factor !== undefined && valueOf(row, "TipoFactorP") !== factor) return false;
    const written = amountOf(row, "TasaOCuotaP");
    if (rate === undefined) return true;
    return written !== null && writeDecimal(rounded(written, 6, "half")) === rate;
  });
}
