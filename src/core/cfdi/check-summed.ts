import { compare, rounded, sumOf, writeDecimal } from "./decimal.ts";
import type { Decimal } from "./decimal.ts";
import { amountOf, valueOf } from "./finding.ts";
import { note } from "./looked.ts";
import type { Breach, Looked } from "./looked.ts";
import type { FindingCode } from "./rules.ts";
import { allOf, childOf, childrenOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

/** The taxes of the invoice against those of its lines: one row for each tax, factor and rate, and its totals (CFDI40201 to CFDI40221). */
export function checkSummed(looked: Looked): void {
  const { taxes, kind } = looked;
  if (taxes === undefined) {
    const ofLines = taxesOfLines(looked, "Traslado").concat(taxesOfLines(looked, "Retencion"));
    const isCharged = ofLines.some((tax) => isCharging(valueOf(tax, "TipoFactor")));
    if (isCharged && (kind === "I" || kind === "E"))
      note(looked, "taxes-not-summed", { element: looked.root, facts: { name: "Impuestos" } });
    return;
  }
  if (kind === "T" || kind === "P" || kind === "N")
    return note(looked, "taxes-forbidden", { element: taxes, facts: { kind } });
  const withheld = childrenOf(childOf(taxes, "Retenciones"), "Retencion");
  const added = childrenOf(childOf(taxes, "Traslados"), "Traslado");
  checkTotal(looked, withheld, "withheld");
  checkTotal(looked, added, "added");
  checkRows(looked, withheld, "withheld");
  checkRows(looked, added, "added");
}

function isCharging(factor: string | null): boolean {
  return factor === "Tasa" || factor === "Cuota";
}

type Way = "added" | "withheld";

const totals = {
  added: "TotalImpuestosTrasladados",
  withheld: "TotalImpuestosRetenidos",
} as const;

function taxesOfLines({ lines }: Looked, name: "Traslado" | "Retencion"): readonly XmlElement[] {
  return lines.flatMap((line) => allOf(childOf(line, "Impuestos"), name));
}

function checkTotal(looked: Looked, rows: readonly XmlElement[], way: Way): void {
  const { taxes, decimals } = looked;
  if (taxes === undefined) return;
  const attribute = totals[way];
  const written = valueOf(taxes, attribute);
  const at = { element: taxes, attribute };
  const charged = rows.filter((row) => valueOf(row, "TipoFactor") !== "Exento");
  const sum = rounded(
    sumOf(charged.flatMap((row) => amountOf(row, "Importe") ?? [])),
    decimals,
    "half",
  );
  const expected = writeDecimal(sum);
  if (written === null) {
    if (charged.length > 0) note(looked, `${way}-total-missing`, { ...at, facts: { expected } });
    return;
  }
  const total = amountOf(taxes, attribute);
  if (total === null) return;
  if (total.places > decimals)
    note(looked, `${way}-total-decimals`, { ...at, facts: { written, decimals: `${decimals}` } });
  else if (compare(total, sum) !== 0)
    note(looked, `${way}-total-sum`, { ...at, facts: { written, expected } });
}

/** Rows of one key: a tax that is withheld, or a tax, factor and rate that are added. */
function keyOf(row: XmlElement, way: Way): string {
  const tax = valueOf(row, "Impuesto") ?? "";
  if (way === "withheld") return tax;
  const rate = amountOf(row, "TasaOCuota");
  const said = rate === null ? "" : writeDecimal(rounded(rate, 6, "half"));
  return `${tax} ${valueOf(row, "TipoFactor") ?? ""} ${said}`;
}

function checkRows(looked: Looked, rows: readonly XmlElement[], way: Way): void {
  const ofLines = new Map<string, XmlElement[]>();
  for (const tax of taxesOfLines(looked, way === "added" ? "Traslado" : "Retencion")) {
    const key = keyOf(tax, way);
    const same = ofLines.get(key);
    // Not copied for each: an invoice of ten thousand lines has one rate.
    if (same === undefined) ofLines.set(key, [tax]);
    else same.push(tax);
  }
  const seen = new Set<string>();
  for (const row of rows) {
    const key = keyOf(row, way);
    if (seen.has(key))
      note(looked, `${way}-repeated`, {
        element: row,
        attribute: "Impuesto",
        facts: { written: key.trim() },
      });
    else checkRow(looked, row, { way, from: ofLines.get(key) ?? [] });
    seen.add(key);
  }
  const left = [...ofLines.keys()].filter((key) => !seen.has(key));
  const missing = left.find((key) => !key.includes("Exento"));
  if (missing !== undefined && looked.taxes !== undefined)
    note(looked, "taxes-not-summed", { element: looked.taxes, facts: { name: missing.trim() } });
}

function checkRow(
  looked: Looked,
  element: XmlElement,
  { way, from }: { readonly way: Way; readonly from: readonly XmlElement[] },
): void {
  const { decimals, version } = looked;
  const compared = (attribute: string, code: FindingCode, decimalCode: string): void => {
    const amount = amountOf(element, attribute);
    if (amount === null) return;
    const written = valueOf(element, attribute) ?? "";
    const breach = (facts: Record<string, string>): Breach => ({
      element,
      attribute,
      facts: { written, ...facts },
    });
    if (amount.places > decimals)
      return note(looked, way === "added" ? "added-decimals" : "withheld-decimals", {
        ...breach({ decimals: `${decimals}` }),
        sat: decimalCode,
      });
    const sum = sumFrom(from, attribute, decimals);
    if (compare(amount, sum) !== 0) note(looked, code, breach({ expected: writeDecimal(sum) }));
  };
  if (way === "withheld") return compared("Importe", "withheld-sum", "CFDI40210");
  // Version 3.3 has no base here.
  if (version === "4.0") compared("Base", "added-base-sum", "CFDI40214");
  if (valueOf(element, "TipoFactor") !== "Exento") compared("Importe", "added-sum", "CFDI40220");
}

function sumFrom(rows: readonly XmlElement[], attribute: string, decimals: number): Decimal {
  return rounded(sumOf(rows.flatMap((row) => amountOf(row, attribute) ?? [])), decimals, "half");
}
