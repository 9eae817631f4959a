import { describe, expect, it } from "vitest";
import { foundWith } from "../../../test/kit/invoices.ts";
import { taxRegimes, isRegimeOf } from "./tax-regimes.ts";

type Party = Readonly<Record<string, string | null>>;
const receiver = (attributes: Party, name = "ingreso") =>
  foundWith(name, { "Comprobante/Receptor": attributes }).map(({ code, sat, at }) => [
    code,
    sat,
    at.split("@")[1],
  ]);
const issuer = (attributes: Party, name = "ingreso") =>
  foundWith(name, { "Comprobante/Emisor": attributes }).map(({ code, sat }) => [code, sat]);

const PERSON = { Rfc: "XAMA620210DQ5" };
const COMPANY = { Rfc: "EKU9003173C9", RegimenFiscalReceptor: "601" };

describe("an RFC", () => {
  it.each([
    "xama620210dq5",
    "XAMA 620210DQ5",
    "XAMA-620210-DQ5",
    " XAMA620210DQ5",
    "X",
    "EKU90031",
  ])("%j is not written as the SAT takes it", (Rfc) => {
    expect(receiver({ Rfc })).toContainEqual(["rfc-malformed", "301", "Rfc"]);
    expect(issuer({ Rfc })).toContainEqual(["rfc-malformed", "301"]);
  });

  it("with a wrong check digit may be one all the same: the receiver's has a code of the SAT", () => {
    expect(receiver({ Rfc: "XAMA620210DQ6" })).toEqual([["rfc-check-digit", "CFDI40143", "Rfc"]]);
    expect(issuer({ Rfc: "EKU9003173C8" })).toContainEqual(["rfc-check-digit", null]);
  });

  it("that is generic is nobody's who issues", () =>
    expect(issuer({ Rfc: "XEXX010101000", RegimenFiscal: "999" }).map(([code]) => code)).toEqual([
      "issuer-generic",
    ]));
});

describe("the regime of whoever issues and receives", () => {
  const of = (Rfc: string, regime: string) =>
    receiver({ Rfc, RegimenFiscalReceptor: regime, UsoCFDI: "S01" });

  it.each(taxRegimes.map(({ code }) => code))("%s is a person's, a company's or both", (code) => {
    const wrong = [["receiver-regime-of-person", "CFDI40158", "RegimenFiscalReceptor"]];
    expect(of("XAMA620210DQ5", code)).toEqual(isRegimeOf(code, "person") ? [] : wrong);
    expect(of("EKU9003173C9", code)).toEqual(isRegimeOf(code, "company") ? [] : wrong);
  });

  it("is one of the catalogue", () => {
    expect(of("XAMA620210DQ5", "6012")).toContainEqual([
      "receiver-regime-unknown",
      "CFDI40157",
      "RegimenFiscalReceptor",
    ]);
    expect(issuer({ RegimenFiscal: "6012" })).toEqual([["regime-unknown", "CFDI40140"]]);
    expect(issuer({ RegimenFiscal: "605" })).toEqual([["regime-of-person", "CFDI40141"]]);
    expect(issuer({ RegimenFiscal: "603" })).toEqual([]);
  });
});

describe("the use of an invoice", () => {
  const of = (UsoCFDI: string, more: Party, name?: string) =>
    receiver({ UsoCFDI, ...more }, name).map(([code]) => code);

  it("is one of the catalogue, for a person or a company, with its regimes", () => {
    expect(of("X01", PERSON)).toEqual(["use-unknown"]);
    expect(of("g03", PERSON)).toEqual(["use-unknown"]);
    expect(of("D01", PERSON)).toEqual([]);
    expect(of("D01", COMPANY)).toEqual(["use-of-person"]);
    expect(of("G03", COMPANY)).toEqual([]);
    expect(of("G03", { ...PERSON, RegimenFiscalReceptor: "608" })).toEqual(["use-of-regime"]);
    expect(of("D01", { ...PERSON, RegimenFiscalReceptor: "626" })).toEqual(["use-of-regime"]);
    expect(of("S01", { ...PERSON, RegimenFiscalReceptor: "608" })).toEqual([]);
  });

  it("is told with what the catalogue calls it, where it has it", () => {
    const facts = (UsoCFDI: string) =>
      foundWith("ingreso", { "Comprobante/Receptor": { UsoCFDI, ...COMPANY } })[0]?.facts;
    expect(facts("X01")).toEqual({ written: "X01", of: "company", regime: "601", use: "" });
    expect(facts("D03")).toEqual({
      written: "D03",
      of: "company",
      regime: "601",
      use: "Gastos funerales",
    });
  });

  it("is told once, where the regime itself is wrong", () =>
    expect(of("G03", { ...PERSON, RegimenFiscalReceptor: "601" })).toEqual([
      "receiver-regime-of-person",
    ]));

  it("is CP01 of a payment and CN01 of a payroll", () => {
    expect(of("CP01", {}, "pago")).toEqual([]);
    expect(of("S01", {}, "pago")).toEqual(["use-of-kind"]);
    expect(of("S01", {}, "nomina")).toEqual(["use-of-kind"]);
    expect(
      foundWith("pago", { "Comprobante/Receptor": { UsoCFDI: "S01" } }).map(({ facts }) => facts),
    ).toEqual([{ written: "S01", expected: "CP01", kind: "P" }]);
  });
});

