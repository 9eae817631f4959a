import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { field } from "../../../test/kit/packs.ts";
import type { Field } from "../policy/form-rule.ts";
import { checkField, wrong } from "./check-field.ts";

const kept = (kind: Field["kind"], written: string, more: Partial<Field> = {}): string => {
  const checked = checkField(field("campo", { kind, ...more }), written, "es");
  return "value" in checked ? checked.value : checked.refused;
};
const options = [{ value: "601", label: { es: "General" }, asks: [] }];

describe("an answer, as its field keeps it", () => {
  it.each<[Field["kind"], string, string]>([
    ["yes-no", "Sí", "yes"],
    ["yes-no", "si", "yes"],
    ["yes-no", "SI\u0301", "yes"],
    ["yes-no", "on", "yes"],
    ["yes-no", "TRUE", "yes"],
    ["yes-no", "No", "no"],
    ["yes-no", "false", "no"],
    ["yes-no", "quizá", "yes-no-invalid"],
    ["yes-no", "constructor", "yes-no-invalid"],
    ["yes-no", "__proto__", "yes-no-invalid"],
    ["consent", "on", "yes"],
    ["consent", "Yes", "yes"],
    ["consent", "no", "consent-missing"],
    ["consent", "constructor", "consent-missing"],
    ["date", "2026-02-28", "2026-02-28"],
    ["date", "2026-02-30", "date-invalid"],
    ["date", "28/02/2026", "date-invalid"],
    ["number", "-12.500000", "-12.500000"],
    ["number", "+7", "+7"],
    ["number", "1e5", "number-invalid"],
    ["number", "1,5", "number-invalid"],
    ["number", "1.", "number-invalid"],
    ["number", "1234567890123456", "number-invalid"],
    ["number", "0.1234567", "number-invalid"],
    ["number", "x1", "number-invalid"],
    ["postal-code", "06600", "06600"],
    ["postal-code", "6600", "postal-code-invalid"],
    ["postal-code", "066001", "postal-code-invalid"],
    ["postal-code", "0660a", "postal-code-invalid"],
    ["rfc", "eku-9003173-c9", "EKU9003173C9"],
    ["rfc", "EKU9003173C", "rfc-invalid"],
    ["identity", "  Escuela   Kemper Urgate ", "Escuela Kemper Urgate"],
    ["identity", "eku9003173c9", "EKU9003173C9"],
    ["contact-email", "Ana@EXAMPLE.com", "Ana@example.com"],
    ["contact-email", "ana@example", "email-invalid"],
    ["telephone", "+52 (55) 5555-0177", "+52 (55) 5555-0177"],
    ["telephone", "55  5555  0177 EXT. 12", "55 5555 0177 EXT. 12"],
    ["telephone", "5555017 x9", "5555017 x9"],
    ["telephone", "555501", "telephone-invalid"],
    ["telephone", "1234567890123456", "telephone-invalid"],
    ["telephone", "123456789012345", "123456789012345"],
    ["telephone", "llámame al 5555 0177", "telephone-invalid"],
    ["telephone", "++5555550177", "telephone-invalid"],
    ["telephone", "ext 12", "telephone-invalid"],
    ["portal", "Cliente.Example.COM/Ruta?x=1", "https://cliente.example.com/Ruta?x=1"],
    ["portal", "HTTP://localhost:3000", "http://localhost:3000"],
    ["portal", "ftp://example.com", "portal-invalid"],
    ["portal", "javascript:alert(1)", "portal-invalid"],
    ["portal", "https://ana@example.com", "portal-invalid"],
    ["portal", "sinpunto", "portal-invalid"],
    ["portal", "example.com ruta", "portal-invalid"],
    ["line", "una \t línea\ncon  saltos", "una línea con saltos"],
    ["legal-name", "Escuela\n Kemper", "Escuela Kemper"],
    ["person-name", "Ana\t López", "Ana López"],
    ["user-name", "ana  lopez", "ana lopez"],
    ["tax-address", "Calle 1\nCentro", "Calle 1 Centro"],
    ["subject", "Nómina\r\nno timbra", "Nómina no timbra"],
    ["text", "una\r\nlínea\rotra  más", "una\nlínea\notra  más"],
  ])("%s %j is %j", (kind, written, value) => {
    expect(kept(kind, written)).toBe(value);
  });

  it("of a choice is one of its options, as they are written", () => {
    expect(kept("choice", " 601 ", { options })).toBe("601");
    expect(kept("choice", "General", { options })).toBe("choice-unknown");
    expect(kept("tax-regime", "601", { options })).toBe("601");
    expect(kept("tax-regime", "999", { options })).toBe("choice-unknown");
  });

  it("holds no control character but the end of a line and the tab, and of nothing else it is missing", () => {
    expect(kept("text", "a\u0000b\u001Bc\u0085d\te\nf")).toBe("abcd\te\nf");
    expect(kept("text", "\u0000\u0007 \u0000")).toBe("field-missing");
    expect(kept("number", "1\u00002")).toBe("12");
  });

  it("may be as long as its field says, in characters as people count them", () => {
    expect(kept("text", "🙂🙂🙂", { maxLength: 3 })).toBe("🙂🙂🙂");
    const label = { es: "Descripción", en: "Description" };
    const long = field("campo", { kind: "text", maxLength: 3, label, clause: ["HB-9"] });
    expect(checkField(long, "🙂🙂🙂🙂", "en")).toEqual({
      refused: "field-too-long",
      field: "fields.campo",
      clause: ["HB-9"],
      facts: { label: "Description", most: 3, length: 4 },
    });
    expect(checkField(long, "🙂 🙂  ", "es")).toEqual({ value: "🙂 🙂" });
  });

  it("is refused with the field, its label in the reader's language, and its clause where it has one", () => {
    const label = { es: "Correo", en: "Mail" };
    const plain = field("correo", { kind: "contact-email", label });
    expect(checkField(plain, "no", "es")).toEqual({
      refused: "email-invalid",
      field: "fields.correo",
      facts: { label: "Correo" },
    });
    expect(wrong(plain, "one-value-only", { language: "en", facts: { n: 2 } })).toEqual({
      refused: "one-value-only",
      field: "fields.correo",
      facts: { label: "Mail", n: 2 },
    });
  });

  it("read again is the same: whatever is kept is kept as it is", () => {
    const kinds: readonly Field["kind"][] = [
      "text",
      "line",
      "yes-no",
      "number",
      "date",
      "identity",
      "rfc",
      "postal-code",
      "contact-email",
      "telephone",
      "portal",
    ];
    const written = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.constantFrom("sí", "+52 55 5555 0177", "a@example.com", "example.com/x", "eku9003173c9"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), written, (kind, text) => {
        const one = field("campo", { kind });
        const first = checkField(one, text, "es");
        if (!("value" in first)) return;
        expect(typeof first.value).toBe("string");
        expect(first.value).not.toMatch(/[^\P{Cc}\n\t]/u);
        expect(checkField(one, first.value, "es")).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });
});
