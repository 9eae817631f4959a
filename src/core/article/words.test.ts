import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stemOf, stemsOf } from "./words.ts";

describe("a word as it is compared", () => {
  it.each([
    "factura facturas facturación facturaciones facturado",
    "cancelar cancelado cancelada cancelan cancelando cancelación cancelaciones",
    "pendiente pendientes",
    "expediente expedientes",
    "vencimiento vencimientos",
    "comprobante comprobantes",
    "contraseña contraseñas",
    "proveedor proveedores",
    "conexión conexiones",
    "sesión sesiones",
    "solicitud solicitudes",
    "orden órdenes",
    "portal portales",
    "error errores",
    "cliente clientes",
    "lento lenta lentamente",
    "supplier suppliers",
    "invoice invoices",
    "upload uploads uploaded uploading",
  ])("is alike in %s", (forms) => {
    const stems = forms.split(" ").map(stemOf);
    expect(new Set(stems)).toEqual(new Set([stems[0]]));
  });

  it("tells words apart that only begin alike", () => {
    const stems = [
      "cliente",
      "clave",
      "factura",
      "facturador",
      "portal",
      "porta",
      "orden",
      "ordenador",
    ];
    expect(new Set(stems.map(stemOf)).size).toBeGreaterThan(5);
  });

  it("keeps codes and figures whole, and leaves four letters at least", () => {
    expect([stemOf("CFDI40102"), stemOf("A1ES"), stemOf("2026")]).toEqual([
      "cfdi40102",
      "a1es",
      "2026",
    ]);
    expect(["mesas", "mesa", "ases", "uso"].map(stemOf)).toEqual(["mesa", "mesa", "ases", "uso"]);
  });

  it("is a beginning of the word, without accents and capitals, and has four letters where the word has", () => {
    const word = fc.string({ unit: fc.constantFrom(..."aeiourscntmdÁñ"), maxLength: 14 });
    fc.assert(
      fc.property(word, (written) => {
        const plain = written.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
        const stem = stemOf(written);
        expect(plain.startsWith(stem)).toBe(true);
        expect(stem.length).toBeGreaterThanOrEqual(Math.min(4, plain.length));
        expect(stemOf(written.toUpperCase())).toBe(stem);
      }),
    );
  });
});

describe("the words of a text", () => {
  it("are those that say what it is about, each once", () => {
    expect([...stemsOf("¿Cómo puedo cancelar una factura? Cancelé la factura, por favor")]).toEqual(
      [...["cancel", "factur"]],
    );
    expect([...stemsOf("a de la que 5 x1 10 CFDI")]).toEqual(["10", "cfdi"]);
    expect([...stemsOf("")]).toEqual([]);
  });

  it("leave out what says nothing, with its accents or without", () => {
    for (const word of ["También", "tambien", "CÓMO", "aquí", "the", "favor"])
      expect([...stemsOf(word)]).toEqual([]);
  });
});
