import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, markWords } from "./marked.ts";

/** A text with brackets around what is marked. */
const marked = (text: string, ...forms: string[]): string =>
  markWords(text, new Set(forms))
    .map((one) => (one.marked ? `[${one.text}]` : one.text))
    .join("");
const excerpt = (text: string, ...forms: string[]): string | null =>
  excerptOf(text, new Set(forms))
    ?.map((one) => (one.marked ? `[${one.text}]` : one.text))
    .join("") ?? null;

describe("the words that were found", () => {
  it("are marked whole, whatever their accents and capitals", () => {
    expect(marked("La FACTURACIÓN y la factura", "facturacion", "factura")).toBe(
      "La [FACTURACIÓN] y la [factura]",
    );
    expect(marked("Año, años, ano", "ano")).toBe("[Año], años, [ano]");
    expect(marked("sin nada", "otra")).toBe("sin nada");
    expect(marked("", "otra")).toBe("");
  });

  it("that are more than a word are marked where they stand whole, and again", () => {
    expect(marked("De Ana@Example.com a ana@example.com", "ana@example.com")).toBe(
      "De [Ana@Example.com] a [ana@example.com]",
    );
    expect(marked("ana@example.com", "ana@example.com", "ana", "example")).toBe(
      "[ana][@example.com]",
    );
    expect(marked("a.b a.b.a", "a.b", "a")).toBe("[a][.b] [a][.b].[a]");
    expect(marked("x", "")).toBe("x");
  });

  it("leave the text as it was, its characters together", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.array(fc.string({ unit: fc.constantFrom("a", "é", "@", ".", "İ", "ß"), maxLength: 4 })),
        (text, forms) => {
          const stretches = markWords(text, new Set(forms));
          expect(stretches.map((one) => one.text).join("")).toBe(text.normalize("NFC"));
          expect(stretches.every((one) => one.text !== "")).toBe(true);
        },
      ),
    ));
});

describe("the part of a text around what was found", () => {
  const long = (n: number) => Array.from({ length: n }, (_, i) => `palabra${i}`).join(" ");

  it("is the whole of a short one, on one line; nothing where nothing was found", () => {
    expect(excerpt("No  carga\n\tla factura ", "factura")).toBe("No carga la [factura]");
    expect(excerpt("No carga", "factura")).toBeNull();
    expect(excerpt("", "factura")).toBeNull();
  });

  it("says where the text goes on, and cuts no word", () => {
    const shown = excerpt(`${long(30)} factura ${long(30)}`, "factura") ?? "";
    expect(shown.startsWith("…palabra")).toBe(true);
    expect(shown.endsWith("…")).toBe(true);
    const words = shown
      .replaceAll(/[…[\]]/gu, "")
      .trim()
      .split(" ");
    for (const word of words) expect(word).toMatch(/^(?:palabra\d+|factura)$/u);
    expect(excerpt(`factura ${long(30)}`, "factura")).toMatch(/^\[factura\] palabra0 .*…$/u);
    expect(excerpt(`${long(30)} factura`, "factura")).toMatch(/^….* \[factura\]$/u);
  });

  it("begins with the text where what was found stands within its first 48 characters", () => {
    expect(excerpt(`${"a ".repeat(24)}factura`, "factura")).toBe(`${"a ".repeat(24)}[factura]`);
    expect(excerpt(`${"a ".repeat(25)}factura`, "factura")).toMatch(/^…/u);
  });

  it("is found in a text whose accents are written apart, as some systems write names", () => {
    const apart = `${"é ".repeat(200)}factura`.normalize("NFD");
    expect(excerpt(apart, "factura")).toMatch(/\[factura\]$/u);
  });

  it("always has in it what was found, and is short, wherever that stands", () => {
    const filler = fc.array(
      fc.string({ unit: fc.constantFrom("b", "ñ", "e\u0301", "😀"), minLength: 1, maxLength: 30 }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        const text = [...before, "factura", ...after].join(" ");
        const stretches = excerptOf(text, new Set(["factura"])) ?? [];
        expect(stretches.some((one) => one.marked && one.text === "factura")).toBe(true);
        const shown = stretches.map((one) => one.text).join("");
        expect(shown.length).toBeLessThanOrEqual(162);
        const line = text.normalize("NFC");
        expect(line).toContain(shown.replace(/^…/u, "").replace(/…$/u, "").trim());
      }),
    );
  });
});
