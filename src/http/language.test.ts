import fc from "fast-check";
import { expect, test } from "vitest";
import { preferredLanguage } from "./language.ts";

test("the language with the greater weight is taken, the earlier of equals, and Spanish by default", () => {
  expect(preferredLanguage(undefined)).toBe("es");
  expect(preferredLanguage("fr-FR,de")).toBe("es");
  expect(preferredLanguage("en-US,en;q=0.9,es;q=0.8")).toBe("en");
  expect(preferredLanguage("en;q=0.4, es-419;q=0.5")).toBe("es");
  expect(preferredLanguage("en;q=0.5, es;q=0.5")).toBe("en");
  expect(preferredLanguage("en;q=0, es;q=0.1")).toBe("es");
});

test("whatever a browser sends, there is a language", () => {
  fc.assert(fc.property(fc.string(), (text) => ["es", "en"].includes(preferredLanguage(text))));
});
