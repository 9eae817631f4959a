import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorTime } from "../../../test/kit/processor-time.ts";
import type { Finding } from "../../core/cfdi/finding.ts";
import { rules } from "../../core/cfdi/rules.ts";
import { sayXml } from "../../words/cfdi.ts";
import { sayFinding } from "../../words/cfdi/say-cfdi.ts";
import { broken } from "../../../test/corpus/cfdi/broken.ts";
import { readInvoice } from "./read-invoice.ts";

const folder = new URL("../../../test/corpus/cfdi/good/", import.meta.url);
const files = readdirSync(folder);
const textOf = (file: string): string => readFileSync(new URL(file, folder), "utf8");
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const findings = (text: string): readonly Finding[] => readInvoice(bytes(text)).findings;
const codes = (text: string): readonly string[] => findings(text).map(({ code }) => code);

describe("a good invoice", () => {
  it.each(files)("%s has no findings", (file) => expect(findings(textOf(file))).toEqual([]));

  it("is read with who, how much, when and by whom it was stamped", () => {
    expect(readInvoice(bytes(textOf("ingreso.xml"))).cfdi).toMatchObject({
      version: "4.0",
      kind: "I",
      folio: "A-921",
      issuer: { rfc: "EKU9003173C9", name: "ESCUELA KEMPER URGATE" },
      receiver: { rfc: "XAMA620210DQ5" },
      total: "1740.00",
      currency: "MXN",
      date: "2026-11-16T10:15:00",
      method: "PUE",
      stamp: {
        pac: "SPR190613I52",
        certificate: "30001000000500003456",
        at: "2026-11-16T10:16:02",
      },
    });
  });

  it("of a payment is read with the documents that it pays and their balances", () => {
    const { cfdi } = readInvoice(bytes(textOf("pago.xml")));
    expect(cfdi?.payments).toMatchObject([
      {
        amount: "1160.00",
        documents: [
          { folio: "A-901", before: "1740.00", paid: "870.00", left: "870.00", installment: "1" },
          { folio: "A-902", before: "290.00", paid: "290.00", left: "0.00", installment: "2" },
        ],
      },
    ]);
    expect(readInvoice(bytes(textOf("v33-pago.xml"))).cfdi?.payments[0]?.documents).toHaveLength(1);
  });
});

it("what is given back to the public at large has use G02, which regime 616 has since April 2023", () => {
  const given = textOf("global.xml")
    .replace('UsoCFDI="S01"', 'UsoCFDI="G02"')
    .replace('TipoDeComprobante="I"', 'TipoDeComprobante="E"');
  expect(codes(given)).toEqual([]);
});

it("a line of object 05, of which no source says whether it tells its taxes, is not claimed to be wrong", () => {
  expect(codes(textOf("ingreso.xml").replace('ObjetoImp="02"', 'ObjetoImp="05"'))).toEqual([]);
});

describe("a broken invoice", () => {
  it.each(broken)("$code is found, and nothing else ($file)", ({ code, file, from, to, also }) => {
    const text = textOf(file);
    const after = text.replace(from, to);
    expect(after).not.toBe(text);
    expect(codes(after).toSorted()).toEqual(
      [code, ...(also === undefined ? [] : [also])].toSorted(),
    );
  });

  it("every rule of a file by itself is broken by the corpus, and by no other way", () => {
    const ofOthers = [
      "encoding-not-utf8",
      "encoding-broken",
      "receiver-not-client",
      "uuid-elsewhere",
      "findings-more",
    ];
    const made = new Set<string>([...broken.map(({ code }) => code), ...ofOthers]);
    expect(Object.keys(rules).filter((code) => !made.has(code))).toEqual([]);
  });

  it("is said with its line, column and attribute, in both languages", () => {
    const text = textOf("ingreso.xml").replace('RegimenFiscal="601"', 'RegimenFiscal="612"');
    const [found] = findings(text);
    const line = text.slice(0, text.indexOf('RegimenFiscal="612"')).split("\n");
    expect(found).toMatchObject({
      node: "Comprobante/Emisor",
      attribute: "RegimenFiscal",
      place: { line: line.length, column: (line.at(-1)?.length ?? 0) + 1 },
      sat: "CFDI40141",
    });
    for (const language of ["es", "en"] as const)
      for (const { code, file, from, to } of broken) {
        const said = findings(textOf(file).replace(from, to)).map((one) =>
          sayFinding(one, language),
        );
        expect(said.length, code).toBeGreaterThan(0);
        for (const { what, todo } of said)
          expect(`${what} ${todo}`, code).not.toMatch(/[{}]|undefined/u);
      }
  });

  it("of version 3.3 is not given the SAT's codes of 4.0", () => {
    const [found] = findings(
      textOf("v33-ingreso.xml").replace('Total="1160.00"', 'Total="1161.00"'),
    );
    expect(found).toMatchObject({ code: "total-differs", sat: null });
  });
});

