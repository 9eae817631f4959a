import { describe, expect, it } from "vitest";
import { foundWith } from "../../../test/kit/invoices.ts";

type Attributes = Readonly<Record<string, string | null>>;
const LINE = "Comprobante/Conceptos/Concepto";
const ADDED = `${LINE}/Impuestos/Traslados/Traslado`;
const WITHHELD = `${LINE}/Impuestos/Retenciones/Retencion`;
/** What is found at an element, or in it. */
const at = (path: string, attributes: Attributes, name = "ingreso-no-objeto") =>
  foundWith(name, { [path]: attributes })
    .filter((one) => one.at.startsWith(`${path}@`))
    .map(({ code, sat, at: where, facts }) => ({ code, sat, in: where.split("@")[1], facts }));
const codes = (...of: Parameters<typeof at>) => at(...of).map(({ code }) => code);

describe("a line", () => {
  it("is the quantity times the price, as far as both were rounded", () => {
    const amount = (Cantidad: string, ValorUnitario: string, Importe: string) =>
      codes(LINE, { Cantidad, ValorUnitario, Importe });
    expect(amount("3", "33.33", "99.99")).toEqual([]);
    expect(amount("3", "33.333333", "100.00")).toEqual([]);
    expect(amount("1.000", "100.00", "100.00")).toEqual([]);
    // A quantity in tenths may be a twentieth more or less.
    expect(amount("0.5", "100.00", "54.99")).toEqual([]);
    expect(amount("0.500000", "100.00", "54.99")).toEqual(["line-amount"]);
    expect(amount("2.000000", "375.000000", "750.01")).toEqual([]);
    expect(amount("2.000000", "375.000000", "750.02")).toEqual(["line-amount"]);
    expect(at(LINE, { Cantidad: "2.000000", ValorUnitario: "375.00", Importe: "760.00" })).toEqual([
      {
        code: "line-amount",
        sat: "CFDI40167",
        in: "Importe",
        facts: { written: "760.00", expected: "750.00" },
      },
    ]);
  });

  it("has a price above nought in what is sold, given back or paid to workers", () => {
    const free = { ValorUnitario: "0", Importe: "0" };
    expect(codes(LINE, free, "ingreso-no-objeto")).toEqual(["line-unit-price"]);
    expect(codes(LINE, free, "egreso")).toContain("line-unit-price");
    expect(codes(LINE, free, "nomina")).toContain("line-unit-price");
    expect(codes(LINE, free, "traslado")).toEqual([]);
    expect(codes(LINE, { ValorUnitario: "0.01", Importe: "0.01" })).toEqual([]);
  });

  it("has a discount that is no more than it, and no finer", () => {
    const discount = (Descuento: string, Importe = "750.00") => codes(LINE, { Descuento, Importe });
    expect(discount("750.00")).toEqual([]);
    expect(discount("750.01")).toEqual(["line-discount-over"]);
    expect(discount("1.001")).toEqual(["line-discount-decimals"]);
    expect(discount("1.001", "750.000")).toEqual([]);
    expect(discount("1.00", "750")).toEqual([]);
    expect(codes(LINE, { Descuento: "0" }, "traslado")).toEqual(["discount-forbidden"]);
  });
});

describe("whether a line is subject to tax", () => {
  const object = (ObjetoImp: string, name?: string) => codes(LINE, { ObjetoImp }, name);

  it.each(["01", "03", "04", "05", "06", "07", "08"])("%s tells no taxes, or need not", (code) =>
    expect(object(code)).toEqual([]),
  );

  it("02 tells them; 01, 03 and 04 do not", () => {
    expect(object("02")).toEqual(["tax-object-needs-taxes"]);
    for (const code of ["01", "03", "04"])
      expect(object(code, "ingreso")).toEqual(["tax-object-has-taxes"]);
    for (const code of ["02", "05", "06", "07", "08"]) expect(object(code, "ingreso")).toEqual([]);
    expect(object("09", "ingreso")).toEqual(["tax-object-unknown"]);
    expect(object("2", "ingreso")).toEqual(["tax-object-unknown"]);
  });

  it("with taxes tells at least one", () =>
    expect(
      foundWith("ingreso-dolares", {
        [ADDED]: null,
        "Comprobante/Impuestos": null,
        Comprobante: { Total: "99.99" },
      }).map(({ code, sat, at: where }) => [code, sat, where]),
    ).toEqual([["taxes-empty", "CFDI40173", `${LINE}/Impuestos@null`]]));
});

