import type { findingsEs, FindingText } from "./findings-es.ts";

/** Findings of the file, the head, the parties, the seal and what the desk knows. */
export const findingsEn: Readonly<Record<keyof typeof findingsEs, FindingText>> = {
  "xml-malformed": [
    "The XML is incomplete or damaged and cannot be read: {why}.",
    "Download it again from your system or invoicing provider, without opening or editing it.",
  ],
  "xml-doctype": [
    "The XML declares a document type (DOCTYPE), and no invoice has one.",
    "Send the XML as the invoicing provider delivered it.",
  ],
  "not-a-cfdi": [
    "It is not a CFDI: it is an XML of another kind.",
    "Attach the XML of the invoice, whose first element is called Comprobante.",
  ],
  "encoding-not-utf8": [
    "The file is written in {written} and not in UTF-8, which Anexo 20 asks for.",
    "Make the XML in UTF-8, before sealing it.",
  ],
  "encoding-broken": [
    "There are bytes that are no text in {written}, which the file says it is.",
    "Somebody saved it in another encoding: ask for the original XML.",
  ],
  "namespace-wrong": [
    "The Comprobante is not in the SAT's namespace ({expected}).",
    "Look at the declaration xmlns:cfdi in your invoicing system.",
  ],
  "version-missing": [
    "It does not give its version.",
    'Add Version="4.0" in your invoicing system and stamp it again.',
  ],
  "version-old": [
    "It is version {written}; since 1 April 2023 only 4.0 is taken.",
    "Issue the invoice in version 4.0.",
  ],
  "version-unread": [
    "It is version {written}: it is shown, but only 3.3 and 4.0 are checked.",
    "If it is an old invoice there is nothing to do.",
  ],
  "node-missing": [
    "Elements are missing: {name}.",
    "Complete the invoice in your system and stamp it again.",
  ],
  "attribute-missing": [
    "Required data are missing: {name}.",
    "Fill them in in your invoicing system and stamp it again.",
  ],
  "attribute-malformed": [
    "{name} says “{written}”, which does not have the shape that the SAT asks for.",
    "Amounts have a point, no commas or signs and at most six decimals; codes are as in their catalogue.",
  ],
  "date-malformed": [
    "The date “{written}” does not have the shape YYYY-MM-DDThh:mm:ss.",
    "Write the local date and time, without a zone or milliseconds.",
  ],
  "kind-unknown": [
    "There is no kind of invoice “{written}”.",
    "Use I (income), E (credit note), T (transport), N (payroll) or P (payment).",
  ],
  "currency-unknown": [
    "The currency “{written}” is not in the SAT's catalogue.",
    "Use the code of three letters: MXN, USD, EUR…",
  ],
  "currency-of-kind": [
    "The currency of an invoice of kind {kind} is {expected}, and it says {written}.",
    "Change Moneda to {expected}.",
  ],
  "exchange-missing": [
    "It is in {currency} and gives no rate of exchange.",
    "Add TipoCambio with the rate of the day.",
  ],
  "exchange-not-one": [
    "It is in pesos and the rate of exchange says {written}.",
    "Take TipoCambio out, or write 1.",
  ],
  "exchange-forbidden": ["It has a rate of exchange, and may not.", "Take TipoCambio out."],
  "payment-form-forbidden": [
    "An invoice of kind {kind} has no form of payment.",
    "Take FormaPago out.",
  ],
  "payment-form-unknown": [
    "The form of payment “{written}” is not in the SAT's catalogue.",
    "Use a code of two figures: 01 cash, 03 transfer, 04 credit card, 99 to be defined…",
  ],
  "payment-form-not-99": [
    "The method is PPD (paid later), and the form of payment says {written}.",
    "With PPD the form of payment is 99, to be defined; the real one goes in the payment receipt.",
  ],
  "payment-form-99-at-once": [
    "The method is PUE (paid already or within the month), and the form of payment says 99, to be defined.",
    "With PUE write the real form (01, 03, 04…); where it is not paid yet, use PPD.",
  ],
  "payment-form-missing": [
    "It does not give the form of payment.",
    "Add FormaPago: the real one with PUE, or 99 with PPD.",
  ],
  "payment-method-unknown": [
    "There is no method of payment “{written}”.",
    "Use PUE (at once) or PPD (in parts or later).",
  ],
  "payment-method-forbidden": [
    "An invoice of kind {kind} has no method of payment.",
    "Take MetodoPago out.",
  ],
  "payment-method-missing": [
    "It does not give the method of payment.",
    "Add MetodoPago: PUE or PPD.",
  ],
  "payment-method-of-payroll": [
    "The method of payment of a payroll is PUE, and it says {written}.",
    "Change MetodoPago to PUE.",
  ],
  "conditions-forbidden": [
    "An invoice of kind {kind} has no conditions of payment.",
    "Take CondicionesDePago out.",
  ],
  "export-unknown": [
    "There is no code of export “{written}”.",
    "Use 01 where it is no export; 02, 03 or 04 where it is.",
  ],
  "export-complement-missing": [
    "It says that it is a definitive export (02) and lacks the foreign-trade complement.",
    "Add the complement, or change Exportacion to 01 where it is none.",
  ],
  "postal-code-malformed": [
    "“{written}” is not a postal code of five figures.",
    "Write it whole, with its leading nought where it has one.",
  ],
  "relation-unknown": [
    "The kind of relation “{written}” is not in the SAT's catalogue.",
    "Use 01 to 07: 01 credit note, 04 replacement, 07 advance…",
  ],
  "related-uuid-malformed": [
    "The related UUID “{written}” does not have the right shape.",
    "Copy it whole from the other invoice's stamp.",
  ],
  "global-receiver": [
    "It is a global invoice and its receiver is not the public at large.",
    "Use the RFC XAXX010101000 and the name PUBLICO EN GENERAL, or take InformacionGlobal out.",
  ],
  "global-missing": [
    "It is for PUBLICO EN GENERAL and lacks the global information (period).",
    "Add InformacionGlobal with Periodicidad, Meses and Año.",
  ],
  "global-period-unknown": [
    "There is no period “{written}”.",
    "Use 01 daily, 02 weekly, 03 fortnightly, 04 monthly or 05 bimonthly.",
  ],
  "global-period-regime": [
    "The bimonthly period is for regime 621 alone, and the issuer has another.",
    "Use another period.",
  ],
  "global-month-unknown": [
    "There is no month “{written}”.",
    "Use 01 to 12, or 13 to 18 for two months.",
  ],
  "global-month-single": [
    "The month “{written}” is one of two months, and the period is not bimonthly.",
    "Use 01 to 12.",
  ],
  "global-month-double": [
    "The period is bimonthly and “{written}” is not two months.",
    "Use 13 (January-February) to 18 (November-December).",
  ],
  "global-year": [
    "The year {written} is not the invoice's nor the one before.",
    "Correct Año in InformacionGlobal.",
  ],
  "rfc-malformed": [
    "“{written}” does not look like an RFC.",
    "Write 12 characters (a company) or 13 (a person), in capitals and without hyphens or spaces.",
  ],
  "rfc-check-digit": [
    "The RFC {written} has the right shape, but its date or check digit does not fit.",
    "Compare it letter by letter with the Constancia de Situación Fiscal.",
  ],
  "issuer-generic": [
    "The issuer has a generic RFC ({written}), which is for receivers alone.",
    "Write the RFC of whoever issues.",
  ],
  "regime-unknown": [
    "The issuer's tax regime {written} is not in the SAT's catalogue.",
    "Copy it from the Constancia de Situación Fiscal.",
  ],
  "regime-of-person": [
    "The regime {written} ({regime}) is not for the issuer's kind of person.",
    "Use a regime of its Constancia de Situación Fiscal.",
  ],
  "receiver-regime-unknown": [
    "The receiver's tax regime {written} is not in the SAT's catalogue.",
    "Ask for the Constancia de Situación Fiscal of whoever receives the invoice.",
  ],
  "receiver-regime-of-person": [
    "The regime {written} ({regime}) is not for the receiver's kind of person.",
    "Ask for the Constancia de Situación Fiscal of whoever receives the invoice.",
  ],
  "use-unknown": [
    "The use “{written}” is not in the catalogue of version 4.0.",
    "Use for example G03, expenses in general, or S01, without fiscal effects.",
  ],
  "use-of-person": [
    "The use {written} ({use}) is not for the receiver's kind of person.",
    "Choose another: those that begin with D, and CN01, are for persons alone.",
  ],
  "use-of-regime": [
    "The use {written} ({use}) may not go with the receiver's regime {regime}.",
    "Choose a use of that regime, or correct the regime with its Constancia de Situación Fiscal.",
  ],
  "use-of-kind": [
    "The use of an invoice of kind {kind} is {expected}, and it says {written}.",
    "Change UsoCFDI to {expected}.",
  ],
  "generic-regime": [
    "With a generic RFC the receiver's regime is 616, and it says {written}.",
    "Change RegimenFiscalReceptor to 616.",
  ],
  "generic-use": [
    "With a generic RFC the use is S01, and it says {written}.",
    "Change UsoCFDI to S01.",
  ],
  "generic-postal-code": [
    "With a generic RFC the receiver's postal code is that of the place of issue ({expected}), and it says {written}.",
    "Change DomicilioFiscalReceptor to {expected}.",
  ],
  "name-with-company-type": [
    "The name “{written}” has the kind of company, and the SAT has it without.",
    "Write “{expected}”, as the Constancia de Situación Fiscal says.",
  ],
  "residence-forbidden": [
    "It says residence abroad and the RFC is Mexican.",
    "Take ResidenciaFiscal out.",
  ],
  "residence-mexico": [
    "Residence abroad cannot be Mexico.",
    "Write the other country's code, or take ResidenciaFiscal out.",
  ],
  "tax-id-alone": [
    "It has a tax number of another country and does not say which.",
    "Add ResidenciaFiscal.",
  ],
  "tax-id-forbidden": [
    "It has a tax number of another country and the RFC is Mexican.",
    "Take NumRegIdTrib out.",
  ],
  "not-signed": [
    "It lacks {name}: the issuer has not sealed it.",
    "Seal the invoice with the issuer's certificate, and stamp it.",
  ],
  "not-stamped": [
    "It has no tax stamp: for the SAT it is no invoice yet.",
    "Ask your invoicing provider for the stamped XML.",
  ],
  "uuid-malformed": [
    "The UUID of the stamp (“{written}”) does not have the right shape.",
    "Download the stamped XML again.",
  ],
  "stamp-other-seal": [
    "The stamp is of another seal: the XML was changed after it was stamped.",
    "Use the XML that the PAC delivered, unedited.",
  ],
  "stamp-late": [
    "It was issued on {issued} and stamped on {written}: more than 72 hours passed.",
    "Issue it again with the present date.",
  ],
  "stamp-early": [
    "It was stamped ({written}) before it says it was issued ({issued}).",
    "Look at the clock of the system that issues it.",
  ],
  "certificate-unreadable": [
    "The certificate in it cannot be read.",
    "See that Certificado is the content of the .cer file in base64.",
  ],
  "certificate-number": [
    "NoCertificado says {written} and the certificate in it is {expected}.",
    "Use the number of the same certificate that it is sealed with.",
  ],
  "certificate-rfc": [
    "The certificate is of {expected} and the issuer says it is {written}.",
    "Seal it with the issuer's certificate (CSD).",
  ],
  "certificate-dates": [
    "The certificate was not valid on the invoice's date ({written}).",
    "Seal it with a valid certificate (CSD).",
  ],
  "receiver-not-client": [
    "Its receiver ({written}) is not in this desk's register of clients.",
    "Confirm which client it is of.",
  ],
  "uuid-elsewhere": ["This very invoice is also in {written}.", "See whether it is the same case."],
  "findings-more": [
    "There are {count} more findings than are shown.",
    "Mend these first, and have the invoice read again.",
  ],
};
