import { describe, expect, it } from "vitest";
import { finds, foundWith, readWith } from "../../../test/kit/invoices.ts";
import type { FindingCode } from "./rules.ts";

type Root = Readonly<Record<string, string | null>>;
const root = (attributes: Root) => ({ Comprobante: attributes });
const found = (name: string, attributes: Root) =>
  foundWith(name, root(attributes)).map(({ code, sat, at }) => [code, sat, at]);

describe("the head of an invoice", () => {
  it.each<[string, Root, [FindingCode, string | null, string]]>([
    ["ingreso", { Fecha: "2026-02-30T10:15:00" }, ["date-malformed", "CFDI40101", "Fecha"]],
    [
      "ingreso",
      { LugarExpedicion: "064000" },
      ["postal-code-malformed", "CFDI40126", "LugarExpedicion"],
    ],
    [
      "ingreso",
      { LugarExpedicion: "6400O" },
      ["postal-code-malformed", "CFDI40126", "LugarExpedicion"],
    ],
    ["ingreso", { Moneda: "mxn" }, ["currency-unknown", "CFDI40113", "Moneda"]],
    ["pago", { Moneda: "MXN" }, ["currency-of-kind", "CRP20104", "Moneda"]],
    ["nomina", { Moneda: "XXX" }, ["currency-of-kind", null, "Moneda"]],
    ["pago", { TipoCambio: "1" }, ["exchange-forbidden", "CRP20109", "TipoCambio"]],
    [
      "traslado",
      { Moneda: "XXX", TipoCambio: "1" },
      ["exchange-forbidden", "CFDI40116", "TipoCambio"],
    ],
    ["ingreso", { TipoCambio: "1.0001" }, ["exchange-not-one", "CFDI40114", "TipoCambio"]],
    ["ingreso", { TipoCambio: "uno" }, ["exchange-not-one", "CFDI40114", "TipoCambio"]],
    ["ingreso-dolares", { TipoCambio: null }, ["exchange-missing", "CFDI40115", "TipoCambio"]],
    ["ingreso", { FormaPago: null }, ["payment-form-missing", null, "FormaPago"]],
    ["egreso", { FormaPago: null }, ["payment-form-missing", null, "FormaPago"]],
    ["pago", { FormaPago: "03" }, ["payment-form-forbidden", "CRP20105", "FormaPago"]],
    ["traslado", { FormaPago: "03" }, ["payment-form-forbidden", "CFDI40103", "FormaPago"]],
    ["nomina", { FormaPago: "99" }, ["payment-form-forbidden", "CFDI40103", "FormaPago"]],
    ["egreso", { MetodoPago: null }, ["payment-method-missing", null, "MetodoPago"]],
    ["pago", { MetodoPago: "PUE" }, ["payment-method-forbidden", "CRP20106", "MetodoPago"]],
    ["traslado", { MetodoPago: "XXX" }, ["payment-method-forbidden", "CFDI40125", "MetodoPago"]],
    ["nomina", { MetodoPago: "pue" }, ["payment-method-unknown", "CFDI40124", "MetodoPago"]],
    ["pago", { CondicionesDePago: "x" }, ["conditions-forbidden", "CRP20107", "CondicionesDePago"]],
    ["nomina", { CondicionesDePago: "x" }, ["conditions-forbidden", null, "CondicionesDePago"]],
    ["traslado", { CondicionesDePago: "x" }, ["conditions-forbidden", null, "CondicionesDePago"]],
    ["ingreso", { Exportacion: "05" }, ["export-unknown", "CFDI40123", "Exportacion"]],
    ["ingreso", { Exportacion: "02" }, ["export-complement-missing", "CFDI40122", "Exportacion"]],
  ])("%s with %j", (...[name, attributes, [code, sat, at]]) =>
    expect(found(name, attributes)).toContainEqual([code, sat, `Comprobante@${at}`]),
  );

  it.each<[string, Root]>([
    ["ingreso", { TipoCambio: "1" }],
    ["ingreso", { TipoCambio: "1.000000" }],
    ["traslado", { Moneda: "XXX" }],
    ["traslado", { Moneda: "USD", TipoCambio: "18" }],
    ["ingreso", { FormaPago: "99", MetodoPago: "PPD" }],
    ["ingreso", { CondicionesDePago: "Contado" }],
    ["egreso", { CondicionesDePago: "Contado" }],
    ["ingreso", { Exportacion: "03" }],
    ["ingreso", { Fecha: "2026-11-16T00:00:00" }],
  ])("%s with %j is as it should be", (name, attributes) =>
    expect(found(name, attributes)).toEqual([]),
  );

  it("with a method that says how it is paid has a form of payment that says the same", () => {
    const of = (MetodoPago: string, FormaPago: string) =>
      found("ingreso", { MetodoPago, FormaPago }).map(([code]) => code);
    expect(of("PPD", "01")).toEqual(["payment-form-not-99"]);
    expect(of("PUE", "99")).toEqual(["payment-form-99-at-once"]);
    expect(of("PPD", "99")).toEqual([]);
    expect(of("PUE", "31")).toEqual([]);
    expect(of("PUE", "32")).toEqual(["payment-form-unknown"]);
  });

  it("names what it should have said", () => {
    expect(foundWith("pago", root({ Moneda: "MXN" }))).toContainEqual(
      expect.objectContaining({ facts: { kind: "P", written: "MXN", expected: "XXX" } }),
    );
    expect(foundWith("ingreso-dolares", root({ TipoCambio: null }))).toMatchObject([
      { facts: { kind: "I", written: "", currency: "USD" } },
    ]);
  });

  it("of version 3.3 has no export", () =>
    expect(finds("export-unknown", "v33-ingreso", root({ Exportacion: "9" }))).toBe(false));

  it("of whatever kind there is none is said, and one that is not there is said as missing", () => {
    expect(found("ingreso", { TipoDeComprobante: "X" })).toContainEqual([
      "kind-unknown",
      "CFDI40121",
      "Comprobante@TipoDeComprobante",
    ]);
    const none = found("ingreso", { TipoDeComprobante: null }).map(([code]) => code);
    expect(none).not.toContain("kind-unknown");
    expect(none).toContain("attribute-missing");
  });
});

