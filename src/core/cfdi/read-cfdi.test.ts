import { describe, expect, it } from "vitest";
import { invoiceWith, readWith } from "../../../test/kit/invoices.ts";
import { readCfdi } from "./read-cfdi.ts";
import type { XmlElement } from "./xml-element.ts";

const bare = (attributes: Record<string, string>, name = "Comprobante"): XmlElement => ({
  name,
  attributes,
  children: [],
  namespace: null,
  path: name,
  at: { line: 1, column: 1 },
  places: {},
});

describe("an invoice as it is read", () => {
  it("is nothing but a Comprobante", () => {
    expect(readCfdi(bare({ Version: "4.0" }, "Factura"))).toBeNull();
    expect(readCfdi(bare({ Version: "4.0" }, "comprobante"))).toBeNull();
  });

  it("has what it says, and null for all that it does not", () => {
    const { findings, ...empty } = readCfdi(bare({})) ?? { findings: [] };
    expect(findings.map(({ code }) => code)).toEqual(["version-missing"]);
    expect(empty).toEqual({
      version: null,
      kind: null,
      folio: null,
      uuid: null,
      issuer: { rfc: null, name: null },
      receiver: { rfc: null, name: null },
      total: null,
      currency: null,
      date: null,
      method: null,
      form: null,
      stamp: null,
      related: [],
      payments: [],
      sealEnd: null,
    });
  });

  it("of version 3.2 is read by its small letters, and not checked", () => {
    const old = readCfdi({
      ...bare({
        version: "3.2",
        serie: "A",
        folio: "7",
        total: "1.00",
        tipoDeComprobante: "ingreso",
      }),
      children: [bare({ rfc: "EKU9003173C9", nombre: "ESCUELA" }, "Emisor")],
    });
    expect(old).toMatchObject({
      version: "3.2",
      folio: "A-7",
      total: "1.00",
      kind: "ingreso",
      issuer: { rfc: "EKU9003173C9", name: "ESCUELA" },
    });
    expect(old?.findings).toMatchObject([
      { code: "version-unread", attribute: "version", facts: { written: "3.2" } },
    ]);
  });

  it.each([
    [{ Serie: "A", Folio: "7" }, "A-7"],
    [{ Serie: null, Folio: "7" }, "7"],
    [{ Serie: "A", Folio: null }, "A"],
    [{ Serie: null, Folio: null }, null],
    [{ Serie: "", Folio: "" }, null],
  ])("with %j has folio %s", (attributes, folio) =>
    expect(readWith("ingreso", { Comprobante: attributes }).folio).toBe(folio),
  );

  it("has its UUID in capitals, and the end of its seal without its breaks", () => {
    const read = readWith("ingreso", {
      Comprobante: { Sello: "AAAABBBB CCCC\n12 34==" },
      "Comprobante/Complemento/TimbreFiscalDigital": {
        UUID: " 7fa732b5-17cb-4d14-a488-43d74526c11a ",
      },
    });
    expect(read.uuid).toBe("7FA732B5-17CB-4D14-A488-43D74526C11A");
    expect(read.stamp?.uuid).toBe(read.uuid);
    expect(read.sealEnd).toBe("CC1234==");
    expect(readWith("ingreso", { Comprobante: { Sello: null } }).sealEnd).toBeNull();
  });

  it("of a payment has each document, whatever is not written of it", () => {
    const path = "Comprobante/Complemento/Pagos/Pago";
    const { payments } = readWith("pago", {
      [path]: { FechaPago: null, MonedaP: null },
      [`${path}/DoctoRelacionado`]: { Serie: null, IdDocumento: null, MonedaDR: null },
    });
    expect(payments).toMatchObject([
      {
        at: null,
        currency: null,
        form: "03",
        amount: "1160.00",
        documents: [{ uuid: null, folio: "901", currency: null }, {}],
      },
    ]);
  });

  it("of version 3.3 is old from 1 April 2023 on, by its own date", () => {
    const of = (Fecha: string) =>
      readWith("v33-ingreso", { Comprobante: { Fecha } }).findings.some(
        ({ code }) => code === "version-old",
      );
    expect(of("2023-03-31T23:59:59")).toBe(false);
    expect(of("2023-04-01T00:00:00")).toBe(true);
  });

  it("has what is wrong in the order of the file", () => {
    const { findings } = readWith("ingreso", {
      Comprobante: { Total: "1.00", LugarExpedicion: "x" },
      "Comprobante/Receptor": { UsoCFDI: "X" },
      "Comprobante/Emisor": { RegimenFiscal: "X" },
      "Comprobante/Complemento/TimbreFiscalDigital": { UUID: "x" },
    });
    const places = findings.map(({ place }) => (place?.line ?? 0) * 1e6 + (place?.column ?? 0));
    expect(findings.length).toBeGreaterThan(4);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("is read alike whatever stands in it that nobody knows", () => {
    const root = invoiceWith("ingreso");
    const more = { ...root, children: [...root.children, bare({ x: "1" }, "Desconocido")] };
    expect(readCfdi(more)).toEqual(readCfdi(root));
  });
});