describe("a tax of a line", () => {
  it.each<[string, Attributes, [string, string]]>([
    ["ingreso", { Base: "0" }, ["tax-base", "CFDI40174"]],
    ["ingreso", { Impuesto: "004" }, ["tax-unknown", "CFDI40175"]],
    ["ingreso", { TipoFactor: "tasa" }, ["factor-unknown", "CFDI40176"]],
    ["ingreso", { TipoFactor: "Exento" }, ["exempt-with-rate", "CFDI40177"]],
    ["ingreso", { TipoFactor: "Exento", Importe: null }, ["exempt-with-rate", "CFDI40177"]],
    ["ingreso", { Importe: null }, ["rate-missing", "CFDI40178"]],
    ["ingreso", { TasaOCuota: null }, ["rate-missing", "CFDI40178"]],
    ["ingreso", { TasaOCuota: "0.150000" }, ["rate-unknown", "CFDI40179"]],
    ["ingreso", { Impuesto: "001" }, ["rate-unknown", "CFDI40179"]],
    ["ingreso", { Importe: "239.98" }, ["tax-amount", "CFDI40180"]],
  ])("that is added: %s with %j", (...[name, attributes, [code, sat]]) =>
    expect(at(ADDED, attributes, name).map((one) => [one.code, one.sat])).toContainEqual([
      code,
      sat,
    ]),
  );

  it.each<[Attributes, [string, string]]>([
    [{ Base: "-1" }, ["tax-base", "CFDI40181"]],
    [{ Impuesto: "004" }, ["tax-unknown", "CFDI40182"]],
    [{ TipoFactor: "Otro" }, ["factor-unknown", "CFDI40183"]],
    [{ TipoFactor: "Exento" }, ["withheld-exempt", "CFDI40184"]],
    [{ TasaOCuota: "0.350001" }, ["rate-unknown", "CFDI40185"]],
    [{ Importe: "1000.02" }, ["tax-amount", "CFDI40186"]],
  ])("that is withheld: %j", (attributes, [code, sat]) =>
    expect(
      at(WITHHELD, attributes, "ingreso-retenciones").map((one) => [one.code, one.sat]),
    ).toContainEqual([code, sat]),
  );

  it("has a rate of the law: three of IVA that is added, any of IEPS, a most of what is withheld", () => {
    const added = (TasaOCuota: string, more: Attributes = {}) =>
      codes(ADDED, { TasaOCuota, ...more }, "ingreso").includes("rate-unknown");
    for (const rate of ["0.160000", "0.16", "0.080000", "0.000000"])
      expect(added(rate)).toBe(false);
    expect(added("0.265000", { Impuesto: "003" })).toBe(false);
    expect(added("99.000000", { TipoFactor: "Cuota" })).toBe(false);
    const withheld = (TasaOCuota: string, Impuesto: string) =>
      codes(WITHHELD, { TasaOCuota, Impuesto }, "ingreso-retenciones").includes("rate-unknown");
    expect([withheld("0.350000", "001"), withheld("0.350001", "001")]).toEqual([false, true]);
    expect([withheld("0.160000", "002"), withheld("0.160001", "002")]).toEqual([false, true]);
    expect(withheld("0.500000", "003")).toBe(false);
  });

  it("is its base by its rate, the rate exact and the base as far as it was rounded", () => {
    const amount = (Base: string, Importe: string) =>
      codes(ADDED, { Base, Importe }, "ingreso").includes("tax-amount");
    expect(amount("1500.00", "240.00")).toBe(false);
    expect(amount("1500.00", "240.01")).toBe(false);
    expect(amount("1500.00", "239.99")).toBe(false);
    expect(amount("1500.00", "240.02")).toBe(true);
    expect(amount("1500.000000", "239.99")).toBe(false);
    expect(amount("1500", "240.08")).toBe(false);
    expect(amount("1500", "240.09")).toBe(true);
  });
});
