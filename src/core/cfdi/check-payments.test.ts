import { describe, expect, it } from "vitest";
import { foundWith, invoiceWith } from "../../../test/kit/invoices.ts";
import type { Changes } from "../../../test/kit/invoices.ts";
import { readCfdi } from "./read-cfdi.ts";
import type { XmlElement } from "./xml-element.ts";

type Attributes = Readonly<Record<string, string | null>>;
const PAYS = "Comprobante/Complemento/Pagos";
const PAYMENT = `${PAYS}/Pago`;
const DOCUMENT = `${PAYMENT}/DoctoRelacionado`;
const LINE = "Comprobante/Conceptos/Concepto";
const found = (changes: Changes, name = "pago") =>
  foundWith(name, changes).map(({ code, sat, at }) => `${code} ${sat} ${at.split("/").at(-1)}`);
const payment = (attributes: Attributes, name?: string) => found({ [PAYMENT]: attributes }, name);
const document = (attributes: Attributes, name?: string) => found({ [DOCUMENT]: attributes }, name);

describe("the one line of a payment receipt", () => {
  it.each([
    ["ClaveProdServ", "84111505", "CRP20113"],
    ["NoIdentificacion", "1", "CRP20114"],
    ["Cantidad", "2", "CRP20115"],
    ["ClaveUnidad", "E48", "CRP20116"],
    ["Unidad", "Pieza", "CRP20117"],
    ["Descripcion", "pago", "CRP20118"],
    ["ValorUnitario", "1", "CRP20119"],
    ["Importe", "1", "CRP20120"],
    ["ObjetoImp", "02", "CRP20122"],
  ])("is letter for letter what the SAT says: %s is not %s", (name, written, sat) =>
    expect(found({ [LINE]: { [name]: written } })).toContain(
      `payment-fixed ${sat} Concepto@${name}`,
    ),
  );

  it("may write nought as it likes, and is not exported", () => {
    expect(found({ [LINE]: { ValorUnitario: "0.00", Importe: "0.000000" } })).toEqual([]);
    expect(found({ Comprobante: { Exportacion: "02" } })).toContain(
      "payment-fixed CRP20102 Comprobante@Exportacion",
    );
    expect(foundWith("pago", { [LINE]: { Unidad: "Pieza" } }).map(({ facts }) => facts)).toEqual([
      { written: "Pieza", expected: "" },
    ]);
  });
});

describe("a payment", () => {
  it.each<[string, Attributes, string]>([
    ["pago", { FormaDePagoP: "99" }, "payment-form-99 CRP20212 Pago@FormaDePagoP"],
    ["pago", { MonedaP: "XXX" }, "payment-currency CRP20213 Pago@MonedaP"],
    ["pago-dolares", { TipoCambioP: null }, "payment-exchange-missing CRP20214 Pago@TipoCambioP"],
    ["pago", { TipoCambioP: "1.000001" }, "payment-exchange-not-one CRP20215 Pago@TipoCambioP"],
    ["pago", { Monto: "1159.99" }, "payment-under-documents CRP20217 Pago@Monto"],
    ["pago", { Monto: "0" }, "payment-amount-zero CRP20218 Pago@Monto"],
    ["pago", { Monto: "1160.001" }, "payment-decimals CRP20219 Pago@Monto"],
    ["pago", { FormaDePagoP: "01" }, "payment-accounts CRP20221 Pago@RfcEmisorCtaOrd"],
    [
      "pago",
      { FormaDePagoP: "01", RfcEmisorCtaOrd: null },
      "payment-accounts CRP20224 Pago@CtaOrdenante",
    ],
    [
      "pago-dolares",
      { FormaDePagoP: "12", RfcEmisorCtaBen: "X" },
      "payment-accounts CRP20227 Pago@RfcEmisorCtaBen",
    ],
    [
      "pago-dolares",
      { FormaDePagoP: "12", CtaBeneficiario: "1" },
      "payment-accounts CRP20228 Pago@CtaBeneficiario",
    ],
    [
      "pago-dolares",
      { FormaDePagoP: "02", TipoCadPago: "01" },
      "payment-chain CRP20229 Pago@TipoCadPago",
    ],
    ["pago", { TipoCadPago: "01" }, "payment-chain CRP20230 Pago@CertPago"],
    ["pago", { CertPago: "x" }, "payment-chain CRP20231 Pago@CertPago"],
    ["pago", { TipoCadPago: "01" }, "payment-chain CRP20232 Pago@CadPago"],
    ["pago", { CadPago: "x" }, "payment-chain CRP20233 Pago@CadPago"],
    ["pago", { TipoCadPago: "01" }, "payment-chain CRP20234 Pago@SelloPago"],
    ["pago", { SelloPago: "x" }, "payment-chain CRP20235 Pago@SelloPago"],
  ])("%s with %j", (name, attributes, told) => expect(payment(attributes, name)).toContain(told));

  it.each<Attributes>([
    { TipoCambioP: "1.000" },
    { TipoCambioP: null },
    { FormaDePagoP: "02" },
    { TipoCadPago: "01", CertPago: "a", CadPago: "b", SelloPago: "c" },
  ])("with %j is as it should be", (attributes) => expect(payment(attributes)).toEqual([]));

  it("covers what it pays in its own currency, and may be more", () => {
    expect(
      found({
        [PAYMENT]: { Monto: "1160.01" },
        [`${PAYS}/Totales`]: { MontoTotalPagos: "1160.01" },
      }),
    ).toEqual([]);
    expect(foundWith("pago", { [PAYMENT]: { Monto: "1000.00" } })).toContainEqual({
      code: "payment-under-documents",
      sat: "CRP20217",
      at: `${PAYMENT}@Monto`,
      facts: { written: "1000.00", expected: "1160.00" },
    });
  });
});

