import { checkSummed } from "./check-summed.ts";
import { compare, minus, plus, rounded, sumOf, writeDecimal, ZERO } from "./decimal.ts";
import type { Decimal } from "./decimal.ts";
import { amountOf, valueOf } from "./finding.ts";
import { complementOf, note } from "./looked.ts";
import type { Looked } from "./looked.ts";
import type { FindingCode } from "./rules.ts";
import { childrenOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

/** SubTotal, Descuento, the taxes and Total against the lines, as the SAT rounds (CFDI40107 to CFDI40119, CFDI40201 to CFDI40221). */
export function checkTotals(looked: Looked): void {
  const { root, kind } = looked;
  if (kind === "T" || kind === "P") checkNoughts(looked);
  else {
    checkSubtotal(looked);
    checkDiscount(looked);
  }
  checkSummed(looked);
  const local = complementOf(looked, "ImpuestosLocales");
  if (local !== undefined) checkLocal(looked, local);
  if (kind === "T" || kind === "P") return;
  const total = amountOf(root, "Total");
  const expected = totalOf(looked, local);
  if (total === null || expected === null) return;
  const more = {
    element: root,
    attribute: "Total",
    facts: { written: valueOf(root, "Total") ?? "", expected: writeDecimal(expected) },
  };
  if (compare(rounded(total, looked.decimals, "half"), expected) !== 0)
    note(looked, "total-differs", more);
  else if (total.places > looked.decimals && compare(total, expected) !== 0)
    note(looked, "total-decimals", more);
}

/** SubTotal − Descuento + taxes added − taxes withheld, federal and local; null where one of them cannot be read. */
function totalOf({ root, taxes, decimals }: Looked, local: XmlElement | undefined): Decimal | null {
  const subtotal = amountOf(root, "SubTotal");
  if (subtotal === null) return null;
  const or = (element: XmlElement | undefined, name: string): Decimal =>
    amountOf(element, name) ?? ZERO;
  const added = plus(or(taxes, "TotalImpuestosTrasladados"), or(local, "TotaldeTraslados"));
  const withheld = plus(or(taxes, "TotalImpuestosRetenidos"), or(local, "TotaldeRetenciones"));
  const net = minus(subtotal, or(root, "Descuento"));
  return rounded(minus(plus(net, added), withheld), decimals, "half");
}

/** What moves goods, and what says that something was paid, is of no amount itself. */
function checkNoughts(looked: Looked): void {
  const { root, kind } = looked;
  const names: readonly (readonly [string, FindingCode, string])[] = [
    ["SubTotal", "subtotal-not-zero", "CRP20103"],
    ["Total", "total-not-zero", "CRP20110"],
  ];
  for (const [attribute, code, sat] of names) {
    const amount = amountOf(root, attribute);
    if (amount !== null && amount.units !== 0n)
      note(looked, code, {
        element: root,
        attribute,
        facts: { written: valueOf(root, attribute) ?? "", kind },
        ...(kind === "P" ? { sat } : {}),
      });
  }
  if (valueOf(root, "Descuento") !== null)
    note(looked, "discount-forbidden", {
      element: root,
      attribute: "Descuento",
      facts: { kind },
      ...(kind === "P" ? { sat: "CRP20108" } : {}),
    });
}

function checkSubtotal(looked: Looked): void {
  const { root, lines, decimals } = looked;
  const subtotal = amountOf(root, "SubTotal");
  if (subtotal === null) return;
  const at = { element: root, attribute: "SubTotal" };
  const written = valueOf(root, "SubTotal") ?? "";
  if (subtotal.places > decimals)
    return note(looked, "subtotal-decimals", {
      ...at,
      facts: { written, decimals: `${decimals}` },
    });
  const amounts = lines.map((line) => amountOf(line, "Importe"));
  if (amounts.includes(null)) return;
  const sum = rounded(sumOf(amounts.filter((one) => one !== null)), decimals, "half");
  if (compare(subtotal, sum) !== 0)
    note(looked, "subtotal-sum", { ...at, facts: { written, expected: writeDecimal(sum) } });
}

function checkDiscount(looked: Looked): void {
  const { root, lines, decimals } = looked;
  const written = valueOf(root, "Descuento");
  const discount = amountOf(root, "Descuento");
  const discounts = lines.flatMap((line) => amountOf(line, "Descuento") ?? []);
  const at = { element: root, attribute: "Descuento" };
  const sum = rounded(sumOf(discounts), decimals, "half");
  const expected = writeDecimal(sum);
  if (written === null) {
    if (discounts.length > 0) note(looked, "discount-missing", { ...at, facts: { expected } });
    return;
  }
  if (discount === null) return;
  if (discount.places > decimals)
    return note(looked, "discount-decimals", {
      ...at,
      facts: { written, decimals: `${decimals}` },
    });
  const subtotal = amountOf(root, "SubTotal");
  if (subtotal !== null && compare(discount, subtotal) > 0)
    note(looked, "discount-over", {
      ...at,
      facts: { written, most: valueOf(root, "SubTotal") ?? "" },
    });
  else if (compare(discount, sum) !== 0)
    note(looked, "discount-sum", { ...at, facts: { written, expected } });
}

/** Local taxes (complemento Impuestos Locales 1.0): its totals are the sums of what it lists. */
function checkLocal(looked: Looked, element: XmlElement): void {
  const lists = [
    ["TotaldeTraslados", "TrasladosLocales", "Importe"],
    ["TotaldeRetenciones", "RetencionesLocales", "Importe"],
  ] as const;
  for (const [attribute, name, amount] of lists) {
    const total = amountOf(element, attribute);
    const sum = sumOf(childrenOf(element, name).flatMap((one) => amountOf(one, amount) ?? []));
    if (total !== null && compare(total, rounded(sum, 2, "half")) !== 0)
      note(looked, "local-taxes-sum", {
        element,
        attribute,
        facts: {
          written: valueOf(element, attribute) ?? "",
          expected: writeDecimal(rounded(sum, 2, "half")),
        },
      });
  }
}
