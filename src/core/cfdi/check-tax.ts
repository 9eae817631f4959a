import { addedIva, factors, mostWithheld, taxes } from "./catalogues.ts";
import { compare, readDecimal, rounded, writeDecimal } from "./decimal.ts";
import type { Decimal } from "./decimal.ts";
import { amountOf, valueOf } from "./finding.ts";
import { isProduct } from "./limits.ts";
import { note } from "./looked.ts";
import type { Looked } from "./looked.ts";
import type { FindingCode } from "./rules.ts";
import type { XmlElement } from "./xml-element.ts";

/** The SAT's codes of a tax that is withheld, where they are not those of one that is added. */
const withheldCodes: Partial<Record<FindingCode, string>> = {
  "tax-base": "CFDI40181",
  "tax-unknown": "CFDI40182",
  "factor-unknown": "CFDI40183",
  "rate-unknown": "CFDI40185",
  "tax-amount": "CFDI40186",
};

/** A tax of a line: base, tax, factor, rate and amount (CFDI40174 to CFDI40186). */
export function checkTax(looked: Looked, element: XmlElement, way: "added" | "withheld"): void {
  const found = (
    code: FindingCode,
    attribute: string,
    facts: Record<string, string> = {},
  ): void => {
    const sat = way === "withheld" ? withheldCodes[code] : undefined;
    note(looked, code, {
      element,
      attribute,
      facts: { written: valueOf(element, attribute) ?? "", ...facts },
      ...(sat === undefined ? {} : { sat }),
    });
  };
  const base = amountOf(element, "Base");
  const tax = valueOf(element, "Impuesto");
  const factor = valueOf(element, "TipoFactor");
  if (base !== null && base.units <= 0n) found("tax-base", "Base");
  if (tax !== null && !taxes.has(tax)) found("tax-unknown", "Impuesto");
  if (factor === null) return;
  if (!factors.has(factor)) return found("factor-unknown", "TipoFactor");
  if (factor === "Exento") {
    if (way === "withheld") found("withheld-exempt", "TipoFactor");
    else if (hasAny(element)) found("exempt-with-rate", "TipoFactor");
    return;
  }
  const rate = amountOf(element, "TasaOCuota");
  const amount = amountOf(element, "Importe");
  if (way === "added" && (rate === null || amount === null) && lacksAny(element))
    return found("rate-missing", "TipoFactor", { written: factor });
  if (rate === null) return;
  if (!isRate({ tax: tax ?? "", factor, rate }, way))
    found("rate-unknown", "TasaOCuota", { tax: tax ?? "" });
  if (base === null || amount === null) return;
  const product = isProduct(amount, { of: [base, rate], decimals: looked.decimals }, "first");
  if (!product.fits) found("tax-amount", "Importe", { expected: product.expected });
}

const parts = ["TasaOCuota", "Importe"] as const;

function hasAny(element: XmlElement): boolean {
  return parts.some((name) => valueOf(element, name) !== null);
}

function lacksAny(element: XmlElement): boolean {
  return parts.some((name) => valueOf(element, name) === null);
}

/** Whether c_TasaOCuota can have a rate: those of IVA are a list, those that are withheld a range; those of IEPS change with every law. */
function isRate(
  { tax, factor, rate }: { readonly tax: string; readonly factor: string; readonly rate: Decimal },
  way: "added" | "withheld",
): boolean {
  if (factor !== "Tasa") return true;
  if (way === "added")
    return tax === "002" ? addedIva.has(writeDecimal(rounded(rate, 6, "half"))) : tax !== "001";
  const most = readDecimal(mostWithheld[tax] ?? null);
  return most === null || compare(rate, most) <= 0;
}
