/** What an element must have. */
export interface Required {
  readonly attributes: readonly string[];
  readonly children?: readonly string[];
}

const of = (attributes: string, children?: string): Required => ({
  attributes: attributes.split(" "),
  ...(children === undefined ? {} : { children: children.split(" ") }),
});

const line = "Comprobante/Conceptos/Concepto";
const pays = "Comprobante/Complemento/Pagos";

/** What both versions ask (cfdv33.xsd and cfdv40.xsd, attributes with use="required"), and complements whatever the version. */
const shared: Readonly<Record<string, Required>> = {
  "Comprobante/Conceptos": { attributes: [], children: ["Concepto"] },
  [`${line}/Impuestos/Traslados/Traslado`]: of("Base Impuesto TipoFactor"),
  [`${line}/Impuestos/Retenciones/Retencion`]: of("Base Impuesto TipoFactor TasaOCuota Importe"),
  "Comprobante/Impuestos/Retenciones/Retencion": of("Impuesto Importe"),
  "Comprobante/CfdiRelacionados": of("TipoRelacion", "CfdiRelacionado"),
  "Comprobante/CfdiRelacionados/CfdiRelacionado": of("UUID"),
  // TimbreFiscalDigitalv11.xsd
  "Comprobante/Complemento/TimbreFiscalDigital": of(
    "Version UUID FechaTimbrado RfcProvCertif SelloCFD NoCertificadoSAT SelloSAT",
  ),
  // implocal.xsd
  "Comprobante/Complemento/ImpuestosLocales": of("version TotaldeRetenciones TotaldeTraslados"),
  // nomina12.xsd
  "Comprobante/Complemento/Nomina": of(
    "Version TipoNomina FechaPago FechaInicialPago FechaFinalPago NumDiasPagados",
  ),
};

/** cfdv40.xsd and Pagos20.xsd. */
const v40: Readonly<Record<string, Required>> = {
  ...shared,
  Comprobante: of(
    "Fecha Sello NoCertificado Certificado SubTotal Moneda Total TipoDeComprobante Exportacion LugarExpedicion",
    "Emisor Receptor Conceptos",
  ),
  "Comprobante/InformacionGlobal": of("Periodicidad Meses Año"),
  "Comprobante/Emisor": of("Rfc Nombre RegimenFiscal"),
  "Comprobante/Receptor": of("Rfc Nombre DomicilioFiscalReceptor RegimenFiscalReceptor UsoCFDI"),
  [line]: of("ClaveProdServ Cantidad ClaveUnidad Descripcion ValorUnitario Importe ObjetoImp"),
  [`${line}/ACuentaTerceros`]: of(
    "RfcACuentaTerceros NombreACuentaTerceros RegimenFiscalACuentaTerceros DomicilioFiscalACuentaTerceros",
  ),
  "Comprobante/Impuestos/Traslados/Traslado": of("Base Impuesto TipoFactor"),
  [pays]: of("Version", "Totales Pago"),
  [`${pays}/Totales`]: of("MontoTotalPagos"),
  [`${pays}/Pago`]: of("FechaPago FormaDePagoP MonedaP Monto", "DoctoRelacionado"),
  [`${pays}/Pago/DoctoRelacionado`]: of(
    "IdDocumento MonedaDR NumParcialidad ImpSaldoAnt ImpPagado ImpSaldoInsoluto ObjetoImpDR",
  ),
  [`${pays}/Pago/DoctoRelacionado/ImpuestosDR/RetencionesDR/RetencionDR`]: of(
    "BaseDR ImpuestoDR TipoFactorDR TasaOCuotaDR ImporteDR",
  ),
  [`${pays}/Pago/DoctoRelacionado/ImpuestosDR/TrasladosDR/TrasladoDR`]: of(
    "BaseDR ImpuestoDR TipoFactorDR",
  ),
  [`${pays}/Pago/ImpuestosP/RetencionesP/RetencionP`]: of("ImpuestoP ImporteP"),
  [`${pays}/Pago/ImpuestosP/TrasladosP/TrasladoP`]: of("BaseP ImpuestoP TipoFactorP"),
};

/** cfdv33.xsd. */
const v33: Readonly<Record<string, Required>> = {
  ...shared,
  Comprobante: of(
    "Fecha Sello NoCertificado Certificado SubTotal Moneda Total TipoDeComprobante LugarExpedicion",
    "Emisor Receptor Conceptos",
  ),
  "Comprobante/Emisor": of("Rfc RegimenFiscal"),
  "Comprobante/Receptor": of("Rfc UsoCFDI"),
  [line]: of("ClaveProdServ Cantidad ClaveUnidad Descripcion ValorUnitario Importe"),
  "Comprobante/Impuestos/Traslados/Traslado": of("Impuesto TipoFactor TasaOCuota Importe"),
};

/** What each element must have, by its way from the root, without numbers. */
export const required: Readonly<Record<"4.0" | "3.3", Readonly<Record<string, Required>>>> = {
  "4.0": v40,
  "3.3": v33,
};

/** tdCFDI.xsd: t_Importe and t_ImporteMXN, an amount that is not below nought. */
export const amountShape = /^[0-9]{1,18}(?:\.[0-9]{1,6})?$/u;

/** Attributes that are amounts or quantities, whatever their element. */
export const amounts: ReadonlySet<string> = new Set(
  `SubTotal Descuento Total Cantidad ValorUnitario Importe Base TotalImpuestosRetenidos
TotalImpuestosTrasladados MontoTotalPagos Monto ImpSaldoAnt ImpPagado ImpSaldoInsoluto BaseDR ImporteDR BaseP
ImporteP TasaOCuota TasaOCuotaDR TasaOCuotaP TipoCambio TipoCambioP TotaldeRetenciones TotaldeTraslados
TotalRetencionesIVA TotalRetencionesISR TotalRetencionesIEPS TotalTrasladosBaseIVA16
TotalTrasladosImpuestoIVA16 TotalTrasladosBaseIVA8 TotalTrasladosImpuestoIVA8 TotalTrasladosBaseIVA0
TotalTrasladosImpuestoIVA0 TotalTrasladosBaseExento`.split(/\s/u),
);

/** Other attributes with a shape of their own (cfdv40.xsd, TimbreFiscalDigitalv11.xsd). */
export const shapes: Readonly<Record<string, RegExp>> = {
  NoCertificado: /^[0-9]{20}$/u,
  NoCertificadoSAT: /^[0-9]{20}$/u,
  ClaveProdServ: /^[0-9]{8}$/u,
  ClaveUnidad: /^[A-Z0-9]{1,3}$/u,
  IdDocumento:
    /^(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}|[0-9]{3}-[0-9]{2}-[0-9]{9})$/u,
  NumParcialidad: /^[1-9][0-9]{0,2}$/u,
  EquivalenciaDR: /^[0-9]{1,18}(?:\.[0-9]{1,10})?$/u,
  Confirmacion: /^[0-9a-zA-Z]{5}$/u,
  RfcProvCertif: /^[A-Z&Ñ]{3,4}[0-9]{6}[A-Z0-9]{3}$/u,
};
