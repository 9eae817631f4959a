import { describe, expect, it } from "vitest";
import { guessLanguage } from "./guess-language.ts";

describe("the language of a mail", () => {
  it("is that of its short words", () => {
    expect(guessLanguage("No puedo entrar al portal desde ayer, gracias")).toBe("es");
    expect(guessLanguage("I cannot enter the portal since yesterday. Please help")).toBe("en");
  });

  it("is Spanish where nothing tells", () => {
    for (const text of ["", "FACTURA 33", "CFDI40147", "?"]) expect(guessLanguage(text)).toBe("es");
  });
});

describe("the language of more than a line", () => {
  it("minds no capitals, and no accents of one language alone", () => {
    expect(guessLanguage("THE PORTAL IS DOWN, PLEASE HELP")).toBe("en");
    expect(guessLanguage("¿Está caído? Ya no está más, ¿no?")).toBe("es");
  });

  it("is that of most of its short words, and Spanish where both are as many", () => {
    expect(guessLanguage("the invoice de la")).toBe("es");
    expect(guessLanguage("the invoice is de la")).toBe("en");
    expect(guessLanguage("the invoice is de la con")).toBe("es");
  });

  it("is told by how it begins: what is quoted far below says nothing", () => {
    const quoted = "\n> the portal is not for you and we are in it ".repeat(50);
    expect(guessLanguage(`No puedo entrar. ${" ".repeat(4_000)}${quoted}`)).toBe("es");
    expect(guessLanguage(`No puedo entrar. ${quoted}`)).toBe("en");
  });
});
