import { taxObjects } from "./catalogues.ts";
import { checkTax } from "./check-tax.ts";
import { compare } from "./decimal.ts";
import { amountOf, valueOf } from "./finding.ts";
import { isProduct } from "./limits.ts";
import { note } from "./looked.ts";
import type { Looked } from "./looked.ts";
import type { FindingCode } from "./rules.ts";
import { allOf, childOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

/** Every line: its price, amount, discount and taxes (SAT, matriz de validaciones CFDI 4.0, CFDI40162 to CFDI40186). */
export function checkLines(looked: Looked): void {
  for (const line of looked.lines) {
    checkAmounts(looked, line);
    checkTaxObject(looked, line);
    const taxes = childOf(line, "Impuestos");
    for (const tax of allOf(taxes, "Traslado")) checkTax(looked, tax, "added");
    for (const tax of allOf(taxes, "Retencion")) checkTax(looked, tax, "withheld");
  }
}

function checkAmounts(looked: Looked, element: XmlElement): void {
  const { kind, decimals } = looked;
  const found = (code: FindingCode, attribute: string, facts: Record<string, string> = {}): void =>
    note(looked, code, {
      element,
      attribute,
      facts: { written: valueOf(element, attribute) ?? "", ...facts },
    });
  const quantity = amountOf(element, "Cantidad");
  const price = amountOf(element, "ValorUnitario");
  const amount = amountOf(element, "Importe");
  const discount = amountOf(element, "Descuento");
  if (price !== null && price.units <= 0n && "IEN".includes(kind) && kind !== "")
    found("line-unit-price", "ValorUnitario");
  if (quantity !== null && price !== null && amount !== null) {
    const { fits, expected } = isProduct(amount, { of: [quantity, price], decimals });
    if (!fits) found("line-amount", "Importe", { expected });
  }
  if (discount === null) return;
  if (kind === "T" || kind === "P") return found("discount-forbidden", "Descuento", { kind });
  if (amount === null) return;
  if (discount.places > Math.max(amount.places, decimals))
    found("line-discount-decimals", "Descuento");
  if (compare(discount, amount) > 0)
    found("line-discount-over", "Descuento", { most: valueOf(element, "Importe") ?? "" });
}

/** ObjetoImp says whether the line has taxes; 02 is told them, 01, 03 and the like are not (CFDI40170 to CFDI40173). */
function checkTaxObject(looked: Looked, element: XmlElement): void {
  const taxes = childOf(element, "Impuestos");
  const object = valueOf(element, "ObjetoImp");
  const at = { element, attribute: "ObjetoImp", facts: { written: object ?? "" } };
  const isEmpty =
    taxes !== undefined && taxes.children.every(({ children }) => children.length === 0);
  if (isEmpty) note(looked, "taxes-empty", { element: taxes });
  if (looked.version !== "4.0" || object === null) return;
  if (!taxObjects.has(object)) note(looked, "tax-object-unknown", at);
  else if (object === "02" && taxes === undefined) note(looked, "tax-object-needs-taxes", at);
  // 06 to 08 tell some taxes and not others: which, is asked by their own rules. Of 05 no source says it.
  else if (["01", "03", "04"].includes(object) && taxes !== undefined)
    note(looked, "tax-object-has-taxes", at);
}
