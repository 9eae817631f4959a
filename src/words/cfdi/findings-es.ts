import type { FindingCode } from "../../core/cfdi/rules.ts";

/** A finding in words: what is wrong, and what to do; facts stand in braces. */
export type FindingText = readonly [what: string, todo: string];

/** Findings of the file, the head, the parties, the seal and what the desk knows. */
export const findingsEs = {
  "xml-malformed": [
    "El XML está incompleto o dañado y no se puede leer: {why}.",
    "Vuelva a descargarlo de su sistema o de su proveedor de facturación, sin abrirlo ni editarlo.",
  ],
  "xml-doctype": [
    "El XML declara un tipo de documento (DOCTYPE), y ninguna factura lo lleva.",
    "Envíe el XML tal como lo entregó el proveedor de facturación.",
  ],
  "not-a-cfdi": [
    "No es un CFDI: es un XML de otro tipo.",
    "Adjunte el XML de la factura, cuyo primer elemento se llama Comprobante.",
  ],
  "encoding-not-utf8": [
    "El archivo está escrito en {written} y no en UTF-8, que es lo que pide el Anexo 20.",
    "Genere el XML en UTF-8, antes de sellarlo.",
  ],
  "encoding-broken": [
    "Hay bytes que no son texto en {written}, que es lo que el archivo dice ser.",
    "Alguien lo guardó con otra codificación: pida el XML original.",
  ],
  "namespace-wrong": [
    "El Comprobante no está en el espacio de nombres del SAT ({expected}).",
    "Revise la declaración xmlns:cfdi en su sistema de facturación.",
  ],
  "version-missing": [
    "No dice su versión.",
    'Agregue Version="4.0" en su sistema de facturación y vuelva a timbrar.',
  ],
  "version-old": [
    "Es versión {written}; desde el 1 de abril de 2023 solo se acepta la 4.0.",
    "Emita la factura en versión 4.0.",
  ],
  "version-unread": [
    "Es versión {written}: se muestra, pero solo se revisan la 3.3 y la 4.0.",
    "Si es una factura antigua no hay nada que hacer.",
  ],
  "node-missing": [
    "Faltan elementos: {name}.",
    "Complete la factura en su sistema y vuelva a timbrarla.",
  ],
  "attribute-missing": [
    "Faltan datos obligatorios: {name}.",
    "Captúrelos en su sistema de facturación y vuelva a timbrar.",
  ],
  "attribute-malformed": [
    "{name} dice «{written}», que no tiene la forma que pide el SAT.",
    "Las cantidades van con punto, sin comas ni signos y con seis decimales a lo más; las claves, como están en el catálogo.",
  ],
  "date-malformed": [
    "La fecha «{written}» no tiene la forma AAAA-MM-DDThh:mm:ss.",
    "Escriba la fecha y hora locales, sin zona horaria ni milisegundos.",
  ],
  "kind-unknown": [
    "El tipo de comprobante «{written}» no existe.",
    "Use I (ingreso), E (egreso), T (traslado), N (nómina) o P (pago).",
  ],
  "currency-unknown": [
    "La moneda «{written}» no está en el catálogo del SAT.",
    "Use la clave de tres letras: MXN, USD, EUR…",
  ],
  "currency-of-kind": [
    "La moneda de un comprobante de tipo {kind} es {expected}, y dice {written}.",
    "Cambie Moneda por {expected}.",
  ],
  "exchange-missing": [
    "Está en {currency} y no dice el tipo de cambio.",
    "Agregue TipoCambio con el tipo de cambio del día.",
  ],
  "exchange-not-one": [
    "Está en pesos y el tipo de cambio dice {written}.",
    "Quite TipoCambio, o escriba 1.",
  ],
  "exchange-forbidden": ["Lleva tipo de cambio, y aquí no debe existir.", "Quite TipoCambio."],
  "payment-form-forbidden": [
    "Un comprobante de tipo {kind} no lleva forma de pago.",
    "Quite FormaPago.",
  ],
  "payment-form-unknown": [
    "La forma de pago «{written}» no está en el catálogo del SAT.",
    "Use una clave de dos cifras: 01 efectivo, 03 transferencia, 04 tarjeta de crédito, 99 por definir…",
  ],
  "payment-form-not-99": [
    "El método es PPD (se paga después), y la forma de pago dice {written}.",
    "Con PPD la forma de pago es 99, por definir; la real va en el recibo de pago.",
  ],
  "payment-form-99-at-once": [
    "El método es PUE (ya se pagó o se paga en el mes), y la forma de pago dice 99, por definir.",
    "Con PUE escriba la forma real (01, 03, 04…); si todavía no se paga, use PPD.",
  ],
  "payment-form-missing": [
    "No dice la forma de pago.",
    "Agregue FormaPago: la real con PUE, o 99 con PPD.",
  ],
  "payment-method-unknown": [
    "El método de pago «{written}» no existe.",
    "Use PUE (una sola exhibición) o PPD (parcialidades o diferido).",
  ],
  "payment-method-forbidden": [
    "Un comprobante de tipo {kind} no lleva método de pago.",
    "Quite MetodoPago.",
  ],
  "payment-method-missing": ["No dice el método de pago.", "Agregue MetodoPago: PUE o PPD."],
  "payment-method-of-payroll": [
    "El método de pago de una nómina es PUE, y dice {written}.",
    "Cambie MetodoPago por PUE.",
  ],
  "conditions-forbidden": [
    "Un comprobante de tipo {kind} no lleva condiciones de pago.",
    "Quite CondicionesDePago.",
  ],
  "export-unknown": [
    "La clave de exportación «{written}» no existe.",
    "Use 01 si no es exportación; 02, 03 o 04 si lo es.",
  ],
  "export-complement-missing": [
    "Dice que es exportación definitiva (02) y no trae el complemento de Comercio Exterior.",
    "Agregue el complemento, o cambie Exportacion a 01 si no lo es.",
  ],
  "postal-code-malformed": [
    "«{written}» no es un código postal de cinco cifras.",
    "Escriba el código postal completo, con su cero inicial si lo tiene.",
  ],
  "relation-unknown": [
    "El tipo de relación «{written}» no está en el catálogo del SAT.",
    "Use 01 a 07: 01 nota de crédito, 04 sustitución, 07 anticipo…",
  ],
  "related-uuid-malformed": [
    "El UUID relacionado «{written}» no tiene la forma correcta.",
    "Cópielo completo del timbre de la otra factura.",
  ],
  "global-receiver": [
    "Es factura global y el receptor no es el público en general.",
    "Use el RFC XAXX010101000 y el nombre PUBLICO EN GENERAL, o quite InformacionGlobal.",
  ],
  "global-missing": [
    "Es para PUBLICO EN GENERAL y no trae la información global (periodo).",
    "Agregue InformacionGlobal con Periodicidad, Meses y Año.",
  ],
  "global-period-unknown": [
    "La periodicidad «{written}» no existe.",
    "Use 01 diaria, 02 semanal, 03 quincenal, 04 mensual o 05 bimestral.",
  ],
  "global-period-regime": [
    "La periodicidad bimestral es solo del régimen 621, y el emisor tiene otro.",
    "Use otra periodicidad.",
  ],
  "global-month-unknown": [
    "El mes «{written}» no existe.",
    "Use 01 a 12, o 13 a 18 si es bimestre.",
  ],
  "global-month-single": [
    "El mes «{written}» es de un bimestre, y la periodicidad no es bimestral.",
    "Use 01 a 12.",
  ],
  "global-month-double": [
    "La periodicidad es bimestral y el mes «{written}» no es un bimestre.",
    "Use 13 (enero-febrero) a 18 (noviembre-diciembre).",
  ],
  "global-year": [
    "El año {written} no es el de la factura ni el anterior.",
    "Corrija Año en InformacionGlobal.",
  ],
  "rfc-malformed": [
    "«{written}» no tiene la forma de un RFC.",
    "Escriba 12 caracteres (empresa) o 13 (persona), en mayúsculas y sin guiones ni espacios.",
  ],
  "rfc-check-digit": [
    "El RFC {written} tiene la forma correcta, pero su fecha o su dígito verificador no cuadran.",
    "Cotéjelo letra por letra con la Constancia de Situación Fiscal.",
  ],
  "issuer-generic": [
    "El emisor tiene un RFC genérico ({written}), que es solo para receptores.",
    "Escriba el RFC de quien emite.",
  ],
  "regime-unknown": [
    "El régimen fiscal {written} del emisor no está en el catálogo del SAT.",
    "Cópielo de la Constancia de Situación Fiscal.",
  ],
  "regime-of-person": [
    "El régimen {written} ({regime}) no es para el tipo de persona del emisor.",
    "Use un régimen de su Constancia de Situación Fiscal.",
  ],
  "receiver-regime-unknown": [
    "El régimen fiscal {written} del receptor no está en el catálogo del SAT.",
    "Pida la Constancia de Situación Fiscal de quien recibe la factura.",
  ],
  "receiver-regime-of-person": [
    "El régimen {written} ({regime}) no es para el tipo de persona del receptor.",
    "Pida la Constancia de Situación Fiscal de quien recibe la factura.",
  ],
  "use-unknown": [
    "El uso «{written}» no está en el catálogo de la versión 4.0.",
    "Use por ejemplo G03, gastos en general, o S01, sin efectos fiscales.",
  ],
  "use-of-person": [
    "El uso {written} ({use}) no es para el tipo de persona del receptor.",
    "Elija otro uso: los que empiezan con D y CN01 son solo de personas físicas.",
  ],
  "use-of-regime": [
    "El uso {written} ({use}) no se permite con el régimen {regime} del receptor.",
    "Elija un uso de ese régimen, o corrija el régimen con su Constancia de Situación Fiscal.",
  ],
  "use-of-kind": [
    "El uso de un comprobante de tipo {kind} es {expected}, y dice {written}.",
    "Cambie UsoCFDI por {expected}.",
  ],
  "generic-regime": [
    "Con RFC genérico el régimen del receptor es 616, y dice {written}.",
    "Cambie RegimenFiscalReceptor por 616.",
  ],
  "generic-use": ["Con RFC genérico el uso es S01, y dice {written}.", "Cambie UsoCFDI por S01."],
  "generic-postal-code": [
    "Con RFC genérico el código postal del receptor es el del lugar de expedición ({expected}), y dice {written}.",
    "Cambie DomicilioFiscalReceptor por {expected}.",
  ],
  "name-with-company-type": [
    "El nombre «{written}» lleva el tipo de sociedad, y el SAT lo registra sin él.",
    "Escriba «{expected}», como dice la Constancia de Situación Fiscal.",
  ],
  "residence-forbidden": [
    "Dice residencia en el extranjero y el RFC es mexicano.",
    "Quite ResidenciaFiscal.",
  ],
  "residence-mexico": [
    "La residencia en el extranjero no puede ser México.",
    "Escriba la clave del otro país, o quite ResidenciaFiscal.",
  ],
  "tax-id-alone": [
    "Trae registro tributario de otro país y no dice de cuál.",
    "Agregue ResidenciaFiscal.",
  ],
  "tax-id-forbidden": [
    "Trae registro tributario de otro país y el RFC es mexicano.",
    "Quite NumRegIdTrib.",
  ],
  "not-signed": [
    "No tiene {name}: el emisor no la ha sellado.",
    "Selle la factura con el certificado del emisor y tímbrela.",
  ],
  "not-stamped": [
    "No tiene timbre fiscal: para el SAT todavía no es una factura.",
    "Pida a su proveedor de facturación el XML timbrado.",
  ],
  "uuid-malformed": [
    "El UUID del timbre («{written}») no tiene la forma correcta.",
    "Descargue de nuevo el XML timbrado.",
  ],
  "stamp-other-seal": [
    "El timbre es de otro sello: el XML cambió después de timbrarse.",
    "Use el XML que entregó el PAC, sin editarlo.",
  ],
  "stamp-late": [
    "Se emitió el {issued} y se timbró el {written}: pasaron más de 72 horas.",
    "Emita la factura de nuevo con la fecha actual.",
  ],
  "stamp-early": [
    "Se timbró ({written}) antes de la fecha en que dice haberse emitido ({issued}).",
    "Revise el reloj del sistema que la emite.",
  ],
  "certificate-unreadable": [
    "El certificado que trae no se puede leer.",
    "Revise que Certificado sea el contenido del archivo .cer en base64.",
  ],
  "certificate-number": [
    "NoCertificado dice {written} y el certificado que trae es el {expected}.",
    "Use el número del mismo certificado con que se sella.",
  ],
  "certificate-rfc": [
    "El certificado es de {expected} y el emisor dice ser {written}.",
    "Selle con el certificado (CSD) del emisor.",
  ],
  "certificate-dates": [
    "El certificado no estaba vigente en la fecha de la factura ({written}).",
    "Selle con un certificado (CSD) vigente.",
  ],
  "receiver-not-client": [
    "Quien la recibe ({written}) no está en el registro de clientes de esta mesa.",
    "Confirme a qué cliente corresponde.",
  ],
  "uuid-elsewhere": [
    "Esta misma factura está también en {written}.",
    "Revise si es el mismo caso.",
  ],
  "findings-more": [
    "Hay {count} observaciones más de las que se muestran.",
    "Corrija primero estas y vuelva a revisar la factura.",
  ],
} satisfies Partial<Record<FindingCode, FindingText>>;
