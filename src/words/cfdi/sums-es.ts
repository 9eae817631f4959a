import type { FindingCode } from "../../core/cfdi/rules.ts";
import type { FindingText } from "./findings-es.ts";

/** Findings of lines, taxes, totals and payments. */
export const sumsEs = {
  "line-unit-price": [
    "El valor unitario es {written}, y debe ser mayor que cero.",
    "Corrija el precio, o quite la línea.",
  ],
  "line-amount": [
    "El importe de la línea es {written}, y cantidad por valor unitario da {expected}.",
    "Recalcule el importe con los decimales de la moneda.",
  ],
  "line-discount-decimals": [
    "El descuento {written} tiene más decimales que el importe de la línea.",
    "Redondee el descuento.",
  ],
  "line-discount-over": [
    "El descuento de la línea ({written}) es mayor que su importe ({most}).",
    "Corrija el descuento.",
  ],
  "tax-object-unknown": [
    "El objeto de impuesto «{written}» no existe.",
    "Use 01 (no objeto), 02 (sí objeto) o 03 (sí, sin desglose).",
  ],
  "tax-object-needs-taxes": [
    "Dice que es objeto de impuesto (02) y la línea no trae impuestos.",
    "Agregue los impuestos de la línea, o cambie ObjetoImp.",
  ],
  "tax-object-has-taxes": [
    "Dice {written} en objeto de impuesto, y la línea trae impuestos.",
    "Cambie ObjetoImp por 02, o quite los impuestos de la línea.",
  ],
  "taxes-empty": [
    "El elemento Impuestos de la línea está vacío.",
    "Agregue traslados o retenciones, o quítelo.",
  ],
  "tax-base": [
    "La base del impuesto es {written}, y debe ser mayor que cero.",
    "Corrija la base, que es el importe menos el descuento.",
  ],
  "tax-unknown": ["El impuesto «{written}» no existe.", "Use 001 (ISR), 002 (IVA) o 003 (IEPS)."],
  "factor-unknown": ["El tipo de factor «{written}» no existe.", "Use Tasa, Cuota o Exento."],
  "exempt-with-rate": [
    "Es exento y trae tasa o importe.",
    "Quite TasaOCuota e Importe de ese traslado.",
  ],
  "rate-missing": [
    "El factor es {written} y falta la tasa o el importe.",
    "Agregue TasaOCuota e Importe.",
  ],
  "rate-unknown": [
    "La tasa {written} no existe para el impuesto {tax}.",
    "Use la tasa del catálogo: el IVA es 0.160000, 0.080000 o 0.000000.",
  ],
  "tax-amount": [
    "El impuesto es {written}, y base por tasa da {expected}.",
    "Recalcule el impuesto de la línea.",
  ],
  "withheld-exempt": ["Una retención no puede ser exenta.", "Use Tasa o Cuota."],
  "subtotal-decimals": [
    "El subtotal {written} tiene más decimales que los {decimals} de su moneda.",
    "Redondee el subtotal.",
  ],
  "subtotal-sum": [
    "El subtotal es {written}, y los importes de las líneas suman {expected}.",
    "Recalcule: es la suma de los importes, redondeada al final.",
  ],
  "subtotal-not-zero": [
    "El subtotal de un comprobante de tipo {kind} es 0, y dice {written}.",
    "Escriba 0.",
  ],
  "discount-over": [
    "El descuento ({written}) es mayor que el subtotal ({most}).",
    "Corrija el descuento.",
  ],
  "discount-missing": [
    "Hay descuentos en las líneas y falta el descuento del comprobante.",
    "Agregue Descuento con la suma: {expected}.",
  ],
  "discount-forbidden": ["Un comprobante de tipo {kind} no lleva descuentos.", "Quite Descuento."],
  "discount-sum": [
    "El descuento es {written}, y los de las líneas suman {expected}.",
    "Recalcule el descuento.",
  ],
  "discount-decimals": [
    "El descuento {written} tiene más decimales que los {decimals} de su moneda.",
    "Redondee el descuento.",
  ],
  "total-differs": [
    "El total es {written}, y subtotal menos descuentos más impuestos da {expected}.",
    "Recalcule el total, con los impuestos locales si los hay.",
  ],
  "total-decimals": [
    "El total {written} tiene más decimales que su moneda: es {expected}.",
    "Redondee el total.",
  ],
  "total-not-zero": [
    "El total de un comprobante de tipo {kind} es 0, y dice {written}.",
    "Escriba 0.",
  ],
  "taxes-forbidden": [
    "Un comprobante de tipo {kind} no lleva el resumen de impuestos.",
    "Quite el elemento Impuestos del comprobante.",
  ],
  "taxes-not-summed": [
    "Las líneas traen impuestos que no están en el resumen ({name}).",
    "Agregue al elemento Impuestos del comprobante la suma de cada impuesto.",
  ],
  "withheld-total-decimals": [
    "El total de retenciones {written} tiene más decimales que los {decimals} de su moneda.",
    "Redondee el total.",
  ],
  "withheld-total-sum": [
    "El total de retenciones es {written}, y sus renglones suman {expected}.",
    "Recalcule TotalImpuestosRetenidos.",
  ],
  "withheld-total-missing": [
    "Hay retenciones y falta su total.",
    "Agregue TotalImpuestosRetenidos: {expected}.",
  ],
  "withheld-repeated": [
    "La retención del impuesto {written} está dos veces en el resumen.",
    "Súmelas en un solo renglón.",
  ],
  "withheld-decimals": [
    "La retención {written} tiene más decimales que los {decimals} de su moneda.",
    "Redondee el importe.",
  ],
  "withheld-sum": [
    "La retención es {written}, y las de las líneas suman {expected}.",
    "Recalcule: es la suma de las líneas, redondeada al final.",
  ],
  "added-total-decimals": [
    "El total de traslados {written} tiene más decimales que los {decimals} de su moneda.",
    "Redondee el total.",
  ],
  "added-total-sum": [
    "El total de traslados es {written}, y sus renglones suman {expected}.",
    "Recalcule TotalImpuestosTrasladados.",
  ],
  "added-total-missing": [
    "Hay traslados y falta su total.",
    "Agregue TotalImpuestosTrasladados: {expected}.",
  ],
  "added-base-sum": [
    "La base del traslado es {written}, y las de las líneas suman {expected}.",
    "Recalcule: es la suma de las bases de ese impuesto y tasa.",
  ],
  "added-repeated": [
    "El traslado {written} está dos veces en el resumen.",
    "Súmelos en un solo renglón.",
  ],
  "added-decimals": [
    "{written} tiene más decimales que los {decimals} de su moneda.",
    "Redondee el importe.",
  ],
  "added-sum": [
    "El traslado es {written}, y los de las líneas suman {expected}.",
    "Recalcule: es la suma de los impuestos de las líneas, redondeada al final.",
  ],
  "local-taxes-sum": [
    "El total de impuestos locales es {written}, y sus renglones suman {expected}.",
    "Recalcule el complemento de impuestos locales.",
  ],
  "payments-missing": [
    "Es de tipo P (pago) y no trae el complemento de pagos.",
    "Agregue el complemento Pagos 2.0.",
  ],
  "payments-elsewhere": [
    "Trae el complemento de pagos y es de tipo {kind}.",
    "Los pagos van en un comprobante de tipo P.",
  ],
  "payments-old": [
    "El complemento de pagos es versión {written}; la 4.0 lleva Pagos 2.0.",
    "Emita el recibo con Pagos 2.0.",
  ],
  "payment-line": [
    "Un recibo de pago tiene una sola línea, y este trae más.",
    "Deje un solo concepto.",
  ],
  "payment-fixed": [
    "En un recibo de pago este dato es siempre «{expected}», y dice «{written}».",
    "Es un valor fijo: corríjalo en su sistema de facturación.",
  ],
  "payment-form-99": [
    "La forma de pago del pago es 99, por definir.",
    "Ya se pagó: escriba cómo (01, 02, 03…).",
  ],
  "payment-currency": ["La moneda del pago es XXX.", "Escriba la moneda en que se pagó."],
  "payment-exchange-missing": [
    "El pago no es en pesos y no dice su tipo de cambio.",
    "Agregue TipoCambioP.",
  ],
  "payment-exchange-not-one": [
    "El pago es en pesos y su tipo de cambio dice {written}.",
    "Escriba 1 en TipoCambioP.",
  ],
  "payment-under-documents": [
    "El pago es de {written}, y lo que se abona a sus facturas suma {expected}.",
    "Lo abonado no puede ser más que lo pagado.",
  ],
  "payment-amount-zero": ["El monto del pago es {written}.", "Escriba lo que se pagó."],
  "payment-decimals": [
    "El monto {written} tiene más decimales que su moneda.",
    "Redondee el monto.",
  ],
  "payment-accounts": [
    "Trae datos de cuenta y la forma de pago no pasa por un banco.",
    "Quítelos, o corrija la forma de pago.",
  ],
  "payment-chain": [
    "Los datos de la cadena de pago (SPEI) están incompletos o no van con esta forma de pago.",
    "Con TipoCadPago van CertPago, CadPago y SelloPago, y solo con transferencia (03).",
  ],
  "document-currency": [
    "La moneda de la factura pagada es XXX.",
    "Escriba la moneda de esa factura.",
  ],
  "document-equivalence-missing": [
    "La factura pagada está en otra moneda y falta la equivalencia.",
    "Agregue EquivalenciaDR.",
  ],
  "document-equivalence-not-one": [
    "La factura y el pago son de la misma moneda, y la equivalencia dice {written}.",
    "Escriba 1 en EquivalenciaDR.",
  ],
  "document-zero": ["Dice {written}, y debe ser mayor que cero.", "Corrija el importe."],
  "document-decimals": [
    "{written} tiene más decimales que los {decimals} de su moneda.",
    "Redondee el importe.",
  ],
  "document-balance": [
    "El saldo que queda es {written}; saldo anterior menos lo pagado da {expected}.",
    "Recalcule ImpSaldoInsoluto; no puede ser menor que cero.",
  ],
  "document-tax-object": [
    "El objeto de impuesto «{written}» no existe.",
    "Use el de la factura pagada: 01, 02 o 03.",
  ],
  "document-needs-taxes": [
    "La factura pagada es objeto de impuesto (02) y faltan sus impuestos.",
    "Agregue ImpuestosDR.",
  ],
  "document-has-taxes": [
    "Dice {written} en objeto de impuesto, y trae impuestos.",
    "Cambie ObjetoImpDR por 02, o quite ImpuestosDR.",
  ],
  "payment-taxes-sum": [
    "El impuesto del pago es {written}, y los de sus facturas suman {expected}.",
    "Recalcule ImpuestosP con los de cada factura.",
  ],
  "payments-total": [
    "El total de los pagos es {written}, y suman {expected} en pesos.",
    "Recalcule MontoTotalPagos.",
  ],
  "payments-tax-total": [
    "{name} dice «{written}», y los pagos suman {expected} en pesos.",
    "Recalcule los totales del complemento.",
  ],
} satisfies Partial<Record<FindingCode, FindingText>>;
