import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likelyDuplicates } from "./duplicates.ts";
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
