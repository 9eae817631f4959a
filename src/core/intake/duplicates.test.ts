import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likelyDuplicates, uuidsIn } from "./duplicates.ts";
import type { OpenTicket } from "./duplicates.ts";

const uuid = "5803EB8D-81CD-4557-8719-26632D2FA434";
const open: readonly OpenTicket[] = [
  {
    folio: "FI-1",
    subject: "No puedo timbrar la factura de Escuela Kemper",
    fields: { uuid: uuid.toLowerCase() },
  },
  {
    folio: "FI-2",
    subject: "Error al cancelar",
    fields: { descripcion: "Sale CFDI-40147 al cancelar", modulo: "cancelar" },
  },
];
const alike = (same: readonly string[], subject: string, fields: Record<string, string> = {}) =>
  likelyDuplicates({ same }, { subject, fields }, open);

describe("a request that is probably the same case (FI-9)", () => {
  it("is found by its tax number, however it is written", () =>
    expect(alike(["uuid"], "Otra cosa", { descripcion: `El folio fiscal es ${uuid}.` })).toEqual([
      "FI-1",
    ]));
  it("is found by the tax number of an invoice that came as a file, on either side", () => {
    const same = ["uuid"];
    const brought = { subject: "Otra cosa", fields: {}, invoices: [uuid] };
    expect(likelyDuplicates({ same }, brought, open)).toEqual(["FI-1"]);
    const known = { folio: "FI-3", ...brought };
    const written = { subject: uuid, fields: {} };
    expect(likelyDuplicates({ same }, written, [known])).toEqual(["FI-3"]);
    expect(likelyDuplicates({ same: ["subject"] }, brought, open)).toEqual([]);
  });
  it("is found by its error code", () =>
    expect(alike(["error-code"], "Me aparece CFDI40147")).toEqual(["FI-2"]));
  it("is found by most of the words of its subject", () =>
    expect(alike(["subject"], "no puedo TIMBRAR: factura de la Escuela Kemper")).toEqual(["FI-1"]));
  it("is found by the answer to a field", () =>
    expect(alike(["modulo"], "Duda", { modulo: " Cancelar " })).toEqual(["FI-2"]));
  it.each([
    [["uuid", "subject", "error-code", "modulo"], "Quiero comprar timbres"],
    [["subject"], "Error al entrar"],
    [["subject"], "factura"],
    [["modulo"], "Error al cancelar"],
  ])("is not found by %j in %j", (same, subject) => expect(alike(same, subject)).toEqual([]));

  it("is found by nothing in what has no words", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\s.,;:!?-]*$/), (subject) => {
        expect(
          likelyDuplicates(
            { same: ["uuid", "error-code", "subject", "x"] },
            { subject, fields: { x: subject } },
            [{ folio: "FI-9", subject, fields: { x: subject } }],
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe("what is alike, at its edges (FI-9)", () => {
  const two = (same: string, one: string, other: string): boolean =>
    likelyDuplicates({ same: [same] }, { subject: one, fields: {} }, [
      { folio: "FI-9", subject: other, fields: {} },
    ]).length > 0;

  it.each([
    ["ORA-01017", "ora 01017", true],
    ["CFDI40147", "cfdi-40147", true],
    ["CFDI40147", "CFDI40148", false],
    ["Error 301", "ERROR301 otra vez", true],
    ["HTTP 50", "HTTP 50", false],
    ["X 12345", "x 12345", false],
  ])("error codes: %j and %j: %s", (one, other, alike) => {
    expect([two("error-code", one, other), two("error-code", other, one)]).toEqual([alike, alike]);
  });

  it.each([
    // Two of three: more in common than not; two of four: no more than not; one alone never.
    ["timbrar factura", "timbrar factura nómina", true],
    ["timbrar factura", "timbrar factura nómina cuenta", false],
    ["factura", "factura", false],
    ["ver el ISR de la", "ver el ISR de la", false],
    ["nota 7 caja", "caja nota 7", true],
    ["CANCELACIÓN de facturas", "cancelacion facturas", true],
  ])("subjects: %j and %j: %s", (one, other, alike) => {
    expect([two("subject", one, other), two("subject", other, one)]).toEqual([alike, alike]);
  });

  it("all that are alike are found, in the order given, each once", () => {
    const known = ["FI-3", "FI-1", "FI-2"].map((folio, i) => ({
      folio,
      subject: i === 1 ? "Otra" : "Error CFDI40147 al timbrar factura",
      fields: {},
    }));
    const request = { subject: "Error CFDI40147 al timbrar factura", fields: {} };
    expect(likelyDuplicates({ same: ["error-code", "subject"] }, request, known)).toEqual([
      "FI-3",
      "FI-2",
    ]);
    expect(likelyDuplicates({ same: [] }, request, known)).toEqual([]);
  });

  it("a tax number stands by itself: within a longer word it is none", () => {
    expect(uuidsIn({ subject: `x${uuid}`, fields: { a: `<${uuid}>` } })).toEqual(
      new Set([uuid.toLowerCase()]),
    );
    expect(uuidsIn({ subject: `${uuid}0`, fields: {}, invoices: [uuid] }).size).toBe(1);
    expect(uuidsIn({ subject: uuid.slice(1), fields: {} }).size).toBe(0);
  });
});
