import { readRfc } from "../intake/rfc.ts";
import type { RfcReading } from "../intake/rfc.ts";
import { valueOf } from "./finding.ts";
import { complementOf, note } from "./looked.ts";
import type { Looked } from "./looked.ts";
import type { FindingCode } from "./rules.ts";
import { isRegimeOf, taxRegimes } from "./tax-regimes.ts";
import { useOf } from "./uses.ts";
import { childOf } from "./xml-element.ts";
import type { XmlElement } from "./xml-element.ts";

/** Who issues and who receives: RFC, regime, use, fiscal address (SAT, matriz de validaciones CFDI 4.0, CFDI40138 to CFDI40161). */
export function checkParties(looked: Looked): void {
  const { issuer, receiver } = looked;
  if (issuer !== undefined) checkIssuer(looked, issuer);
  if (receiver !== undefined) checkReceiver(looked, receiver);
}

/** The RFC as it is written: the SAT takes no small letters, hyphens or spaces. */
function rfcOf(looked: Looked, element: XmlElement): RfcReading | null {
  const written = valueOf(element, "Rfc");
  if (written === null) return null;
  const read = readRfc(written);
  const at = { element, attribute: "Rfc", facts: { written } };
  if (read.is === "shape" || read.rfc !== written.normalize("NFC")) {
    note(looked, "rfc-malformed", at);
    return null;
  }
  // The codes of the list of taxpayers are the receiver's; an issuer's wrong RFC has no certificate.
  const sat = element.name === "Receptor" ? {} : { sat: null };
  if (!read.sound) note(looked, "rfc-check-digit", { ...at, ...sat });
  return read;
}

function checkIssuer(looked: Looked, element: XmlElement): void {
  const rfc = rfcOf(looked, element);
  if (rfc?.is !== "rfc") return;
  if (rfc.generic)
    note(looked, "issuer-generic", { element, attribute: "Rfc", facts: { written: rfc.rfc } });
  else checkRegime(looked, { element, attribute: "RegimenFiscal", of: rfc.of });
  checkName(looked, element, rfc.of);
}

function checkReceiver(looked: Looked, element: XmlElement): void {
  const { version, kind } = looked;
  const rfc = rfcOf(looked, element);
  const found = (code: FindingCode, attribute: string, facts: Record<string, string> = {}): void =>
    note(looked, code, {
      element,
      attribute,
      facts: { written: valueOf(element, attribute) ?? "", ...facts },
    });
  const postal = valueOf(element, "DomicilioFiscalReceptor");
  if (postal !== null && !/^[0-9]{5}$/u.test(postal))
    note(looked, "postal-code-malformed", {
      element,
      attribute: "DomicilioFiscalReceptor",
      facts: { written: postal },
      sat: "CFDI40148",
    });
  if (version !== "4.0" || rfc?.is !== "rfc") return;
  if (rfc.generic) checkGeneric(looked, element);
  else {
    checkRegime(looked, { element, attribute: "RegimenFiscalReceptor", of: rfc.of });
    checkUse(looked, element, rfc.of);
    checkName(looked, element, rfc.of);
  }
  const expected = kind === "P" ? "CP01" : kind === "N" ? "CN01" : null;
  const use = valueOf(element, "UsoCFDI");
  if (use !== null && expected !== null && use !== expected)
    found("use-of-kind", "UsoCFDI", { expected, kind });
  checkResidence(looked, element, rfc.rfc);
}

function checkRegime(
  looked: Looked,
  {
    element,
    attribute,
    of,
  }: {
    readonly element: XmlElement;
    readonly attribute: string;
    readonly of: "person" | "company";
  },
): void {
  const written = valueOf(element, attribute);
  if (written === null) return;
  const receives = element.name === "Receptor";
  const regime = taxRegimes.find(({ code }) => code === written);
  const at = { element, attribute, facts: { written, of, regime: regime?.description ?? "" } };
  if (regime === undefined)
    note(looked, receives ? "receiver-regime-unknown" : "regime-unknown", at);
  else if (!isRegimeOf(written, of))
    note(looked, receives ? "receiver-regime-of-person" : "regime-of-person", at);
}

