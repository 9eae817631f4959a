import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../../core/refusal.ts";
import { sayXml } from "../../words/cfdi.ts";
import { parseXml } from "./parse-xml.ts";
import { readInvoice } from "./read-invoice.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const invoice = `<?xml version="1.0" encoding="UTF-8"?>
<cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" Version="4.0" Sello="x" SubTotal="100" Total="116.00" Moneda="MXN">
  <cfdi:Emisor Rfc="EKU9003173C9" Nombre="ESCUELA &amp; KEMPER"/><cfdi:Receptor Rfc="XAMA620210DQ5"/>
  <cfdi:Impuestos TotalImpuestosTrasladados="16.00"/>
</cfdi:Comprobante>`;

test("names lose their prefixes, values stay text, entities are what they stand for", () => {
  expect(parseXml(invoice)).toMatchObject({
    name: "Comprobante",
    attributes: { Version: "4.0", Total: "116.00" },
    children: [
      { name: "Emisor", attributes: { Nombre: "ESCUELA & KEMPER" } },
      { name: "Receptor" },
      { name: "Impuestos" },
    ],
  });
});

test("an XML with a DOCTYPE or an entity is refused before it is parsed", () => {
  for (const text of [
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "<?xml version='1.0'?><!doctype a><a/>",
  ]) {
    expect(parseXml(text)).toEqual({ refused: "xml-doctype" });
  }
});

test("what is not well formed, or empty, is refused", () => {
  for (const text of ["", "hola", "<a>", "<a><b></a>", "<?xml version='1.0'?>"]) {
    expect(parseXml(text)).toEqual({ refused: "xml-malformed" });
  }
});

test("what the parser itself refuses is malformed, and no fault", () => {
  const deep = "<a>".repeat(200) + "</a>".repeat(200);
  for (const text of [deep, "<__proto__/>", "<a constructor='1'/>", "<x:prototype/>"])
    expect(parseXml(text)).toEqual({ refused: "xml-malformed" });
});

test("an XML of more tags or attributes than any invoice has is not read at all", () => {
  const tags = bytes(`<a>${"<b/>".repeat(100_000)}</a>`);
  const attributes = bytes(
    `<a ${Array.from({ length: 40_000 }, (_, n) => `x${n}=''`).join(" ")}/>`,
  );
  for (const flood of [tags, attributes]) {
    const began = performance.now();
    expect(readInvoice(flood)).toBe("not-a-cfdi");
    expect(performance.now() - began).toBeLessThan(100);
  }
});

test("whatever text comes, the answer is an element or a refusal", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom("<", ">", "/", "a", "=", '"', "!", "?", "[", "]", "&", ";", " "),
      }),
      (text) => {
        const read = parseXml(text);
        return isRefusal(read) || typeof read.name === "string";
      },
    ),
  );
});

test("an invoice without its stamp says so in words, in both languages", () => {
  expect(sayXml(readInvoice(bytes(invoice)), "es")).toEqual([
    "CFDI 4.0. Sin timbrar.",
    "Emisor: EKU9003173C9 ESCUELA & KEMPER. Receptor: XAMA620210DQ5. Total: 116.00 MXN.",
    "No tiene timbre fiscal: pida a su proveedor de facturación el XML timbrado.",
  ]);
  expect(sayXml(readInvoice(bytes("<a/>")), "en")).toEqual([
    "It is not a CFDI: it is an XML of another kind.",
  ]);
  expect(sayXml(readInvoice(bytes("<a>")), "es")).toEqual([
    "El XML está incompleto o dañado y no se puede leer.",
  ]);
});