describe("what an invoice is related to", () => {
  const list = "Comprobante/CfdiRelacionados";

  it("has a relation of the catalogue and a UUID, in any case", () => {
    const of = (relation: string, uuid: string) =>
      foundWith("egreso", {
        [list]: { TipoRelacion: relation },
        [`${list}/CfdiRelacionado`]: { UUID: uuid },
      });
    const uuid = "430c3626-b879-4400-ad41-b8a46172e0c0";
    expect(of("09", uuid)).toEqual([]);
    expect(of("10", `${uuid}0`)).toEqual([
      {
        code: "relation-unknown",
        sat: "CFDI40137",
        at: `${list}@TipoRelacion`,
        facts: { written: "10" },
      },
      {
        code: "related-uuid-malformed",
        sat: "301",
        at: `${list}/CfdiRelacionado@UUID`,
        facts: { written: `${uuid}0` },
      },
    ]);
    expect(readWith("egreso", { [`${list}/CfdiRelacionado`]: { UUID: uuid } }).related).toEqual([
      { as: "01", uuid: uuid.toUpperCase() },
    ]);
  });
});

describe("a global invoice", () => {
  const info = "Comprobante/InformacionGlobal";
  const of = (global: Root, regime = "601", receiver: Root = {}) =>
    foundWith("global", {
      [info]: global,
      "Comprobante/Emisor": { RegimenFiscal: regime },
      "Comprobante/Receptor": receiver,
    }).map(({ code, at }) => `${code} ${at.split("@")[1]}`);

  it.each<[string, string, string[]]>([
    ["01", "12", []],
    ["04", "01", []],
    ["01", "13", ["global-month-single Meses"]],
    ["04", "18", ["global-month-single Meses"]],
    ["01", "19", ["global-month-unknown Meses"]],
    ["01", "00", ["global-month-unknown Meses"]],
    ["01", "1", ["global-month-unknown Meses"]],
    ["06", "11", ["global-period-unknown Periodicidad"]],
    ["00", "11", ["global-period-unknown Periodicidad"]],
  ])("of period %s and months %s", (Periodicidad, Meses, codes) =>
    expect(of({ Periodicidad, Meses })).toEqual(codes),
  );

  it("of two months is for regime 621 alone, with a pair of months", () => {
    const two = (Meses: string, regime: string) =>
      of({ Periodicidad: "05", Meses }, regime).filter((one) => one.startsWith("global"));
    expect(two("13", "621")).toEqual([]);
    expect(two("18", "621")).toEqual([]);
    expect(two("12", "621")).toEqual(["global-month-double Meses"]);
    expect(two("13", "601")).toEqual(["global-period-regime Periodicidad"]);
    expect(two("", "621")).toEqual([]);
  });

  it("is of this year or of the one before", () => {
    expect(of({ Año: "2026" })).toEqual([]);
    expect(of({ Año: "2025" })).toEqual([]);
    expect(of({ Año: "2024" })).toEqual(["global-year Año"]);
    expect(of({ Año: "2027" })).toEqual(["global-year Año"]);
  });

  it("is for the public at large, by its RFC and by its name", () => {
    expect(of({}, "601", { Nombre: " publico en general " })).toEqual([]);
    expect(of({}, "601", { Nombre: "PUBLICO" })).toContain("global-receiver Nombre");
    expect(of({}, "601", { Rfc: "XEXX010101000" })).toContain("global-receiver Rfc");
  });
});