describe("the public at large", () => {
  const of = (attributes: Party) =>
    receiver(attributes, "global").map(([code, sat]) => [code, sat]);

  it("has regime 616, use S01 and the postal code of the place of issue", () => {
    expect(of({ RegimenFiscalReceptor: "612" })).toEqual([["generic-regime", "CFDI40158"]]);
    expect(of({ UsoCFDI: "D01" })).toEqual([["generic-use", "CFDI40161"]]);
    expect(of({ UsoCFDI: "G02" })).toEqual([]);
    expect(of({ DomicilioFiscalReceptor: "06000" })).toEqual([
      ["generic-postal-code", "CFDI40149"],
    ]);
  });

  it("is paid by and pays with the use of every payment and payroll", () => {
    const generic = {
      Rfc: "XAXX010101000",
      RegimenFiscalReceptor: "616",
      DomicilioFiscalReceptor: "64000",
    };
    expect(receiver(generic, "pago")).toEqual([]);
    expect(receiver(generic, "nomina")).toEqual([]);
    expect(receiver({ ...generic, UsoCFDI: "S01" }, "pago").map(([code]) => code)).toEqual([
      "use-of-kind",
    ]);
  });

  it("buys all together in a global invoice; somebody by name with its RFC does not", () => {
    const without = (changes: Party) =>
      foundWith("global", {
        "Comprobante/InformacionGlobal": null,
        "Comprobante/Receptor": changes,
      }).map(({ code }) => code);
    expect(without({})).toEqual(["global-missing"]);
    expect(without({ Nombre: "publico en general" })).toEqual(["global-missing"]);
    expect(without({ Nombre: "CLIENTE DE PASO" })).toEqual([]);
  });
});

describe("the name of a company", () => {
  it.each([
    "S.A. DE C.V.",
    "SA DE CV",
    ", S.A.",
    "SAPI DE CV",
    "S.A.P.I. DE C.V.",
    "S. DE R.L. DE C.V.",
    "S de RL de CV",
    "S.C.",
    "A.C.",
    "SAS",
    "SAB DE CV",
  ])("has no %s in it, and is told without", (type) => {
    const written = `ESCUELA KEMPER URGATE${type.startsWith(",") ? "" : " "}${type}`;
    expect(foundWith("ingreso", { "Comprobante/Emisor": { Nombre: written } })).toMatchObject([
      {
        code: "name-with-company-type",
        sat: "CFDI40139",
        facts: { written, expected: "ESCUELA KEMPER URGATE" },
      },
    ]);
  });

  it.each(["CASA", "VISA", "ESCUELA", "SA DE CV URGATE", "OCSA", "MAC"])(
    "%s is a name like any",
    (Nombre) => expect(issuer({ Nombre })).toEqual([]),
  );

  it("of the receiver has its own code, and a person's is not looked at", () => {
    expect(receiver({ ...COMPANY, Nombre: "ESCUELA SA" })).toEqual([
      ["name-with-company-type", "CFDI40145", "Nombre"],
    ]);
    expect(receiver({ Nombre: "ALBA SA" })).toEqual([]);
    expect(issuer({ Nombre: "ESCUELA SA" }, "v33-ingreso")).toEqual([]);
  });
});

describe("where the receiver lives", () => {
  it("has a postal code of five figures", () =>
    expect(receiver({ DomicilioFiscalReceptor: "0121" })).toEqual([
      ["postal-code-malformed", "CFDI40148", "DomicilioFiscalReceptor"],
    ]));

  it("abroad is said of those who live abroad alone", () => {
    const abroad = (attributes: Party) => receiver(attributes, "ingreso-extranjero");
    expect(abroad({ ResidenciaFiscal: "CAN", NumRegIdTrib: "123" })).toEqual([]);
    expect(abroad({ NumRegIdTrib: "123", ResidenciaFiscal: null })).toEqual([]);
    expect(abroad({ ResidenciaFiscal: "MEX" })).toEqual([
      ["residence-mexico", "CFDI40152", "ResidenciaFiscal"],
    ]);
    expect(receiver({ ResidenciaFiscal: "MEX", NumRegIdTrib: "1" })).toEqual([
      ["residence-forbidden", "CFDI40151", "ResidenciaFiscal"],
      ["tax-id-forbidden", "CFDI40154", "NumRegIdTrib"],
    ]);
  });
});
