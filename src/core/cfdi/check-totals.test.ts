import { describe, expect, it } from "vitest";
import { foundWith } from "../../../test/kit/invoices.ts";
import type { Changes } from "../../../test/kit/invoices.ts";

type Attributes = Readonly<Record<string, string | null>>;
const found = (name: string, changes: Changes) =>
  foundWith(name, changes).map(({ code, sat, at }) => `${code} ${sat} ${at.split("/").at(-1)}`);
const root = (name: string, attributes: Attributes) => found(name, { Comprobante: attributes });
const TAXES = "Comprobante/Impuestos";
const ADDED = `${TAXES}/Traslados/Traslado`;
const WITHHELD = `${TAXES}/Retenciones/Retencion`;

describe("the subtotal", () => {
  it("is the sum of the lines to the cent, in the currency's decimals", () => {
    const of = (SubTotal: string) => root("ingreso-no-objeto", { SubTotal, Total: SubTotal });
    expect(of("750.00")).toEqual([]);
    expect(of("750")).toEqual([]);
    expect(of("749.99")).toEqual(["subtotal-sum CFDI40108 Comprobante@SubTotal"]);
    expect(of("750.000")[0]).toBe("subtotal-decimals CFDI40107 Comprobante@SubTotal");
    expect(
      foundWith("ingreso-no-objeto", { Comprobante: { SubTotal: "751", Total: "751" } })[0]?.facts,
    ).toEqual({ written: "751", expected: "750.00" });
  });

  it("is not held against lines of which one cannot be read", () =>
    expect(
      found("ingreso-no-objeto", {
        Comprobante: { SubTotal: "1", Total: "1" },
        "Comprobante/Conceptos/Concepto": { Importe: "mucho" },
      }).filter((one) => one.startsWith("subtotal")),
    ).toEqual([]));

  it.each([
    ["pago", "CRP20103", "CRP20110", "CRP20108"],
    ["traslado", "CFDI40109", null, "CFDI40111"],
  ])(
    "of a %s is nought, and so is its total; there is no discount",
    (name, ...[sub, total, off]) => {
      expect(root(name, { SubTotal: "1", Total: "1", Descuento: "0" })).toEqual([
        `discount-forbidden ${off} Comprobante@Descuento`,
        `subtotal-not-zero ${sub} Comprobante@SubTotal`,
        `total-not-zero ${total} Comprobante@Total`,
      ]);
      expect(root(name, { SubTotal: "0.00", Total: "0.00" })).toEqual([]);
    },
  );
});

describe("the discount", () => {
  const of = (Descuento: string | null, more: Attributes = {}) =>
    root("ingreso-descuento", { Descuento, ...more });

  it("is the sum of those of the lines, and there is one where a line has one", () => {
    expect(of("30.00")).toEqual([]);
    expect(of("29.99", { Total: "1326.81" })).toEqual(["discount-sum null Comprobante@Descuento"]);
    expect(of(null, { Total: "1356.80" })).toEqual([
      "discount-missing CFDI40111 Comprobante@Descuento",
    ]);
    expect(of("30.000")).toEqual(["discount-decimals CFDI40112 Comprobante@Descuento"]);
  });

  it("may be all that there is, and no more", () => {
    expect(of("1200.00", { Total: "156.80" })[0]).toBe("discount-sum null Comprobante@Descuento");
    expect(of("1200.01", { Total: "156.79" })).toEqual([
      "discount-over CFDI40110 Comprobante@Descuento",
    ]);
  });
});

describe("the total", () => {
  it("is the subtotal, less the discount, with what is added and without what is withheld", () => {
    const differs = (name: string, Total: string) =>
      foundWith(name, { Comprobante: { Total } }).map(({ code, facts }) => [code, facts]);
    for (const [name, total, wrong] of [
      ["ingreso-retenciones", "9533.33", "9533.34"],
      ["ingreso-descuento", "1326.80", "1326.79"],
      ["ingreso-impuestos-locales", "1190.00", "1160.00"],
      ["nomina", "7049.50", "8000.00"],
    ] as const) {
      expect(differs(name, total)).toEqual([]);
      expect(differs(name, wrong)).toEqual([
        ["total-differs", { written: wrong, expected: total }],
      ]);
    }
  });

  it("has no more decimals than its currency, unless they are noughts", () => {
    expect(root("ingreso", { Total: "1740.000" })).toEqual([]);
    expect(root("ingreso", { Total: "1740.004" })).toEqual([
      "total-decimals null Comprobante@Total",
    ]);
    expect(root("ingreso", { Total: "1740.005" })).toEqual([
      "total-differs CFDI40119 Comprobante@Total",
    ]);
  });
});

