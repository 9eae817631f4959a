import { describe, expect, it } from "vitest";
import { foundWith, invoiceWith } from "../../../test/kit/invoices.ts";
import { readCfdi } from "./read-cfdi.ts";
import { required } from "./required.ts";
import type { XmlElement } from "./xml-element.ts";

const codes = (root: XmlElement) => readCfdi(root)?.findings.map(({ code }) => code);
const LINE = "Comprobante/Conceptos/Concepto";

function all(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(all)];
}
const files = {
  "4.0": ["ingreso-retenciones", "egreso", "global", "pago", "nomina", "ingreso-impuestos-locales"],
  "3.3": ["v33-ingreso", "v33-pago"],
} as const;

describe.each(["4.0", "3.3"] as const)("what the schema of version %s asks", (version) => {
  const elements = files[version].flatMap((file) =>
    all(invoiceWith(file)).map(({ path }) => ({ file, path })),
  );
  const asked = elements.flatMap(({ file, path }) => {
    const wanted = Object.hasOwn(required[version], path) ? required[version][path] : undefined;
    return wanted === undefined ? [] : [{ file, path, ...wanted }];
  });

  it("is told of each attribute that an element must have, at that element", () => {
    let told = 0;
    for (const { file, path, attributes } of asked)
      for (const name of attributes) {
        // Without its kind, version or seal an invoice is told something else.
        if (path === "Comprobante" && /Sello|Certificado/u.test(name)) continue;
        for (const value of [null, ""])
          expect(foundWith(file, { [path]: { [name]: value } })).toContainEqual({
            code: "attribute-missing",
            sat: "301",
            at: `${path}@${name}`,
            facts: { name },
          });
        told++;
      }
    expect(told).toBeGreaterThan(version === "4.0" ? 100 : 30);
  });

  it("is told of each element that an element must hold", () => {
    for (const { file, path, children = [] } of asked)
      for (const name of children) {
        const gone = elements.filter(
          (one) => one.file === file && one.path.replace(/\[[0-9]+\]$/u, "") === `${path}/${name}`,
        );
        if (gone.length === 0) continue;
        const changes = Object.fromEntries(gone.map((one) => [one.path, null]));
        expect(foundWith(file, changes)).toContainEqual({
          code: "node-missing",
          sat: "301",
          at: `${path}@null`,
          facts: { name },
        });
      }
  });
});

