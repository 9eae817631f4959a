import { describe, expect, it } from "vitest";
import { announcementRefusals, intakeRefusals, ticketRefusals } from "../core/refusal-codes.ts";
import { refuse } from "../core/refusal.ts";
import { isWorded, refusalInWords } from "./refusals.ts";

const codes = [...ticketRefusals, ...intakeRefusals, ...announcementRefusals];
const facts = {
  folio: "HD-7",
  folios: "HD-7 HD-8",
  level: "mesa",
  tells: "mesa",
  channel: "phone",
  needs: "ticket",
  to: "a",
  from: "b",
  dates: 2,
  severity: "alto",
  policy: 3,
  label: "Correo de contacto",
  field: "x",
  form: "soporte",
  most: 10,
  length: 12,
  suggestion: "BANCOS, Factura mal cargada",
  into: "HD-8",
  left: 30,
  cites: true,
  step: "Validar",
  stepEn: "Validate",
  who: "nivel-3",
  name: "Ana",
};

describe("refusals in words", () => {
  it.each(codes)("%s has a whole sentence in both languages", (code) => {
    const es = refusalInWords(refuse(code, { facts }), "es");
    const en = refusalInWords(refuse(code, { facts }), "en");
    for (const sentence of [es, en]) {
      expect(sentence).toMatch(/^[«“A-ZÁÉÍÓÚ].*\.$/u);
      expect(sentence).not.toContain("undefined");
    }
    expect(es).not.toBe(en);
  });

  it("has each code once", () => {
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("names the field by its label", () => {
    const refusal = refuse("field-missing", { facts: { label: "Correo de contacto" } });
    expect(refusalInWords(refusal, "es")).toBe("Falta llenar «Correo de contacto».");
    expect(refusalInWords(refusal, "en")).toBe("“Correo de contacto” has to be filled in.");
  });

  it("asks for a ticket where the telephone needs one", () => {
    const refusal = refuse("channel-closed", { facts: { channel: "phone", needs: "ticket" } });
    expect(refusalInWords(refusal, "es")).toContain("hace falta un ticket");
    const other = refuse("channel-closed", { facts: { channel: "phone", needs: "any" } });
    expect(refusalInWords(other, "es")).toContain("no está abierto");
  });

  it("offers a file only in place of a text that is long, not of a name or a number", () => {
    const long = (most: number) =>
      refuse("field-too-long", { facts: { label: "Acción", length: most + 1, most } });
    expect(refusalInWords(long(30), "es")).toMatch(/hasta 30\. Acórtelo\.$/u);
    expect(refusalInWords(long(30), "en")).toMatch(/up to 30\. Shorten it\.$/u);
    expect(refusalInWords(long(10_000), "es")).toContain("o adjunte un archivo");
    expect(refusalInWords(long(10_000), "en")).toContain("or attach a file");
  });

  it("asks for a citation only where the policy does", () => {
    const cited = refuse("ticket-closed", { facts: { folio: "HD-7", cites: true } });
    const free = refuse("ticket-closed", { facts: { folio: "HD-7", cites: false } });
    expect(refusalInWords(cited, "es")).toContain("cite este folio");
    expect(refusalInWords(free, "es")).not.toContain("cite");
  });

  it("asks of a subject what the manual asks of it, and no other desk's words", () => {
    const named = refuse("subject-vague", { facts: { suggestion: "", names: "Módulo, Caso" } });
    const free = refuse("subject-vague", { facts: { suggestion: "No timbra" } });
    expect(refusalInWords(named, "es")).toBe("El asunto dice poco. Debe nombrar: Módulo, Caso.");
    expect(refusalInWords(free, "es")).toBe(
      "El asunto dice poco. Diga en qué consiste; por ejemplo: «No timbra».",
    );
    expect(refusalInWords(free, "en")).not.toContain("module");
  });

  it("knows its own refusals from those of other parts", () => {
    expect(isWorded(refuse("ticket-closed"))).toBe(true);
    expect(isWorded(refuse("no-such-code"))).toBe(false);
    expect(isWorded(refuse("toString"))).toBe(false);
  });
});