/** c_UsoCFDI says for whom each use is, and with which regimes of the receiver. */
function checkUse(looked: Looked, element: XmlElement, of: "person" | "company"): void {
  const written = valueOf(element, "UsoCFDI");
  if (written === null) return;
  const regime = valueOf(element, "RegimenFiscalReceptor") ?? "";
  const use = useOf(written);
  const at = {
    element,
    attribute: "UsoCFDI",
    facts: { written, of, regime, use: use?.description ?? "" },
  };
  if (use === undefined) note(looked, "use-unknown", at);
  else if (!use[of]) note(looked, "use-of-person", at);
  else if (isRegimeOf(regime, of) && !use.regimes.includes(regime))
    note(looked, "use-of-regime", at);
}

/** The public at large and residents abroad: regime 616, use S01, the postal code of the place of issue (guía de llenado, Receptor). */
function checkGeneric(looked: Looked, element: XmlElement): void {
  const { root, kind } = looked;
  const check = (code: FindingCode, attribute: string, expected: string | null): void => {
    const written = valueOf(element, attribute);
    if (written !== null && expected !== null && written !== expected)
      note(looked, code, { element, attribute, facts: { written, expected } });
  };
  check("generic-regime", "RegimenFiscalReceptor", "616");
  // c_UsoCFDI has G02 for regime 616 as well, since April 2023: what is given back to the public at large.
  const isGivenBack = valueOf(element, "UsoCFDI") === "G02";
  if (kind !== "P" && kind !== "N" && !isGivenBack) check("generic-use", "UsoCFDI", "S01");
  check("generic-postal-code", "DomicilioFiscalReceptor", valueOf(root, "LugarExpedicion"));
  const isPublic =
    valueOf(element, "Rfc") === "XAXX010101000" &&
    valueOf(element, "Nombre")?.trim().toUpperCase() === "PUBLICO EN GENERAL";
  if (isPublic && kind === "I" && childOf(root, "InformacionGlobal") === undefined)
    note(looked, "global-missing", { element, attribute: "Nombre" });
}

const companyType =
  /[ ,]+(?:S\.? ?A\.?(?: ?P\.? ?I\.?| ?B\.?)?(?: DE C\.? ?V\.?)?|S\.? DE R\.? ?L\.?(?: DE C\.? ?V\.?)?|S\.? ?C\.?|A\.? ?C\.?|S\.? ?A\.? ?S\.?)\.?$/u;

/** Version 4.0 takes a company's name as its Constancia de Situación Fiscal has it: without its kind of company. */
function checkName(looked: Looked, element: XmlElement, of: "person" | "company"): void {
  const written = valueOf(element, "Nombre");
  if (looked.version !== "4.0" || of !== "company" || written === null) return;
  if (companyType.test(written.trim().toUpperCase()))
    note(looked, "name-with-company-type", {
      element,
      attribute: "Nombre",
      facts: { written, expected: written.trim().toUpperCase().replace(companyType, "") },
      sat: element.name === "Receptor" ? "CFDI40145" : "CFDI40139",
    });
}

function checkResidence(looked: Looked, element: XmlElement, rfc: string): void {
  const residence = valueOf(element, "ResidenciaFiscal");
  const taxId = valueOf(element, "NumRegIdTrib");
  const isAbroad = rfc === "XEXX010101000";
  if (residence !== null && !isAbroad)
    note(looked, "residence-forbidden", { element, attribute: "ResidenciaFiscal" });
  else if (residence === "MEX")
    note(looked, "residence-mexico", { element, attribute: "ResidenciaFiscal" });
  if (taxId !== null && !isAbroad)
    note(looked, "tax-id-forbidden", { element, attribute: "NumRegIdTrib" });
  else if (
    taxId !== null &&
    residence === null &&
    complementOf(looked, "ComercioExterior") !== undefined
  )
    note(looked, "tax-id-alone", { element, attribute: "NumRegIdTrib" });
}
