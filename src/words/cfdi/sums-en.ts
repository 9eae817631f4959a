import type { FindingText } from "./findings-es.ts";
import type { sumsEs } from "./sums-es.ts";

/** Findings of lines, taxes, totals and payments. */
export const sumsEn: Readonly<Record<keyof typeof sumsEs, FindingText>> = {
  "line-unit-price": [
    "The unit price is {written}, and must be above nought.",
    "Correct the price, or take the line out.",
  ],
  "line-amount": [
    "The line's amount is {written}, and quantity by unit price is {expected}.",
    "Work the amount out again with the currency's decimals.",
  ],
  "line-discount-decimals": [
    "The discount {written} has more decimals than the line's amount.",
    "Round the discount.",
  ],
  "line-discount-over": [
    "The line's discount ({written}) is more than its amount ({most}).",
    "Correct the discount.",
  ],
  "tax-object-unknown": [
    "There is no object of tax “{written}”.",
    "Use 01 (no object), 02 (object) or 03 (object, not told).",
  ],
  "tax-object-needs-taxes": [
    "It says that it is an object of tax (02) and the line has no taxes.",
    "Add the line's taxes, or change ObjetoImp.",
  ],
  "tax-object-has-taxes": [
    "It says {written} as object of tax, and the line has taxes.",
    "Change ObjetoImp to 02, or take the line's taxes out.",
  ],
  "taxes-empty": [
    "The line's element Impuestos is empty.",
    "Add taxes added or withheld, or take it out.",
  ],
  "tax-base": [
    "The base of the tax is {written}, and must be above nought.",
    "Correct the base, which is the amount less the discount.",
  ],
  "tax-unknown": ["There is no tax “{written}”.", "Use 001 (ISR), 002 (IVA) or 003 (IEPS)."],
  "factor-unknown": ["There is no kind of factor “{written}”.", "Use Tasa, Cuota or Exento."],
  "exempt-with-rate": [
    "It is exempt and has a rate or an amount.",
    "Take TasaOCuota and Importe out of it.",
  ],
  "rate-missing": [
    "The factor is {written} and the rate or the amount is missing.",
    "Add TasaOCuota and Importe.",
  ],
  "rate-unknown": [
    "There is no rate {written} of the tax {tax}.",
    "Use the catalogue's rate: IVA is 0.160000, 0.080000 or 0.000000.",
  ],
  "tax-amount": [
    "The tax is {written}, and base by rate is {expected}.",
    "Work the line's tax out again.",
  ],
  "withheld-exempt": ["What is withheld cannot be exempt.", "Use Tasa or Cuota."],
  "subtotal-decimals": [
    "The subtotal {written} has more decimals than its currency's {decimals}.",
    "Round the subtotal.",
  ],
  "subtotal-sum": [
    "The subtotal is {written}, and the lines' amounts add up to {expected}.",
    "Work it out again: it is the sum of the amounts, rounded at the end.",
  ],
  "subtotal-not-zero": [
    "The subtotal of an invoice of kind {kind} is 0, and it says {written}.",
    "Write 0.",
  ],
  "discount-over": [
    "The discount ({written}) is more than the subtotal ({most}).",
    "Correct the discount.",
  ],
  "discount-missing": [
    "Lines have discounts and the invoice's discount is missing.",
    "Add Descuento with their sum: {expected}.",
  ],
  "discount-forbidden": ["An invoice of kind {kind} has no discounts.", "Take Descuento out."],
  "discount-sum": [
    "The discount is {written}, and those of the lines add up to {expected}.",
    "Work the discount out again.",
  ],
  "discount-decimals": [
    "The discount {written} has more decimals than its currency's {decimals}.",
    "Round the discount.",
  ],
  "total-differs": [
    "The total is {written}, and subtotal less discounts plus taxes is {expected}.",
    "Work the total out again, with local taxes where there are some.",
  ],
  "total-decimals": [
    "The total {written} has more decimals than its currency: it is {expected}.",
    "Round the total.",
  ],
  "total-not-zero": [
    "The total of an invoice of kind {kind} is 0, and it says {written}.",
    "Write 0.",
  ],
  "taxes-forbidden": [
    "An invoice of kind {kind} has no summary of taxes.",
    "Take the invoice's element Impuestos out.",
  ],
  "taxes-not-summed": [
    "The lines have taxes that are not in the summary ({name}).",
    "Add the sum of each tax to the invoice's element Impuestos.",
  ],
  "withheld-total-decimals": [
    "The total withheld {written} has more decimals than its currency's {decimals}.",
    "Round the total.",
  ],
  "withheld-total-sum": [
    "The total withheld is {written}, and its rows add up to {expected}.",
    "Work TotalImpuestosRetenidos out again.",
  ],
  "withheld-total-missing": [
    "Taxes are withheld and their total is missing.",
    "Add TotalImpuestosRetenidos: {expected}.",
  ],
  "withheld-repeated": [
    "What is withheld of the tax {written} is twice in the summary.",
    "Add them up in one row.",
  ],
  "withheld-decimals": [
    "What is withheld, {written}, has more decimals than its currency's {decimals}.",
    "Round the amount.",
  ],
  "withheld-sum": [
    "What is withheld is {written}, and that of the lines adds up to {expected}.",
    "Work it out again: it is the sum of the lines, rounded at the end.",
  ],
  "added-total-decimals": [
    "The total added {written} has more decimals than its currency's {decimals}.",
    "Round the total.",
  ],
  "added-total-sum": [
    "The total added is {written}, and its rows add up to {expected}.",
    "Work TotalImpuestosTrasladados out again.",
  ],
  "added-total-missing": [
    "Taxes are added and their total is missing.",
    "Add TotalImpuestosTrasladados: {expected}.",
  ],
  "added-base-sum": [
    "The base is {written}, and those of the lines add up to {expected}.",
    "Work it out again: it is the sum of the bases of that tax and rate.",
  ],
  "added-repeated": ["The tax added {written} is twice in the summary.", "Add them up in one row."],
  "added-decimals": [
    "{written} has more decimals than its currency's {decimals}.",
    "Round the amount.",
  ],
  "added-sum": [
    "The tax added is {written}, and those of the lines add up to {expected}.",
    "Work it out again: it is the sum of the lines' taxes, rounded at the end.",
  ],
  "local-taxes-sum": [
    "The total of local taxes is {written}, and its rows add up to {expected}.",
    "Work the complement of local taxes out again.",
  ],
  "payments-missing": [
    "It is of kind P (payment) and lacks the complement of payments.",
    "Add the complement Pagos 2.0.",
  ],
  "payments-elsewhere": [
    "It has the complement of payments and is of kind {kind}.",
    "Payments go in an invoice of kind P.",
  ],
  "payments-old": [
    "The complement of payments is version {written}; 4.0 goes with Pagos 2.0.",
    "Issue the receipt with Pagos 2.0.",
  ],
  "payment-line": ["A payment receipt has one line, and this one has more.", "Leave one line."],
  "payment-fixed": [
    "In a payment receipt this is always “{expected}”, and it says “{written}”.",
    "It is a fixed value: correct it in your invoicing system.",
  ],
  "payment-form-99": [
    "The payment's form is 99, to be defined.",
    "It was paid already: write how (01, 02, 03…).",
  ],
  "payment-currency": ["The payment's currency is XXX.", "Write the currency that was paid in."],
  "payment-exchange-missing": [
    "The payment is not in pesos and gives no rate of exchange.",
    "Add TipoCambioP.",
  ],
  "payment-exchange-not-one": [
    "The payment is in pesos and its rate of exchange says {written}.",
    "Write 1 in TipoCambioP.",
  ],
  "payment-under-documents": [
    "The payment is of {written}, and what its invoices are paid adds up to {expected}.",
    "They cannot be paid more than what was paid.",
  ],
  "payment-amount-zero": ["The payment's amount is {written}.", "Write what was paid."],
  "payment-decimals": [
    "The amount {written} has more decimals than its currency.",
    "Round the amount.",
  ],
  "payment-accounts": [
    "It names accounts and the form of payment passes through no bank.",
    "Take them out, or correct the form of payment.",
  ],
  "payment-chain": [
    "The data of the payment's chain (SPEI) are incomplete or do not go with this form of payment.",
    "With TipoCadPago go CertPago, CadPago and SelloPago, and only with a transfer (03).",
  ],
  "document-currency": [
    "The currency of the invoice that is paid is XXX.",
    "Write that invoice's currency.",
  ],
  "document-equivalence-missing": [
    "The invoice that is paid is in another currency and the equivalence is missing.",
    "Add EquivalenciaDR.",
  ],
  "document-equivalence-not-one": [
    "Invoice and payment are of one currency, and the equivalence says {written}.",
    "Write 1 in EquivalenciaDR.",
  ],
  "document-zero": ["It says {written}, and must be above nought.", "Correct the amount."],
  "document-decimals": [
    "{written} has more decimals than its currency's {decimals}.",
    "Round the amount.",
  ],
  "document-balance": [
    "The balance left is {written}; the one before less what is paid is {expected}.",
    "Work ImpSaldoInsoluto out again; it cannot be below nought.",
  ],
  "document-tax-object": [
    "There is no object of tax “{written}”.",
    "Use that of the invoice that is paid: 01, 02 or 03.",
  ],
  "document-needs-taxes": [
    "The invoice that is paid is an object of tax (02) and its taxes are missing.",
    "Add ImpuestosDR.",
  ],
  "document-has-taxes": [
    "It says {written} as object of tax, and has taxes.",
    "Change ObjetoImpDR to 02, or take ImpuestosDR out.",
  ],
  "payment-taxes-sum": [
    "The payment's tax is {written}, and those of its invoices add up to {expected}.",
    "Work ImpuestosP out again from those of each invoice.",
  ],
  "payments-total": [
    "The total of the payments is {written}, and they add up to {expected} in pesos.",
    "Work MontoTotalPagos out again.",
  ],
  "payments-tax-total": [
    "{name} says “{written}”, and the payments add up to {expected} in pesos.",
    "Work the complement's totals out again.",
  ],
};
