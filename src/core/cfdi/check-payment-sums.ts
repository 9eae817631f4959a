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

/**
 * ImpuestosP of a payment are its documents' ImpuestosDR, each divided by its EquivalenciaDR (CRP20265,
 * CRP20268, CRP20274). Each tax of a document is gone through once, however many rows there are.
 */
export function checkPaymentSums(looked: Looked, payment: XmlElement): void {
  const documents = childrenOf(payment, "DoctoRelacionado");
  // Without its equivalence nothing of a document can be compared: that it is missing is said.
  if (documents.some((one) => lacksRate(one, payment))) return;
  const places = decimalsOf(valueOf(payment, "MonedaP") ?? "");
  const taxes = childOf(payment, "ImpuestosP");
  const check = (
    row: XmlElement,
    expected: Decimal,
    [attribute, sat]: readonly [attribute: string, sat: string],
  ): void => {
    const amount = amountOf(row, attribute);
    if (amount === null || isNear(amount, expected, room(documents.length, places))) return;
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
  const withheld = sumsOf(documents, "RetencionDR");
  for (const row of allOf(taxes, "RetencionP")) {
    const { amount } = withheld.get(keyOf(row, "P", false)) ?? NOTHING;
    check(row, amount, ["ImporteP", "CRP20265"]);
  }
  const added = sumsOf(documents, "TrasladoDR");
  for (const row of allOf(taxes, "TrasladoP")) {
    const { base, amount } = added.get(keyOf(row, "P", true)) ?? NOTHING;
    check(row, base, ["BaseP", "CRP20268"]);
    check(row, amount, ["ImporteP", "CRP20274"]);
  }
}

interface Sums {
  readonly base: Decimal;
  readonly amount: Decimal;
}

const ZERO: Decimal = { units: 0n, places: 0 };
const NOTHING: Sums = { base: ZERO, amount: ZERO };

/** What the documents of a payment are taxed, in the payment's currency, by tax, and for those added by factor and rate. */
function sumsOf(
  documents: readonly XmlElement[],
  name: "RetencionDR" | "TrasladoDR",
): ReadonlyMap<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const document of documents) {
    const rate = amountOf(document, "EquivalenciaDR") ?? ONE;
    for (const tax of allOf(document, name)) {
      const key = keyOf(tax, "DR", name === "TrasladoDR");
      const { base, amount } = sums.get(key) ?? NOTHING;
      sums.set(key, {
        base: plus(base, inPayment(tax, "BaseDR", rate)),
        amount: plus(amount, inPayment(tax, "ImporteDR", rate)),
      });
    }
  }
  return sums;
}

/** The tax of a row, and by rate its factor and rate too: the same for documents and for the payment. */
function keyOf(row: XmlElement, of: "P" | "DR", byRate: boolean): string {
  const tax = valueOf(row, `Impuesto${of}`) ?? "";
  if (!byRate) return tax;
  const rate = amountOf(row, `TasaOCuota${of}`);
  const said = rate === null ? "" : writeDecimal(rounded(rate, 6, "half"));
  return JSON.stringify([tax, valueOf(row, `TipoFactor${of}`) ?? "", said]);
}

function lacksRate(document: XmlElement, payment: XmlElement): boolean {
  return (
    amountOf(document, "EquivalenciaDR") === null &&
    valueOf(document, "MonedaDR") !== valueOf(payment, "MonedaP")
  );
}

/** An amount of a document's tax in the payment's currency. */
function inPayment(tax: XmlElement, attribute: string, rate: Decimal): Decimal {
  const amount = amountOf(tax, attribute) ?? ZERO;
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