describe("a document that is paid", () => {
  it.each<[string, Attributes, string]>([
    ["pago-dolares", { MonedaDR: "XXX" }, "document-currency CRP20236 DoctoRelacionado@MonedaDR"],
    [
      "pago-dolares",
      { EquivalenciaDR: null },
      "document-equivalence-missing CRP20237 DoctoRelacionado@EquivalenciaDR",
    ],
    [
      "pago",
      { EquivalenciaDR: "1.0000000001" },
      "document-equivalence-not-one CRP20238 DoctoRelacionado@EquivalenciaDR",
    ],
    ["pago", { ImpSaldoAnt: "0" }, "document-zero CRP20239 DoctoRelacionado@ImpSaldoAnt"],
    [
      "pago",
      { ImpSaldoAnt: "1740.000" },
      "document-decimals CRP20240 DoctoRelacionado@ImpSaldoAnt",
    ],
    ["pago", { ImpPagado: "0" }, "document-zero CRP20241 DoctoRelacionado@ImpPagado"],
    ["pago", { ImpPagado: "870.000" }, "document-decimals CRP20242 DoctoRelacionado@ImpPagado"],
    [
      "pago",
      { ImpSaldoInsoluto: "870.000" },
      "document-decimals CRP20243 DoctoRelacionado@ImpSaldoInsoluto",
    ],
    [
      "pago",
      { ImpSaldoInsoluto: "870.01" },
      "document-balance CRP20244 DoctoRelacionado@ImpSaldoInsoluto",
    ],
    ["pago", { ObjetoImpDR: "09" }, "document-tax-object CRP20245 DoctoRelacionado@ObjetoImpDR"],
    ["pago", { ObjetoImpDR: "03" }, "document-has-taxes CRP20247 DoctoRelacionado@ObjetoImpDR"],
    ["pago", { ObjetoImpDR: "04" }, "document-has-taxes CRP20247 DoctoRelacionado@ObjetoImpDR"],
  ])("%s with %j", (name, attributes, told) => expect(document(attributes, name)).toContain(told));

  it("never has less than nothing left", () =>
    expect(
      document({ ImpSaldoAnt: "100.00", ImpPagado: "870.00", ImpSaldoInsoluto: "-770.00" }),
    ).toContain("document-balance CRP20244 DoctoRelacionado@ImpSaldoInsoluto"));

  it("of object 02 tells its taxes", () =>
    expect(found({ [`${DOCUMENT}/ImpuestosDR`]: null })).toContain(
      "document-needs-taxes CRP20246 DoctoRelacionado@ObjetoImpDR",
    ));

  it("in the payment's currency needs no equivalence, or that of one", () => {
    expect(document({ EquivalenciaDR: null })).toEqual([]);
    expect(document({ EquivalenciaDR: "1.00" })).toEqual([]);
  });
});

describe("the taxes of a payment", () => {
  const row = (attributes: Attributes, name: string) =>
    found({ [`${PAYMENT}/ImpuestosP/TrasladosP/TrasladoP`]: attributes }, name).filter((one) =>
      one.startsWith("payment-taxes"),
    );

  it("are those of its documents, a unit of the last place for each of them apart at most", () => {
    const base = "payment-taxes-sum CRP20268 TrasladoP@BaseP";
    const amount = "payment-taxes-sum CRP20274 TrasladoP@ImporteP";
    expect(row({ BaseP: "1000.02", ImporteP: "160.02" }, "pago")).toEqual([]);
    expect(row({ BaseP: "1000.03", ImporteP: "159.97" }, "pago")).toEqual([base, amount]);
    expect(row({ BaseP: "99.99", ImporteP: "16.01" }, "pago-dolares")).toEqual([]);
    expect(row({ BaseP: "99.98", ImporteP: "16.02" }, "pago-dolares")).toEqual([base, amount]);
    expect(row({ TasaOCuotaP: "0.16" }, "pago")).toEqual([]);
    expect(row({ TasaOCuotaP: "0.080000" }, "pago")).toEqual([base, amount]);
    expect(row({ TipoFactorP: "Cuota" }, "pago")).toEqual([base, amount]);
  });

  it("are as near as the payment's own currency is fine: a yen has no hundredths", () => {
    const yen = (BaseP: string) =>
      found(
        {
          [PAYMENT]: { MonedaP: "JPY" },
          [`${PAYMENT}/ImpuestosP/TrasladosP/TrasladoP`]: { BaseP },
        },
        "pago-dolares",
      ).filter((one) => one.endsWith("TrasladoP@BaseP"));
    expect(yen("101")).toEqual([]);
    expect(yen("102")).toEqual(["payment-taxes-sum CRP20268 TrasladoP@BaseP"]);
  });

  it("are not held against documents of which the equivalence is missing", () =>
    expect(
      found({ [DOCUMENT]: { EquivalenciaDR: null } }, "pago-dolares").filter((one) =>
        one.startsWith("payment-taxes"),
      ),
    ).toEqual([]));
});

