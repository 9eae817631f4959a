import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rules } from "../rules.ts";
import { findCodes } from "./find-codes.ts";
import { knownCodes } from "./table.ts";

describe("the table of error codes", () => {
  const all = [...knownCodes().values()];

  it("has the whole matrix of the CFDI 4.0 and of Pagos 2.0, each code once and whole", () => {
    const of = (source: string): number => all.filter((row) => row.source === source).length;
    expect(of("cfdi40")).toBe(122);
    expect(of("crp20")).toBe(23 + 79 + 1);
    for (const { code, means, todo } of all) {
      expect(code).toMatch(/^(?:CFDI40[0-9]{3}|CRP20[0-9]{3}|[0-9]{3})$/u);
      for (const text of [means.es, means.en, todo.es, todo.en])
        expect(text, code).toMatch(/\S[.]$/u);
    }
    const codes = all.map(({ code }) => code);
    for (let number = 40_101; number <= 40_221; number += 1)
      expect(codes).toContain(`CFDI${number}`);
  });

  it("knows every code that a rule says the SAT answers with", () => {
    const given = Object.values(rules).flatMap(({ sat }) => sat ?? []);
    expect(given.filter((code) => !knownCodes().has(code))).toEqual([]);
  });
});

describe("a text", () => {
  it.each([
    ["El portal dice CFDI40105 - El campo FormaPago no contiene 99", ["CFDI40105"]],
    ["cfdi-40147, luego crp 20217", ["CFDI40147", "CRP20217"]],
    ["Error: {CFDI40158}-La clave del campo RegimenFiscalR", ["CFDI40158"]],
    ["Error 301 y código: 402", ["301", "402"]],
    ["Son 301 facturas por 40105 pesos; el folio es CFDI401055", []],
    ["XCFDI40105", []],
    ["CFDI40105 CFDI40105", ["CFDI40105"]],
  ])("%j names %j", (text, expected) => expect(findCodes(text)).toEqual(expected));

  it("names the desk's own codes, whole and in any case", () => {
    expect(findCodes("Sale hib-77 al subir; y HIB-770", ["HIB-77", "PAC9"])).toEqual(["HIB-77"]);
  });

  it("of any kind is looked through, and a code within it is found", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(findCodes(`${before} CRP20244 ${after}`)).toContain("CRP20244");
      }),
    );
  });
});
