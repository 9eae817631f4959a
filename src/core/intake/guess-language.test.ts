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
