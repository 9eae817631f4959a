/**
 * Errors of the CFDI 4.0 (SAT, matriz de validaciones CFDI 4.0, of 25 March 2026). A row: code; `k` where
 * its text was found alike in the matrix and in a PAC's own answers, `l` where in one transcription alone;
 * the attribute; what it means in Spanish and in English; what to do in both. Words are our own.
 */
export const cfdi40 = `
CFDI40101|k|Fecha|La fecha no tiene la forma que se pide.|The date does not have the shape that is asked.|Escribirla como AAAA-MM-DDThh:mm:ss, hora local y sin zona.|Write it as YYYY-MM-DDThh:mm:ss, local time without a zone.
CFDI40102|k|Sello|El sello no corresponde al contenido del comprobante.|The seal does not go with the invoice's content.|No editar el XML después de sellarlo; revisar la cadena original y el certificado.|Do not edit the XML once it is sealed; look at its canonical string and certificate.
CFDI40103|k|FormaPago|Hay forma de pago en un comprobante de tipo T, N o P.|There is a form of payment in an invoice of kind T, N or P.|Quitar FormaPago.|Take FormaPago out.
CFDI40104|k|FormaPago|La forma de pago no está en c_FormaPago.|The form of payment is not in c_FormaPago.|Usar una clave del catálogo (01, 02, 03, 04… 99).|Use a code of the catalogue (01, 02, 03, 04… 99).
CFDI40105|k|FormaPago|Con método PPD la forma de pago no es 99.|With method PPD the form of payment is not 99.|Escribir 99, por definir; la forma real va en el recibo de pago.|Write 99, to be defined; the real one goes in the payment receipt.
CFDI40106|k|Certificado|El certificado no cumple: revocado, vencido o de otro tipo.|The certificate does not do: revoked, expired or of another kind.|Sellar con un CSD vigente del emisor.|Seal it with a valid CSD of the issuer.
CFDI40107|k|SubTotal|El subtotal tiene más decimales que la moneda.|The subtotal has more decimals than the currency.|Redondear el subtotal.|Round the subtotal.
CFDI40108|k|SubTotal|El subtotal no es la suma redondeada de los importes de los conceptos (I, E, N).|The subtotal is not the rounded sum of the lines' amounts (I, E, N).|Sumar los importes y redondear al final.|Add the amounts up and round at the end.
CFDI40109|k|SubTotal|En tipo T o P el subtotal no es cero.|In kind T or P the subtotal is not nought.|Escribir 0.|Write 0.
CFDI40110|k|Descuento|El descuento es mayor que el subtotal.|The discount is more than the subtotal.|Corregir el descuento.|Correct the discount.
CFDI40111|k|Descuento|Hay descuento en un concepto y el tipo no lo admite, o falta el del comprobante.|A line has a discount and the kind takes none, or the invoice's is missing.|Quitar el descuento, o agregar Descuento con la suma.|Take the discount out, or add Descuento with the sum.
CFDI40112|k|Descuento|El descuento tiene más decimales que la moneda.|The discount has more decimals than the currency.|Redondear el descuento.|Round the discount.
CFDI40113|k|Moneda|La moneda no está en c_Moneda.|The currency is not in c_Moneda.|Usar la clave de tres letras.|Use the code of three letters.
CFDI40114|k|TipoCambio|Con MXN el tipo de cambio no es 1.|With MXN the rate of exchange is not 1.|Quitarlo o escribir 1.|Take it out or write 1.
CFDI40115|k|TipoCambio|Falta el tipo de cambio de una moneda distinta de MXN y XXX.|The rate of exchange of a currency other than MXN and XXX is missing.|Agregar TipoCambio.|Add TipoCambio.
CFDI40116|k|TipoCambio|Con moneda XXX hay tipo de cambio.|With currency XXX there is a rate of exchange.|Quitar TipoCambio.|Take TipoCambio out.
CFDI40117|k|TipoCambio|El tipo de cambio no tiene la forma que se pide.|The rate of exchange does not have the shape that is asked.|Usar punto y hasta seis decimales.|Use a point and at most six decimals.
CFDI40118|k|Confirmacion|El tipo de cambio está fuera de límites y falta la confirmación.|The rate of exchange is out of bounds and its confirmation is missing.|Pedir al PAC la clave de confirmación, o corregir el tipo de cambio.|Ask the PAC for the confirmation, or correct the rate.
CFDI40119|k|Total|El total no es subtotal menos descuentos más impuestos.|The total is not subtotal less discounts plus taxes.|Recalcular el total, con los impuestos locales.|Work the total out again, with local taxes.
CFDI40120|k|Confirmacion|El total está fuera de límites y falta la confirmación.|The total is out of bounds and its confirmation is missing.|Pedir al PAC la clave de confirmación.|Ask the PAC for the confirmation.
CFDI40121|k|TipoDeComprobante|El tipo no está en c_TipoDeComprobante.|The kind is not in c_TipoDeComprobante.|Usar I, E, T, N o P.|Use I, E, T, N or P.
CFDI40122|k|Exportacion|Exportación 02 sin complemento de Comercio Exterior.|Export 02 without the foreign-trade complement.|Agregar el complemento, o usar 01.|Add the complement, or use 01.
CFDI40123|k|Exportacion|La clave no está en c_Exportacion.|The code is not in c_Exportacion.|Usar 01, 02, 03 o 04.|Use 01, 02, 03 or 04.
CFDI40124|k|MetodoPago|El método no está en c_MetodoPago.|The method is not in c_MetodoPago.|Usar PUE o PPD.|Use PUE or PPD.
CFDI40125|k|MetodoPago|Hay método de pago en tipo T o P.|There is a method of payment in kind T or P.|Quitar MetodoPago.|Take MetodoPago out.
CFDI40126|k|LugarExpedicion|El código postal no está en c_CodigoPostal.|The postal code is not in c_CodigoPostal.|Usar el código postal del lugar de expedición.|Use the postal code of the place of issue.
CFDI40127|k|Confirmacion|Hay confirmación y los valores están dentro de límites.|There is a confirmation and the values are within bounds.|Quitar Confirmacion.|Take Confirmacion out.
CFDI40128|k|Confirmacion|El número de confirmación no es válido.|The number of the confirmation is not valid.|Pedir otro al PAC.|Ask the PAC for another.
CFDI40129|k|Confirmacion|El número de confirmación ya se usó.|The number of the confirmation was used already.|Pedir otro al PAC.|Ask the PAC for another.
CFDI40130|k|Receptor|La factura global no es para XAXX010101000, PUBLICO EN GENERAL.|The global invoice is not for XAXX010101000, PUBLICO EN GENERAL.|Corregir RFC y nombre del receptor.|Correct the receiver's RFC and name.
CFDI40131|k|Periodicidad|La periodicidad no está en c_Periodicidad.|The period is not in c_Periodicidad.|Usar 01 a 05.|Use 01 to 05.
CFDI40132|k|RegimenFiscal|Periodicidad bimestral y el emisor no es del régimen 621.|A bimonthly period and the issuer is not of regime 621.|Usar otra periodicidad.|Use another period.
CFDI40133|k|Meses|El mes no está en c_Meses.|The month is not in c_Meses.|Usar 01 a 18.|Use 01 to 18.
CFDI40134|k|Meses|El mes no es de 01 a 12.|The month is not 01 to 12.|Usar 01 a 12, o periodicidad bimestral.|Use 01 to 12, or a bimonthly period.
CFDI40135|k|Meses|El mes no es de 13 a 18.|The month is not 13 to 18.|Usar 13 a 18 con periodicidad bimestral.|Use 13 to 18 with a bimonthly period.
CFDI40136|k|Año|El año no es el actual ni el anterior.|The year is not this one nor the one before.|Corregir Año.|Correct Año.
CFDI40137|k|TipoRelacion|La relación no está en c_TipoRelacion.|The relation is not in c_TipoRelacion.|Usar una clave del catálogo.|Use a code of the catalogue.
CFDI40138|k|Emisor.Nombre|El emisor no está en la lista de RFC inscritos no cancelados.|The issuer is not in the list of RFCs that are registered and not cancelled.|Revisar la situación del emisor en el SAT.|Look at the issuer's standing with the SAT.
CFDI40139|k|Emisor.Nombre|El nombre del emisor no es el de su RFC.|The issuer's name is not that of its RFC.|Copiarlo de su Constancia de Situación Fiscal.|Copy it from its Constancia de Situación Fiscal.
CFDI40140|k|Emisor.RegimenFiscal|El régimen del emisor no está en c_RegimenFiscal.|The issuer's regime is not in c_RegimenFiscal.|Usar el de su constancia.|Use that of its constancia.
CFDI40141|k|Emisor.RegimenFiscal|El régimen del emisor no es de su tipo de persona.|The issuer's regime is not of its kind of person.|Usar el de su constancia.|Use that of its constancia.
CFDI40142|k|FacAtrAdquirente|El número de operación no es válido.|The number of the operation is not valid.|Revisar el número (diez cifras).|Look at the number (ten figures).
CFDI40143|k|Receptor.Rfc|El RFC del receptor no está en la lista de RFC inscritos no cancelados.|The receiver's RFC is not in the list of RFCs that are registered and not cancelled.|Cotejar el RFC con la constancia; extranjeros: XEXX010101000.|Compare the RFC with the constancia; from abroad: XEXX010101000.
CFDI40144|k|Receptor.Nombre|El nombre del receptor no está en la lista de RFC inscritos no cancelados.|The receiver's name is not in the list of RFCs that are registered and not cancelled.|Copiarlo de su Constancia de Situación Fiscal.|Copy it from its Constancia de Situación Fiscal.
CFDI40145|k|Receptor.Nombre|El nombre del receptor no es el de su RFC.|The receiver's name is not that of its RFC.|Copiarlo de la constancia: mayúsculas, sin tipo de sociedad.|Copy it from the constancia: capitals, without the kind of company.
CFDI40146|k|Receptor.Rfc|El RFC del receptor debe ser XAXX010101000.|The receiver's RFC must be XAXX010101000.|Usarlo con el nombre de público en general.|Use it with the public at large's name.
CFDI40147|k|DomicilioFiscalReceptor|El código postal del receptor no está en la lista de RFC inscritos no cancelados.|The receiver's postal code is not in the list of RFCs that are registered and not cancelled.|Copiarlo de su Constancia de Situación Fiscal.|Copy it from its Constancia de Situación Fiscal.
CFDI40148|k|DomicilioFiscalReceptor|El código postal del receptor no es el de su RFC.|The receiver's postal code is not that of its RFC.|Usar el del domicilio fiscal de la constancia.|Use that of the fiscal address of the constancia.
CFDI40149|l|DomicilioFiscalReceptor|Con RFC genérico, el código postal no es el del lugar de expedición.|With a generic RFC, the postal code is not that of the place of issue.|Igualar DomicilioFiscalReceptor a LugarExpedicion.|Make DomicilioFiscalReceptor that of LugarExpedicion.
CFDI40150|l|ResidenciaFiscal|El país no está en c_Pais.|The country is not in c_Pais.|Usar la clave de tres letras.|Use the code of three letters.
CFDI40151|l|ResidenciaFiscal|Hay residencia en el extranjero y el RFC es nacional.|There is a residence abroad and the RFC is national.|Quitar ResidenciaFiscal.|Take ResidenciaFiscal out.
CFDI40152|l|ResidenciaFiscal|La residencia en el extranjero es MEX.|The residence abroad is MEX.|Escribir otro país, o quitarla.|Write another country, or take it out.
CFDI40153|l|ResidenciaFiscal|Hay registro tributario y falta la residencia.|There is a tax number and the residence is missing.|Agregar ResidenciaFiscal.|Add ResidenciaFiscal.
CFDI40154|l|NumRegIdTrib|Hay registro tributario extranjero y el RFC es nacional.|There is a foreign tax number and the RFC is national.|Quitar NumRegIdTrib.|Take NumRegIdTrib out.
CFDI40155|l|NumRegIdTrib|Falta el registro tributario que pide Comercio Exterior.|The tax number that foreign trade asks for is missing.|Agregar NumRegIdTrib con XEXX010101000.|Add NumRegIdTrib with XEXX010101000.
CFDI40156|l|NumRegIdTrib|El registro tributario no tiene la forma de su país.|The tax number does not have its country's shape.|Revisar la forma en c_Pais.|Look at the shape in c_Pais.
CFDI40157|l|RegimenFiscalReceptor|El régimen del receptor no está en c_RegimenFiscal.|The receiver's regime is not in c_RegimenFiscal.|Usar el de su constancia.|Use that of its constancia.
CFDI40158|k|RegimenFiscalReceptor|El régimen del receptor no es de su tipo de persona.|The receiver's regime is not of its kind of person.|Usar el de su constancia.|Use that of its constancia.
CFDI40159|l|RegimenFiscalReceptor|El régimen no es uno de los que el SAT tiene para ese RFC.|The regime is none of those that the SAT has for that RFC.|Usar el de su constancia.|Use that of its constancia.
CFDI40160|l|UsoCFDI|El uso no está en c_UsoCFDI.|The use is not in c_UsoCFDI.|Usar una clave del catálogo, como G03 o S01.|Use a code of the catalogue, as G03 or S01.
CFDI40161|k|UsoCFDI|El uso no es del tipo de persona o del régimen del receptor.|The use is not of the receiver's kind of person or regime.|Elegir un uso de su régimen; P lleva CP01 y N lleva CN01.|Choose a use of its regime; P has CP01 and N has CN01.
CFDI40162|l|ClaveProdServ|La clave no está en c_ClaveProdServ.|The code is not in c_ClaveProdServ.|Buscar la clave en el catálogo del SAT.|Look the code up in the SAT's catalogue.
CFDI40163|l|ClaveProdServ|La clave pide un complemento que no está.|The code asks for a complement that is not there.|Agregar el complemento.|Add the complement.
CFDI40164|l|ClaveProdServ|La clave pide un impuesto que no está.|The code asks for a tax that is not there.|Agregar el impuesto.|Add the tax.
CFDI40165|l|ClaveUnidad|La unidad no está en c_ClaveUnidad.|The unit is not in c_ClaveUnidad.|Usar una clave del catálogo.|Use a code of the catalogue.
CFDI40166|l|ValorUnitario|El valor unitario no es mayor que cero (I, E, N).|The unit price is not above nought (I, E, N).|Corregir el precio.|Correct the price.
CFDI40167|l|Concepto.Importe|El importe de la línea no está entre sus límites.|The line's amount is not within its bounds.|Recalcular cantidad por valor unitario.|Work quantity by unit price out again.
CFDI40168|l|Concepto.Descuento|El descuento tiene más decimales que el importe.|The discount has more decimals than the amount.|Redondear el descuento.|Round the discount.
CFDI40169|l|Concepto.Descuento|El descuento es mayor que el importe de la línea.|The discount is more than the line's amount.|Corregir el descuento.|Correct the discount.
CFDI40170|l|ObjetoImp|La clave no está en c_ObjetoImp.|The code is not in c_ObjetoImp.|Usar 01, 02 o 03.|Use 01, 02 or 03.
CFDI40171|l|ObjetoImp|Es objeto de impuesto y la línea no trae impuestos.|It is an object of tax and the line has no taxes.|Agregar los impuestos, o cambiar ObjetoImp.|Add the taxes, or change ObjetoImp.
CFDI40172|l|ObjetoImp|No es objeto de impuesto y la línea trae impuestos.|It is no object of tax and the line has taxes.|Quitar los impuestos, o usar 02.|Take the taxes out, or use 02.
CFDI40173|l|Concepto.Impuestos|El nodo Impuestos de la línea está vacío.|The line's Impuestos is empty.|Agregar traslados o retenciones.|Add taxes added or withheld.
CFDI40174|l|Traslado.Base|La base del traslado no es mayor que cero.|The base added is not above nought.|Corregir la base.|Correct the base.
CFDI40175|l|Traslado.Impuesto|El impuesto no está en c_Impuesto.|The tax is not in c_Impuesto.|Usar 001, 002 o 003.|Use 001, 002 or 003.
CFDI40176|l|Traslado.TipoFactor|El factor no está en c_TipoFactor.|The factor is not in c_TipoFactor.|Usar Tasa, Cuota o Exento.|Use Tasa, Cuota or Exento.
CFDI40177|l|Traslado.TipoFactor|Es exento y trae tasa o importe.|It is exempt and has a rate or an amount.|Quitar TasaOCuota e Importe.|Take TasaOCuota and Importe out.
CFDI40178|l|Traslado.TipoFactor|Falta la tasa o el importe.|The rate or the amount is missing.|Agregar TasaOCuota e Importe.|Add TasaOCuota and Importe.
CFDI40179|l|Traslado.TasaOCuota|La tasa no está en c_TasaOCuota.|The rate is not in c_TasaOCuota.|Usar la tasa del catálogo, con seis decimales.|Use the catalogue's rate, with six decimals.
CFDI40180|l|Traslado.Importe|El impuesto no está entre sus límites.|The tax is not within its bounds.|Recalcular base por tasa.|Work base by rate out again.
CFDI40181|l|Retencion.Base|La base de la retención no es mayor que cero.|The base withheld is not above nought.|Corregir la base.|Correct the base.
CFDI40182|k|Retencion.Impuesto|El impuesto retenido no está en c_Impuesto.|The tax withheld is not in c_Impuesto.|Usar 001, 002 o 003.|Use 001, 002 or 003.
CFDI40183|l|Retencion.TipoFactor|El factor de la retención no está en c_TipoFactor.|The factor withheld is not in c_TipoFactor.|Usar Tasa o Cuota.|Use Tasa or Cuota.
CFDI40184|l|Retencion.TipoFactor|La retención es exenta.|What is withheld is exempt.|Usar Tasa o Cuota.|Use Tasa or Cuota.
CFDI40185|l|Retencion.TasaOCuota|La tasa retenida no está en c_TasaOCuota.|The rate withheld is not in c_TasaOCuota.|Usar una tasa del catálogo.|Use a rate of the catalogue.
CFDI40186|l|Retencion.Importe|La retención no está entre sus límites.|What is withheld is not within its bounds.|Recalcular base por tasa.|Work base by rate out again.
CFDI40187|l|RfcACuentaTerceros|El RFC del tercero no está en la lista del SAT.|The third party's RFC is not in the SAT's list.|Revisar el RFC del tercero.|Look at the third party's RFC.
CFDI40188|l|RfcACuentaTerceros|El tercero es el emisor o el receptor.|The third party is the issuer or the receiver.|Corregir el RFC, o quitar el nodo.|Correct the RFC, or take the node out.
CFDI40189|l|NombreACuentaTerceros|El tercero no está en la lista de RFC inscritos no cancelados.|The third party is not in the list of RFCs that are registered and not cancelled.|Revisar la situación del tercero.|Look at the third party's standing.
CFDI40190|l|NombreACuentaTerceros|El nombre del tercero no es el de su RFC.|The third party's name is not that of its RFC.|Copiarlo de su constancia.|Copy it from its constancia.
CFDI40191|l|RegimenFiscalACuentaTerceros|El régimen del tercero no está en c_RegimenFiscal.|The third party's regime is not in c_RegimenFiscal.|Usar el de su constancia.|Use that of its constancia.
CFDI40192|l|DomicilioFiscalACuentaTerceros|El código postal del tercero no está en la lista de RFC inscritos no cancelados.|The third party's postal code is not in the list of RFCs that are registered and not cancelled.|Copiarlo de su constancia.|Copy it from its constancia.
CFDI40193|l|DomicilioFiscalACuentaTerceros|El código postal del tercero no es el de su RFC.|The third party's postal code is not that of its RFC.|Copiarlo de su constancia.|Copy it from its constancia.
CFDI40194|l|NumeroPedimento|El pedimento no es válido.|The customs number is not valid.|Revisar año, aduana, patente y número.|Look at year, customs, patent and number.
CFDI40195|l|NumeroPedimento|Hay pedimento y complemento de Comercio Exterior.|There are a customs number and the foreign-trade complement.|Quitar el pedimento.|Take the customs number out.
CFDI40196|l|Parte.ClaveProdServ|La clave de la parte no está en c_ClaveProdServ.|The part's code is not in c_ClaveProdServ.|Buscarla en el catálogo del SAT.|Look it up in the SAT's catalogue.
CFDI40197|l|Parte.ValorUnitario|El valor unitario de la parte no es mayor que cero.|The part's unit price is not above nought.|Corregir el precio.|Correct the price.
CFDI40198|l|Parte.Importe|El importe de la parte no está entre sus límites.|The part's amount is not within its bounds.|Recalcular el importe.|Work the amount out again.
CFDI40199|l|Parte.NumeroPedimento|El pedimento de la parte no es válido.|The part's customs number is not valid.|Revisar el pedimento.|Look at the customs number.
CFDI40200|l|Parte.NumeroPedimento|Hay pedimento en la parte y complemento de Comercio Exterior.|There are a part's customs number and the foreign-trade complement.|Quitar el pedimento.|Take the customs number out.
CFDI40201|l|Impuestos|Hay resumen de impuestos en tipo T o P.|There is a summary of taxes in kind T or P.|Quitar el nodo Impuestos del comprobante.|Take the invoice's Impuestos out.
CFDI40202|l|TotalImpuestosRetenidos|El total retenido tiene más decimales que la moneda.|The total withheld has more decimals than the currency.|Redondear.|Round it.
CFDI40203|l|TotalImpuestosRetenidos|El total retenido no es la suma de sus renglones.|The total withheld is not the sum of its rows.|Recalcular el total.|Work the total out again.
CFDI40204|l|TotalImpuestosTrasladados|El total trasladado tiene más decimales que la moneda.|The total added has more decimals than the currency.|Redondear.|Round it.
CFDI40205|l|TotalImpuestosTrasladados|El total trasladado no es la suma de sus renglones.|The total added is not the sum of its rows.|Recalcular el total.|Work the total out again.
CFDI40206|l|TotalImpuestosRetenidos|Hay retenciones y falta su total.|Taxes are withheld and their total is missing.|Agregar TotalImpuestosRetenidos.|Add TotalImpuestosRetenidos.
CFDI40207|l|Retencion.Impuesto|El impuesto retenido no está en c_Impuesto.|The tax withheld is not in c_Impuesto.|Usar 001, 002 o 003.|Use 001, 002 or 003.
CFDI40208|l|Retencion.Impuesto|Hay dos renglones del mismo impuesto retenido.|There are two rows of one tax withheld.|Sumarlos en uno.|Add them up in one.
CFDI40209|l|Retencion.Importe|Hay importe retenido y falta el total.|There is an amount withheld and the total is missing.|Agregar TotalImpuestosRetenidos.|Add TotalImpuestosRetenidos.
CFDI40210|l|Retencion.Importe|El importe retenido tiene más decimales que la moneda.|The amount withheld has more decimals than the currency.|Redondear.|Round it.
CFDI40211|l|Retencion.Importe|El importe retenido no es la suma de los de las líneas.|The amount withheld is not the sum of those of the lines.|Sumar los de las líneas y redondear al final.|Add those of the lines up and round at the end.
CFDI40212|l|TotalImpuestosTrasladados|Hay traslados y falta su total.|Taxes are added and their total is missing.|Agregar TotalImpuestosTrasladados.|Add TotalImpuestosTrasladados.
CFDI40213|l|Traslado|Faltan base, impuesto o factor en el resumen.|Base, tax or factor are missing in the summary.|Completar el renglón.|Complete the row.
CFDI40214|l|Traslado.Base|La base del resumen tiene más decimales que la moneda.|The summary's base has more decimals than the currency.|Redondear.|Round it.
CFDI40215|l|Traslado.Base|La base del resumen no es la suma de las de las líneas.|The summary's base is not the sum of those of the lines.|Sumar las bases de ese impuesto y tasa.|Add the bases of that tax and rate up.
CFDI40216|l|Traslado.Base|La base exenta no es la suma de las de las líneas.|The exempt base is not the sum of those of the lines.|Sumar las bases exentas.|Add the exempt bases up.
CFDI40217|l|Traslado.Impuesto|El impuesto no está en c_Impuesto.|The tax is not in c_Impuesto.|Usar 001, 002 o 003.|Use 001, 002 or 003.
CFDI40218|l|Traslado|Hay dos renglones del mismo impuesto, factor y tasa.|There are two rows of one tax, factor and rate.|Sumarlos en uno.|Add them up in one.
CFDI40219|l|Traslado.TasaOCuota|La tasa del resumen no está en c_TasaOCuota.|The summary's rate is not in c_TasaOCuota.|Usar la tasa del catálogo.|Use the catalogue's rate.
CFDI40220|l|Traslado.Importe|El importe del resumen tiene más decimales que la moneda.|The summary's amount has more decimals than the currency.|Redondear.|Round it.
CFDI40221|l|Traslado.Importe|El importe del resumen no es la suma de los de las líneas.|The summary's amount is not the sum of those of the lines.|Sumar los de las líneas y redondear al final; no base por tasa.|Add those of the lines up and round at the end; not base by rate.
CFDI40999|l||Error no clasificado.|Unclassified error.|Revisar el XML completo: estructura, orden de los nodos, catálogos.|Look at the whole XML: structure, order of nodes, catalogues.
`;