describe("the shape of what is written", () => {
  const malformed = (path: string, name: string, value: string) =>
    foundWith(path.includes("/Pagos/") ? "pago" : "ingreso", { [path]: { [name]: value } }).some(
      ({ code, at }) => code === "attribute-malformed" && at === `${path}@${name}`,
    );

  it.each([
    ["1", false],
    ["0.000001", false],
    ["123456789012345678", false],
    ["1234567890123456789", true],
    ["1.0000001", true],
    ["1,000.00", true],
    ["-1.00", true],
    ["+1", true],
    ["1.", true],
    [".5", true],
    ["1e3", true],
    ["$1", true],
    [" 1", true],
    ["١", true],
  ])("%j as an amount is wrong: %s", (value, wrong) =>
    expect(malformed(LINE, "Cantidad", value)).toBe(wrong),
  );

  it.each([
    ["Comprobante", "NoCertificado", "3000100000050000341"],
    ["Comprobante", "NoCertificado", "300010000005000034160"],
    ["Comprobante", "Confirmacion", "abcd"],
    ["Comprobante", "Confirmacion", "abcdef"],
    [LINE, "ClaveProdServ", "811121000"],
    [LINE, "ClaveUnidad", "E48X"],
    [LINE, "ClaveUnidad", "e48"],
    ["Comprobante/Complemento/TimbreFiscalDigital", "RfcProvCertif", "SPR190613I5"],
    ["Comprobante/Complemento/TimbreFiscalDigital", "NoCertificadoSAT", "x"],
  ])("%s %s is not %s", (...[path, name, value]) =>
    expect(malformed(path, name, value)).toBe(true),
  );

  it.each([
    ["IdDocumento", "ECCBC87E-4B5C-42FE-A830-8FD9F2A7BAF3", false],
    ["IdDocumento", "123-45-123456789", false],
    ["IdDocumento", "ECCBC87E", true],
    ["NumParcialidad", "999", false],
    ["NumParcialidad", "0", true],
    ["NumParcialidad", "1000", true],
    ["NumParcialidad", "01", true],
    ["EquivalenciaDR", "1.0000000000", false],
    ["EquivalenciaDR", "1.00000000000", true],
  ] as const)("of a paid document %s %s is wrong: %s", (name, value, wrong) =>
    expect(malformed("Comprobante/Complemento/Pagos/Pago/DoctoRelacionado", name, value)).toBe(
      wrong,
    ),
  );

  it("is said with what was written, and whether an amount was expected", () => {
    const facts = (name: string, value: string) =>
      foundWith("ingreso", { [LINE]: { [name]: value } }).find(
        ({ code }) => code === "attribute-malformed",
      )?.facts;
    expect(facts("Cantidad", "uno")).toEqual({ name: "Cantidad", written: "uno", as: "amount" });
    expect(facts("ClaveUnidad", "uno")).toEqual({
      name: "ClaveUnidad",
      written: "uno",
      as: "shape",
    });
  });

  it("is nobody's business in an addenda, which is between the two companies", () => {
    const root = invoiceWith("ingreso");
    const [line] = root.children;
    if (line === undefined) throw new Error("no element");
    const path = "Comprobante/Addenda";
    const inside = {
      ...line,
      name: "Concepto",
      path: LINE,
      attributes: { Cantidad: "uno" },
      children: [],
    };
    const addenda = { ...line, name: "Addenda", path, attributes: {}, children: [inside] };
    expect(codes({ ...root, children: [...root.children, addenda] })).toEqual([]);
    const other = { ...addenda, name: "Otro", path: "Comprobante/Otro" };
    expect(codes({ ...root, children: [...root.children, other] })).toContain(
      "attribute-malformed",
    );
  });

  it("is of no attribute that is called as something in every object is", () => {
    for (const name of ["toString", "valueOf", "hasOwnProperty", "isPrototypeOf"])
      for (const path of ["Comprobante", "Comprobante/Emisor", LINE])
        expect(foundWith("ingreso", { [path]: { [name]: "x" } })).toEqual([]);
  });

  it("of a currency that is called so has nothing but that it is none", () => {
    for (const Moneda of ["constructor", "toString", "valueOf"])
      expect(
        foundWith("ingreso-no-objeto", { Comprobante: { Moneda } }).map(({ code }) => code),
      ).toEqual(["currency-unknown"]);
    for (const [MonedaP, MonedaDR] of [
      ["toString", "MXN"],
      ["MXN", "toString"],
    ] as const) {
      const pays = "Comprobante/Complemento/Pagos/Pago";
      const found = foundWith("pago", {
        [pays]: { MonedaP },
        [`${pays}/DoctoRelacionado`]: { MonedaDR },
      });
      expect(found.length).toBeLessThan(20);
    }
  });

  it("of nothing at all is another's rule", () =>
    expect(malformed(LINE, "Cantidad", "")).toBe(false));

  it("has the namespace of its version", () => {
    const root = invoiceWith("ingreso");
    const of = (namespace: string | null) => readCfdi({ ...root, namespace })?.findings[0];
    for (const wrong of ["http://www.sat.gob.mx/cfd/3", null, ""])
      expect(of(wrong)).toMatchObject({
        code: "namespace-wrong",
        facts: { expected: "http://www.sat.gob.mx/cfd/4" },
      });
    expect(of("http://www.sat.gob.mx/cfd/4")).toBeUndefined();
  });
});