describe("money", () => {
  const cents = (value: number): string => (value / 100).toFixed(2);
  const lines = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 50 }),
      price: fc.integer({ min: 1, max: 500_000 }),
      rate: fc.constantFrom(0, 8, 16),
    }),
    { minLength: 1, maxLength: 8 },
  );
  type Line = { readonly quantity: number; readonly price: number; readonly rate: number };
  const rateOf = (rate: number): string => `0.${String(rate).padStart(2, "0")}0000`;
  const taxOf = ({ quantity, price, rate }: Line): number =>
    Math.round((quantity * price * rate) / 100);
  const traslado = (base: number, amount: number, rate: number): string =>
    `<cfdi:Traslado Base="${cents(base)}" Impuesto="002" TipoFactor="Tasa" TasaOCuota="${rateOf(rate)}" Importe="${cents(amount)}"/>`;
  const invoice = (list: readonly Line[], error = 0): string => {
    const sum = (of: (line: Line) => number, only = list): number =>
      only.reduce((all, one) => all + of(one), 0);
    const base = sum((one) => one.quantity * one.price);
    const tax = sum(taxOf);
    const written = list.map(
      (one) =>
        `<cfdi:Concepto ClaveProdServ="81112100" Cantidad="${one.quantity}" ClaveUnidad="E48" Descripcion="x" ValorUnitario="${cents(one.price)}" Importe="${cents(one.quantity * one.price)}" ObjetoImp="02"><cfdi:Impuestos><cfdi:Traslados>${traslado(one.quantity * one.price, taxOf(one), one.rate)}</cfdi:Traslados></cfdi:Impuestos></cfdi:Concepto>`,
    );
    const rows = [...new Set(list.map(({ rate }) => rate))].map((rate) => {
      const only = list.filter((one) => one.rate === rate);
      return traslado(
        sum((one) => one.quantity * one.price, only),
        sum(taxOf, only),
        rate,
      );
    });
    return textOf("ingreso.xml")
      .replace('SubTotal="1500.00"', `SubTotal="${cents(base)}"`)
      .replace('Total="1740.00"', `Total="${cents(base + tax + error)}"`)
      .replace(
        /<cfdi:Conceptos>[\s\S]*<\/cfdi:Conceptos>/u,
        `<cfdi:Conceptos>${written.join("")}</cfdi:Conceptos>`,
      )
      .replace(
        / {2}<cfdi:Impuestos TotalImpuestosTrasladados[\s\S]*?<\/cfdi:Impuestos>/u,
        `<cfdi:Impuestos TotalImpuestosTrasladados="${cents(tax)}"><cfdi:Traslados>${rows.join("")}</cfdi:Traslados></cfdi:Impuestos>`,
      );
  };

  it("that is worked out and rounded as the SAT asks has no findings", () => {
    fc.assert(
      fc.property(lines, (list) => {
        expect(codes(invoice(list))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("that is a cent off is found", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 9_999 }), (list, error) => {
        expect(codes(invoice(list, error))).toEqual(["total-differs"]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("bytes", () => {
  it("in UTF-8 with a mark are read like any; Latin-1 and UTF-16 are read and said", () => {
    const text = textOf("ingreso.xml");
    expect(codes(`\u{FEFF}${text}`)).toEqual([]);
    const latin = text.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"');
    const inLatin = readInvoice(new Uint8Array(Buffer.from(latin, "latin1")));
    expect(inLatin.findings).toMatchObject([
      { code: "encoding-not-utf8", facts: { written: "ISO-8859-1" } },
    ]);
    expect(inLatin.cfdi?.folio).toBe("A-921");
    const wide = readInvoice(new Uint8Array(Buffer.from(`\u{FEFF}${text}`, "utf16le")));
    expect(wide.findings.map(({ code }) => code)).toEqual(["encoding-not-utf8"]);
    const mistaken = readInvoice(new Uint8Array(Buffer.from(text, "latin1")));
    expect(mistaken.findings.map(({ code }) => code)).toEqual(["encoding-broken"]);
    expect(mistaken.cfdi?.issuer.rfc).toBe("EKU9003173C9");
  });

  it("of more tags or attributes than any invoice has are not read at all", () => {
    for (const flood of [
      `<a>${"<b/>".repeat(100_000)}</a>`,
      `<a ${Array.from({ length: 40_000 }, (_, n) => `x${n}=''`).join(" ")}/>`,
    ]) {
      const began = processorTime();
      expect(codes(flood)).toEqual(["xml-malformed"]);
      expect(processorTime() - began).toBeLessThan(100);
    }
  });

  it("with hundreds of taxes for hundreds of documents is gone through once", () => {
    const tax = (of: string) => `Impuesto${of}="2" Base${of}="1" Importe${of}="1"`;
    const document = `<pago20:DoctoRelacionado MonedaDR="MXN"><pago20:ImpuestosDR><pago20:TrasladosDR><pago20:TrasladoDR ${tax("DR")}/></pago20:TrasladosDR></pago20:ImpuestosDR></pago20:DoctoRelacionado>`;
    const text = textOf("pago.xml")
      .replace(/<pago20:DoctoRelacionado[\s\S]*<\/pago20:DoctoRelacionado>/u, document.repeat(600))
      .replace(/<pago20:TrasladoP [^>]*>/u, `<pago20:TrasladoP ${tax("P")}/>`.repeat(800));
    const began = processorTime();
    expect(readInvoice(bytes(text)).findings.length).toBeGreaterThan(100);
    expect(processorTime() - began).toBeLessThan(3_000);
  });

  it("with thousands of faults has the gravest, and says how many more there are", () => {
    const line = '<cfdi:Concepto Importe="x"/>';
    const text = textOf("pago.xml").replace(
      "<cfdi:Conceptos>",
      `<cfdi:Conceptos>${line.repeat(9_000)}`,
    );
    const { findings: all, cfdi } = readInvoice(bytes(text));
    expect(all.length).toBe(201);
    expect(cfdi?.findings.length).toBe(201);
    expect(all.at(-1)).toMatchObject({ code: "findings-more", severity: "note" });
    expect(all.slice(0, -1).every(({ severity }) => severity === "error")).toBe(true);
    expect(Number(all.at(-1)?.facts["count"])).toBeGreaterThan(9_000);
  });

  it("of any kind, and good ones with any damage, are answered and never a fault", () => {
    const whole = Buffer.from(textOf("pago.xml"));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.nat(whole.length),
        (damage, cut) => {
          const damaged = Buffer.from(whole);
          for (const [at, byte] of damage) damaged[at] = byte;
          for (const one of [damaged, damaged.subarray(0, cut)])
            expect(() => sayXml(readInvoice(new Uint8Array(one)), "es")).not.toThrow();
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (some) => {
        expect(readInvoice(some).findings.length).toBeGreaterThan(0);
      }),
    );
  });
});
