/**
 * Errors of the complement Pagos 2.0 (SAT, matriz de errores CRP, version 2.0 revision B), as `cfdi40`:
 * `k` where two transcriptions agree. What to do is to correct the attribute as the meaning says.
 */
export const crp20 = `
CRP20101|l|TipoDeComprobante|El tipo de comprobante no es P.|The kind of the invoice is not P.
CRP20102|l|Exportacion|La exportación no es 01.|The export is not 01.
CRP20103|l|SubTotal|El subtotal no es 0.|The subtotal is not 0.
CRP20104|l|Moneda|La moneda no es XXX.|The currency is not XXX.
CRP20105|l|FormaPago|Hay forma de pago, y no debe existir.|There is a form of payment, and may not be.
CRP20106|l|MetodoPago|Hay método de pago, y no debe existir.|There is a method of payment, and may not be.
CRP20107|l|CondicionesDePago|Hay condiciones de pago, y no deben existir.|There are conditions of payment, and may not be.
CRP20108|l|Descuento|Hay descuento, y no debe existir.|There is a discount, and may not be.
CRP20109|l|TipoCambio|Hay tipo de cambio, y no debe existir.|There is a rate of exchange, and may not be.
CRP20110|l|Total|El total no es 0.|The total is not 0.
CRP20111|l|Conceptos|Hay más de un concepto.|There is more than one line.
CRP20112|l|Concepto|El concepto tiene nodos dentro.|The line has nodes in it.
CRP20113|l|ClaveProdServ|La clave no es 84111506.|The code is not 84111506.
CRP20114|l|NoIdentificacion|Hay número de identificación, y no debe existir.|There is an identification number, and may not be.
CRP20115|l|Cantidad|La cantidad no es 1.|The quantity is not 1.
CRP20116|l|ClaveUnidad|La unidad no es ACT.|The unit is not ACT.
CRP20117|l|Unidad|Hay unidad, y no debe existir.|There is a unit, and may not be.
CRP20118|l|Descripcion|La descripción no es «Pago».|The description is not “Pago”.
CRP20119|l|ValorUnitario|El valor unitario no es 0.|The unit price is not 0.
CRP20120|l|Importe|El importe no es 0.|The amount is not 0.
CRP20121|l|Concepto.Descuento|Hay descuento en el concepto, y no debe existir.|The line has a discount, and may not.
CRP20122|l|ObjetoImp|El objeto de impuesto no es 01.|The object of tax is not 01.
CRP20123|l|Concepto.Impuestos|El concepto trae impuestos, y no debe.|The line has taxes, and may not.
CRP20201|l|TotalRetencionesIVA|El total de IVA retenido no es la suma de los pagos en pesos.|The total IVA withheld is not the sum of the payments in pesos.
CRP20202|l|TotalRetencionesISR|El total de ISR retenido no es la suma de los pagos en pesos.|The total ISR withheld is not the sum of the payments in pesos.
CRP20203|l|TotalRetencionesIEPS|El total de IEPS retenido no es la suma de los pagos en pesos.|The total IEPS withheld is not the sum of the payments in pesos.
CRP20204|l|TotalTrasladosBaseIVA16|La base total de IVA 16 no es la suma de los pagos en pesos.|The total base of IVA 16 is not the sum of the payments in pesos.
CRP20205|l|TotalTrasladosImpuestoIVA16|El total de IVA 16 no es la suma de los pagos en pesos.|The total IVA 16 is not the sum of the payments in pesos.
CRP20206|l|TotalTrasladosBaseIVA8|La base total de IVA 8 no es la suma de los pagos en pesos.|The total base of IVA 8 is not the sum of the payments in pesos.
CRP20207|l|TotalTrasladosImpuestoIVA8|El total de IVA 8 no es la suma de los pagos en pesos.|The total IVA 8 is not the sum of the payments in pesos.
CRP20208|l|TotalTrasladosBaseIVA0|La base total de IVA 0 no es la suma de los pagos en pesos.|The total base of IVA 0 is not the sum of the payments in pesos.
CRP20209|l|TotalTrasladosImpuestoIVA0|El total de IVA 0 no es la suma de los pagos en pesos.|The total IVA 0 is not the sum of the payments in pesos.
CRP20210|l|TotalTrasladosBaseExento|La base exenta total no es la suma de los pagos en pesos.|The total exempt base is not the sum of the payments in pesos.
CRP20211|l|MontoTotalPagos|El monto total no es la suma de los pagos en pesos.|The total amount is not the sum of the payments in pesos.
CRP20212|k|FormaDePagoP|La forma de pago del pago es 99.|The payment's form is 99.
CRP20213|k|MonedaP|La moneda del pago es XXX.|The payment's currency is XXX.
CRP20214|k|TipoCambioP|Falta el tipo de cambio de un pago que no es en pesos.|The rate of exchange of a payment that is not in pesos is missing.
CRP20215|k|TipoCambioP|El pago es en pesos y su tipo de cambio no es 1.|The payment is in pesos and its rate of exchange is not 1.
CRP20216|l|Confirmacion|El tipo de cambio está fuera de límites y falta la confirmación.|The rate of exchange is out of bounds and its confirmation is missing.
CRP20217|l|Monto|Lo abonado a las facturas es más que el pago.|What invoices are paid is more than the payment.
CRP20218|k|Monto|El monto no es mayor que cero.|The amount is not above nought.
CRP20219|l|Monto|El monto tiene más decimales que su moneda.|The amount has more decimals than its currency.
CRP20220|l|Confirmacion|El monto está fuera de límites y falta la confirmación.|The amount is out of bounds and its confirmation is missing.
CRP20221|l|RfcEmisorCtaOrd|Hay RFC de la cuenta ordenante y la forma de pago no es bancaria.|There is the RFC of the paying account and the form passes through no bank.
CRP20222|l|RfcEmisorCtaOrd|El RFC de la cuenta ordenante no está en la lista del SAT.|The RFC of the paying account is not in the SAT's list.
CRP20223|l|NomBancoOrdExt|Falta el nombre del banco extranjero.|The foreign bank's name is missing.
CRP20224|l|CtaOrdenante|Hay cuenta ordenante y la forma de pago no es bancaria.|There is a paying account and the form passes through no bank.
CRP20225|l|CtaOrdenante|La cuenta ordenante no tiene la forma que se pide.|The paying account does not have the shape that is asked.
CRP20226|l|CtaBeneficiario|La cuenta beneficiaria no tiene la forma que se pide.|The receiving account does not have the shape that is asked.
CRP20227|l|RfcEmisorCtaBen|Hay RFC de la cuenta beneficiaria y la forma de pago no es bancaria.|There is the RFC of the receiving account and the form passes through no bank.
CRP20228|l|CtaBeneficiario|Hay cuenta beneficiaria y la forma de pago no es bancaria.|There is a receiving account and the form passes through no bank.
CRP20229|k|TipoCadPago|Hay cadena de pago y la forma no es 03, transferencia.|There is a payment's chain and the form is not 03, transfer.
CRP20230|k|CertPago|Falta el certificado de la cadena de pago.|The certificate of the payment's chain is missing.
CRP20231|k|CertPago|Hay certificado y no hay cadena de pago.|There is a certificate and no payment's chain.
CRP20232|k|CadPago|Falta la cadena de pago.|The payment's chain is missing.
CRP20233|k|CadPago|Hay cadena y no su tipo.|There is a chain and not its kind.
CRP20234|k|SelloPago|Falta el sello de la cadena de pago.|The seal of the payment's chain is missing.
CRP20235|k|SelloPago|Hay sello y no hay cadena de pago.|There is a seal and no payment's chain.
CRP20236|k|MonedaDR|La moneda de la factura pagada es XXX.|The currency of the invoice that is paid is XXX.
CRP20237|k|EquivalenciaDR|La factura está en otra moneda y falta la equivalencia.|The invoice is in another currency and the equivalence is missing.
CRP20238|k|EquivalenciaDR|Es la misma moneda y la equivalencia no es 1.|It is the same currency and the equivalence is not 1.
CRP20239|l|ImpSaldoAnt|El saldo anterior no es mayor que cero.|The balance before is not above nought.
CRP20240|l|ImpSaldoAnt|El saldo anterior tiene más decimales que su moneda.|The balance before has more decimals than its currency.
CRP20241|l|ImpPagado|Lo pagado no es mayor que cero.|What is paid is not above nought.
CRP20242|l|ImpPagado|Lo pagado tiene más decimales que su moneda.|What is paid has more decimals than its currency.
CRP20243|l|ImpSaldoInsoluto|El saldo insoluto tiene más decimales que su moneda.|The balance left has more decimals than its currency.
CRP20244|k|ImpSaldoInsoluto|El saldo insoluto no es el anterior menos lo pagado, o es menor que cero.|The balance left is not the one before less what is paid, or is below nought.
CRP20245|k|ObjetoImpDR|El objeto de impuesto no está en c_ObjetoImp.|The object of tax is not in c_ObjetoImp.
CRP20246|k|ObjetoImpDR|Es objeto de impuesto y faltan los impuestos de la factura.|It is an object of tax and the invoice's taxes are missing.
CRP20247|k|ObjetoImpDR|No es objeto de impuesto y trae impuestos.|It is no object of tax and has taxes.
CRP20248|l|ImpuestosDR|El nodo de impuestos de la factura está vacío.|The node of the invoice's taxes is empty.
CRP20249|l|RetencionDR.BaseDR|La base retenida no es mayor que cero.|The base withheld is not above nought.
CRP20250|l|RetencionDR.ImpuestoDR|El impuesto retenido no está en c_Impuesto.|The tax withheld is not in c_Impuesto.
CRP20251|l|RetencionDR.TipoFactorDR|El factor retenido no está en c_TipoFactor.|The factor withheld is not in c_TipoFactor.
CRP20252|l|RetencionDR.TipoFactorDR|La retención es exenta.|What is withheld is exempt.
CRP20253|l|RetencionDR.TasaOCuotaDR|La tasa retenida no está en c_TasaOCuota.|The rate withheld is not in c_TasaOCuota.
CRP20254|l|RetencionDR.ImporteDR|Lo retenido no está entre sus límites.|What is withheld is not within its bounds.
CRP20255|l|TrasladoDR.BaseDR|La base trasladada no es mayor que cero.|The base added is not above nought.
CRP20256|l|TrasladoDR.ImpuestoDR|El impuesto trasladado no está en c_Impuesto.|The tax added is not in c_Impuesto.
CRP20257|l|TrasladoDR.TipoFactorDR|El factor trasladado no está en c_TipoFactor.|The factor added is not in c_TipoFactor.
CRP20258|l|TrasladoDR.TipoFactorDR|Es exento y trae tasa o importe.|It is exempt and has a rate or an amount.
CRP20259|l|TrasladoDR.TipoFactorDR|Falta la tasa o el importe.|The rate or the amount is missing.
CRP20260|l|TrasladoDR.TasaOCuotaDR|La tasa trasladada no está en c_TasaOCuota.|The rate added is not in c_TasaOCuota.
CRP20261|l|TrasladoDR.ImporteDR|Lo trasladado no está entre sus límites.|What is added is not within its bounds.
CRP20262|l|RetencionP.ImpuestoP|El impuesto retenido del pago no está en c_Impuesto.|The payment's tax withheld is not in c_Impuesto.
CRP20263|l|RetencionP|Hay dos renglones del mismo impuesto retenido.|There are two rows of one tax withheld.
CRP20264|l|RetencionP.ImporteP|Hay retenciones y falta su total en Totales.|Taxes are withheld and their total in Totales is missing.
CRP20265|l|RetencionP.ImporteP|Lo retenido del pago no es la suma de sus facturas.|What the payment withholds is not the sum of its invoices.
CRP20266|l|TrasladoP|Es exento y trae más que base, impuesto y factor.|It is exempt and has more than base, tax and factor.
CRP20267|l|TrasladoP.BaseP|Hay IVA y falta su base en Totales.|There is IVA and its base in Totales is missing.
CRP20268|l|TrasladoP.BaseP|La base del pago no es la suma de sus facturas.|The payment's base is not the sum of its invoices.
CRP20269|l|TrasladoP.BaseP|La base exenta del pago no es la suma de sus facturas.|The payment's exempt base is not the sum of its invoices.
CRP20270|l|TrasladoP.ImpuestoP|El impuesto trasladado del pago no está en c_Impuesto.|The payment's tax added is not in c_Impuesto.
CRP20271|l|TrasladoP|Hay dos renglones del mismo impuesto, factor y tasa.|There are two rows of one tax, factor and rate.
CRP20272|l|TrasladoP.TasaOCuotaP|La tasa del pago no está en c_TasaOCuota.|The payment's rate is not in c_TasaOCuota.
CRP20273|l|TrasladoP.ImporteP|Hay IVA y falta su total en Totales.|There is IVA and its total in Totales is missing.
CRP20274|l|TrasladoP.ImporteP|El impuesto del pago no es la suma de sus facturas.|The payment's tax is not the sum of its invoices.
CRP20275|l|ImpPagado|Lo pagado en otra moneda está fuera de su margen.|What is paid in another currency is out of its margin.
CRP20276|l|Monto|El monto en varias monedas está fuera de sus límites.|The amount in several currencies is out of its bounds.
CRP20277|l|EquivalenciaDR|La equivalencia no tiene los decimales que se piden.|The equivalence does not have the decimals that are asked.
CRP20278|l|ObjetoImpDR|Con 06 o 08 no van IVA ni IEPS.|With 06 or 08 go no IVA and no IEPS.
CRP20279|l|ObjetoImpDR|Con 07 no va IVA y debe ir IEPS.|With 07 goes no IVA, and IEPS must.
CRP20999|l||Error no clasificado del complemento de pagos.|Unclassified error of the complement of payments.
`;
