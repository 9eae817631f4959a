import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asksNothing, readSearch } from "./query.ts";

const term = (text: string, unfinished = false, not = false) => ({ text, not, unfinished });

describe("what is written into the box", () => {
  it("is words, of which the last may still be typed", () => {
    expect(readSearch("factura cancel")).toEqual({
      terms: [term("factura"), term("cancel", true)],
      filters: [],
      whole: "factura cancel",
    });
    expect(readSearch("factura ").terms).toEqual([term("factura")]);
  });

  it("keeps a phrase together, and a closed one is finished", () => {
    expect(readSearch('"no timbra" error').terms).toEqual([term("no timbra"), term("error", true)]);
    expect(readSearch('"no timbra"').terms).toEqual([term("no timbra")]);
    expect(readSearch('"no tim').terms).toEqual([term("no tim", true)]);
    expect(readSearch('"no timbra"').whole).toBe("");
  });

  it("denies what has a hyphen before it, and takes no identifier for a denial", () => {
    expect(readSearch("error -nómina").terms).toEqual([term("error"), term("nómina", false, true)]);
    expect(readSearch("OC-4500").whole).toBe("OC-4500");
    expect(readSearch("-OC").whole).toBe("");
  });

  it("reads filters in Spanish and in English, accents or not, quoted or denied", () => {
    expect(
      readSearch('estado:abierto severidad:alta -de:correo archivo:"acuse de recibo"'),
    ).toEqual({
      terms: [],
      filters: [
        { name: "state", value: "abierto", not: false },
        { name: "severity", value: "alta", not: false },
        { name: "channel", value: "correo", not: true },
        { name: "file", value: "acuse de recibo", not: false },
      ],
      whole: "",
    });
    expect(readSearch("Después:2026-10-01 assigned:me").filters).toEqual([
      { name: "after", value: "2026-10-01", not: false },
      { name: "assignee", value: "me", not: false },
    ]);
  });

  it("leaves out a date that is none, and takes an unknown name for a word", () => {
    expect(readSearch("antes:ayer").filters).toEqual([]);
    expect(readSearch("antes:2026-02-30").filters).toEqual([]);
    expect(readSearch("desde:0000-01-01").filters).toEqual([]);
    expect(readSearch("nota:azul").terms).toEqual([term("nota:azul", true)]);
  });

  it("asks nothing where nothing is said", () => {
    for (const nothing of ["", "  ", "-", '""', "¿?"])
      expect(asksNothing(readSearch(nothing))).toBe(true);
  });

  it("is read whatever it is, and never says more than was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (written) => {
        const read = readSearch(written);
        expect(read.terms.length).toBeLessThanOrEqual(12);
        const text = written.normalize("NFC").replace(/\p{Cc}/gu, " ");
        for (const { text: said } of read.terms) expect(text).toContain(said);
        for (const { value } of read.filters) expect(text).toContain(value);
      }),
    );
  });
});
