import fc from "fast-check";
import { expect, it } from "vitest";
import { bare, bareLine, bareWords } from "./bare.ts";

it("compares a text without accents and capitals, on one line, or by its letters and digits alone", () => {
  expect(bare("Facturación  AÑO\n2026")).toBe("facturacion  ano\n2026");
  expect(bareLine("  Facturación  AÑO\n2026 ")).toBe("facturacion ano 2026");
  expect(bareWords("¡Facturación, (año) 2026!")).toBe("facturacion ano 2026");
});

it("says the same of what it said", () => {
  for (const said of [bareLine, bareWords])
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aÁñÑ ü\t.,-1Z") }), (text) => {
        expect(said(said(text))).toBe(said(text));
      }),
    );
});
