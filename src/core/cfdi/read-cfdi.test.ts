import { describe, expect, it } from "vitest";
import { readCfdi } from "./read-cfdi.ts";
import type { XmlElement } from "./xml-element.ts";

const element = (
  name: string,
  attributes: Record<string, string>,
  children: XmlElement[] = [],
): XmlElement => ({ name, attributes, children });
const uuid = "ad662d33-6934-459c-a128-bdf0393f0f44";
const stamp = element("Complemento", {}, [element("TimbreFiscalDigital", { UUID: uuid })]);
const issuer = element("Emisor", { Rfc: "EKU9003173C9", Nombre: "ESCUELA KEMPER URGATE" });
const receiver = element("Receptor", { Rfc: "XAMA620210DQ5", Nombre: "XAVIER" });
const taxes = element("Impuestos", { TotalImpuestosTrasladados: "160.00" });
const attributes = {
  Version: "4.0",
  Serie: "A",
  Folio: "921",
  Sello: "c2VsbG8=",
  SubTotal: "1000.00",
  Total: "1160.00",
  Moneda: "MXN",
  TipoDeComprobante: "I",
};
const invoice = (
  differs: Record<string, string> = {},
  children = [issuer, receiver, taxes, stamp],
): XmlElement => element("Comprobante", { ...attributes, ...differs }, children);
const problems = (root: XmlElement): readonly string[] => readCfdi(root)?.problems ?? ["none"];

describe("an invoice", () => {
  it("is read with its version, stamp, parties and total, and nothing is wrong with a right one", () => {
    expect(readCfdi(invoice())).toEqual({
      version: "4.0",
      kind: "I",
      folio: "A-921",
      uuid: uuid.toUpperCase(),
      issuer: { rfc: "EKU9003173C9", name: "ESCUELA KEMPER URGATE" },
      receiver: { rfc: "XAMA620210DQ5", name: "XAVIER" },
      total: "1160.00",
      currency: "MXN",
      problems: [],
    });
  });

  it("says each thing that is wrong, and no other", () => {
    expect(problems(invoice({ Version: "3.3" }))).toEqual(["version-old"]);
    expect(problems(invoice({}, [issuer, receiver, taxes]))).toEqual(["not-stamped"]);
    expect(problems(invoice({ Sello: " " }))).toEqual(["not-signed"]);
    expect(
      problems(invoice({}, [issuer, element("Receptor", { Rfc: "XAVIER" }), taxes, stamp])),
    ).toEqual(["receiver-rfc"]);
    expect(problems(invoice({}, [receiver, taxes, stamp]))).toEqual(["issuer-rfc"]);
    expect(problems(invoice({ Total: "1170.00" }))).toEqual(["totals-differ"]);
    expect(problems(invoice({ Total: "mil" }))).toEqual(["totals-differ"]);
    expect(problems(invoice({ Total: "" }))).toEqual(["total-missing"]);
    const torn = element("Complemento", {}, [element("TimbreFiscalDigital", { UUID: "123" })]);
    expect(problems(invoice({}, [issuer, receiver, taxes, torn]))).toEqual(["uuid-malformed"]);
  });

  it("takes discounts, withheld and local taxes into its total, and lets rounding be", () => {
    const withheld = element("Impuestos", {
      TotalImpuestosTrasladados: "160.00",
      TotalImpuestosRetenidos: "100.00",
    });
    const local = element("Complemento", {}, [
      ...stamp.children,
      element("ImpuestosLocales", { TotaldeTraslados: "30.00", TotaldeRetenciones: "5.00" }),
    ]);
    expect(
      problems(
        invoice({ Descuento: "50.00", Total: "1035.40" }, [issuer, receiver, withheld, local]),
      ),
    ).toEqual([]);
  });

  it("of an old version is read by its small letters", () => {
    const old = element("Comprobante", { version: "3.2", sello: "x", total: "10" }, [
      element("Emisor", { rfc: "EKU9003173C9" }),
    ]);
    expect(readCfdi(old)).toMatchObject({
      version: "3.2",
      total: "10",
      issuer: { rfc: "EKU9003173C9" },
    });
  });

  it("is not any other XML", () => {
    expect(readCfdi(element("html", {}))).toBeNull();
  });
});
