import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../core/policy/text.ts";
import { inTerms, termed, wordsInTerms } from "./terms.ts";
import type { Terms } from "./terms.ts";

const words = termed({
  es: {
    title: "Seguir un ticket",
    number: "Tenga a la mano el folio de su ticket.",
    known: "Si ya tiene un folio, ábralo. Folios y tickets: un especialista los ve.",
    deep: { of: (name: string) => `El ticket de ${name}` },
  },
  en: {
    title: "Follow a ticket",
    number: "Have the ticket's number at hand.",
    known: "If you have a number, open it. Tickets: a specialist sees them.",
    deep: { of: (name: string) => `The ticket of ${name}` },
  },
});
const cases: Terms = {
  ticket: { es: "caso", en: "case" },
  folio: { es: "número de caso", en: "case number" },
  agent: { es: "consultor", en: "adviser" },
};
const say = (text: string, terms: Terms, language: Language): string =>
  inTerms(text, terms, language);

describe("the words of a desk", () => {
  it("stand in the place of the catalogue's, as capitals, articles and numbers go", () => {
    expect(say(words.es.title, cases, "es")).toBe("Seguir un caso");
    expect(say(words.es.number, cases, "es")).toBe("Tenga a la mano el número de caso.");
    expect(say(words.es.known, cases, "es")).toBe(
      "Si ya tiene un número de caso, ábralo. Números de caso y casos: un consultor los ve.",
    );
    expect(say(words.en.known, cases, "en")).toBe(
      "If you have a number, open it. Cases: an adviser sees them.",
    );
    expect(say(words.en.title, { ticket: { es: "incidente", en: "incident" } }, "en")).toBe(
      "Follow an incident",
    );
    expect(say(words.en.number, cases, "en")).toBe("Have the case number at hand.");
  });

  it("leave the rest of a term to the catalogue: without a word for the number, it is the ticket's", () => {
    const terms: Terms = { ticket: { es: "reporte" } };
    expect(say(words.es.number, terms, "es")).toBe("Tenga a la mano el folio de su reporte.");
    expect(say(words.es.title, { folio: { es: "folio del ticket" } }, "es")).toBe(
      "Seguir un ticket",
    );
    expect(say(words.es.known, { folio: { es: "folio del ticket" } }, "es")).toContain(
      "Si ya tiene un folio,",
    );
  });

  it("are the catalogue's own where the manual has none", () => {
    for (const language of ["es", "en"] as const) {
      const { title, number, known } = words[language];
      const said = [title, number, known].map((text) => say(text, {}, language)).join(" ");
      expect(said).not.toMatch(/[\uE000-\uF8FF]/u);
      expect(said).toMatch(/ticket/u);
    }
  });

  it("change nothing of what people wrote, whatever it is", () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom("ticket", "mi folio y mi ticket", "Tickets"),
    );
    fc.assert(
      fc.property(text, (name) => {
        expect(say(words.es.deep.of(name), cases, "es")).toBe(`El caso de ${name}`);
        const own = wordsInTerms({ of: (one: string) => `El ticket de ${one}` }, cases, "es");
        expect(own.of(name)).toBe(`El caso de ${name}`);
      }),
    );
  });

  it("are found in a page, where an apostrophe is escaped", () => {
    const page = `<p title="${words.en.number.replaceAll("'", "&#39;")}">ticket</p>`;
    expect(say(page, cases, "en")).toBe('<p title="Have the case number at hand.">ticket</p>');
  });
});