describe("the totals of all payments", () => {
  const totals = (attributes: Attributes, name?: string) =>
    found({ [`${PAYS}/Totales`]: attributes }, name);

  it.each([
    ["TotalRetencionesIVA", "CRP20201"],
    ["TotalRetencionesISR", "CRP20202"],
    ["TotalRetencionesIEPS", "CRP20203"],
    ["TotalTrasladosBaseIVA16", "CRP20204"],
    ["TotalTrasladosImpuestoIVA16", "CRP20205"],
    ["TotalTrasladosBaseIVA8", "CRP20206"],
    ["TotalTrasladosImpuestoIVA8", "CRP20207"],
    ["TotalTrasladosBaseIVA0", "CRP20208"],
    ["TotalTrasladosImpuestoIVA0", "CRP20209"],
    ["TotalTrasladosBaseExento", "CRP20210"],
  ])("%s is in pesos what the payments say", (name, sat) =>
    expect(totals({ [name]: "77.00" })).toContain(`payments-tax-total ${sat} Totales@${name}`),
  );

  it("are at each payment's rate of exchange, a cent for each payment apart at most", () => {
    expect(totals({ MontoTotalPagos: "2140.35" }, "pago-dolares")).toEqual([]);
    expect(totals({ MontoTotalPagos: "2140.36" }, "pago-dolares")).toEqual([
      "payments-total CRP20211 Totales@MontoTotalPagos",
    ]);
    expect(totals({ TotalTrasladosBaseIVA16: null })).toEqual([
      "payments-tax-total CRP20204 Totales@TotalTrasladosBaseIVA16",
    ]);
    expect(totals({ TotalRetencionesISR: "0.00" })).toEqual([]);
  });

  it("are not worked out where a rate is missing", () =>
    expect(
      payment({ TipoCambioP: null }, "pago-dolares").filter((one) => one.startsWith("payments-")),
    ).toEqual([]));
});

describe("the complement of payments", () => {
  it("is that of version 2.0, in a receipt of payment", () => {
    expect(found({ [PAYS]: null })).toContain("payments-missing CRP20999 Comprobante@null");
    expect(found({ [PAYS]: { Version: "1.0" } })).toContain("payments-old null Pagos@null");
    expect(found({ Comprobante: { TipoDeComprobante: "I" } })).toContain(
      "payments-elsewhere CRP20101 Comprobante@TipoDeComprobante",
    );
  });
});

describe("what is withheld from a payment", () => {
  /** The receipt as it would be if what it adds were withheld. */
  const asWithheld = (element: XmlElement): XmlElement => ({
    ...element,
    name: element.name.replace("Traslado", "Retencion").replace("Retencions", "Retenciones"),
    children: element.children.map(asWithheld),
  });
  const withheld = (changes: Changes) => {
    const totals = {
      TotalTrasladosBaseIVA16: null,
      TotalTrasladosImpuestoIVA16: null,
      TotalRetencionesIVA: "160.00",
    };
    const root = asWithheld(invoiceWith("pago", { [`${PAYS}/Totales`]: totals, ...changes }));
    return readCfdi(root)?.findings.map(({ code, sat, attribute }) => [code, sat, attribute]);
  };
  const row = `${PAYMENT}/ImpuestosP/TrasladosP/TrasladoP`;

  it("is summed by tax, whatever its rate, and in the totals", () => {
    expect(withheld({})).toEqual([]);
    expect(withheld({ [row]: { TasaOCuotaP: "0.100000", TipoFactorP: "Cuota" } })).toEqual([]);
    expect(withheld({ [row]: { ImporteP: "160.03" } })).toEqual([
      ["payments-tax-total", "CRP20201", "TotalRetencionesIVA"],
      ["payment-taxes-sum", "CRP20265", "ImporteP"],
    ]);
    expect(withheld({ [row]: { ImpuestoP: "001" } })).toContainEqual([
      "payments-tax-total",
      "CRP20202",
      "TotalRetencionesISR",
    ]);
  });
});