describe("the taxes of an invoice", () => {
  it.each<[string, Attributes, string]>([
    ["ingreso", { TotalImpuestosTrasladados: null }, "added-total-missing CFDI40212"],
    ["ingreso", { TotalImpuestosTrasladados: "239.99" }, "added-total-sum CFDI40205"],
    ["ingreso", { TotalImpuestosTrasladados: "240.000" }, "added-total-decimals CFDI40204"],
    ["ingreso-retenciones", { TotalImpuestosRetenidos: null }, "withheld-total-missing CFDI40206"],
    ["ingreso-retenciones", { TotalImpuestosRetenidos: "2066.66" }, "withheld-total-sum CFDI40203"],
    [
      "ingreso-retenciones",
      { TotalImpuestosRetenidos: "2066.670" },
      "withheld-total-decimals CFDI40202",
    ],
  ])("%s with %j has wrong totals", (name, attributes, told) =>
    expect(found(name, { [TAXES]: attributes })).toContain(
      `${told} Impuestos@${Object.keys(attributes)[0]}`,
    ),
  );

  it.each<[string, string, Attributes, string]>([
    ["ingreso", ADDED, { Base: "1499.99" }, "added-base-sum CFDI40215 Traslado@Base"],
    ["ingreso", ADDED, { Base: "1500.000" }, "added-decimals CFDI40214 Traslado@Base"],
    ["ingreso", ADDED, { Importe: "239.99" }, "added-sum CFDI40221 Traslado@Importe"],
    ["ingreso", ADDED, { Importe: "240.000" }, "added-decimals CFDI40220 Traslado@Importe"],
    [
      "ingreso-retenciones",
      WITHHELD,
      { Importe: "999.99" },
      "withheld-sum CFDI40211 Retencion@Importe",
    ],
    [
      "ingreso-retenciones",
      WITHHELD,
      { Importe: "1000.000" },
      "withheld-decimals CFDI40210 Retencion@Importe",
    ],
  ])("%s has rows that are no sum: %s %j", (...[name, path, attributes, told]) =>
    expect(found(name, { [path]: attributes })).toContain(told),
  );

  it("has one row for each tax, factor and rate; rates are the same however they are written", () => {
    expect(found("ingreso", { [ADDED]: { TasaOCuota: "0.16" } })).toEqual([]);
    expect(found("ingreso", { [ADDED]: { TasaOCuota: "0.080000" } })).toContain(
      "taxes-not-summed null Impuestos@null",
    );
    expect(found("ingreso-retenciones", { [`${WITHHELD}[2]`]: { Impuesto: "001" } })).toEqual(
      expect.arrayContaining([
        "withheld-repeated CFDI40208 Retencion[2]@Impuesto",
        "taxes-not-summed null Impuestos@null",
      ]),
    );
  });

  it("need no row for what is exempt", () => {
    const rest = { [`${ADDED}[2]`]: null };
    expect(found("ingreso-descuento", rest)).toEqual([]);
    expect(found("ingreso-descuento", { [ADDED]: null })).toContain(
      "taxes-not-summed null Impuestos@null",
    );
  });

  it("are missing as a whole only where something is charged", () => {
    expect(found("ingreso-extranjero", { [TAXES]: null })).toEqual([
      "taxes-not-summed null Comprobante@null",
    ]);
    const exempt = { TipoFactor: "Exento", TasaOCuota: null, Importe: null };
    const line = "Comprobante/Conceptos/Concepto/Impuestos/Traslados/Traslado";
    expect(found("ingreso-extranjero", { [TAXES]: null, [line]: exempt })).toEqual([]);
    expect(found("egreso", { [TAXES]: null, Comprobante: { Total: "100.00" } })).toEqual([
      "taxes-not-summed null Comprobante@null",
    ]);
  });

  it("of version 3.3 have no base, and no codes of 4.0", () => {
    expect(found("v33-ingreso", { [ADDED]: { Base: "1.000" } })).toEqual([]);
    expect(found("v33-ingreso", { [ADDED]: { Importe: "1.00" } })).toContain(
      "added-sum null Traslado@Importe",
    );
  });

  it("of a place are summed apart", () => {
    const local = "Comprobante/Complemento/ImpuestosLocales";
    const total = (name: string, value: string, more: Changes = {}) =>
      found("ingreso-impuestos-locales", { [local]: { [name]: value }, ...more });
    expect(total("TotaldeTraslados", "30.01", { Comprobante: { Total: "1190.01" } })).toEqual([
      "local-taxes-sum null ImpuestosLocales@TotaldeTraslados",
    ]);
    expect(total("TotaldeRetenciones", "10.00", { Comprobante: { Total: "1180.00" } })).toEqual([
      "local-taxes-sum null ImpuestosLocales@TotaldeRetenciones",
    ]);
    expect(total("TotaldeTraslados", "30")).toEqual([]);
  });
});
