import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillPlaceholders, placeholdersIn, unfilledIn } from "./placeholders.ts";

describe("places to fill in", () => {
  it("are known by their name, whatever accents, capitals and spaces", () => {
    expect(placeholdersIn("Hola {{ Cliente.Nombre }}, {{…}}").map(({ name }) => name)).toEqual([
      "cliente.nombre",
      "…",
    ]);
    expect(fillPlaceholders("{{FOLIO}} {{Fólio}}", { folio: "HD-1" })).toBe("HD-1 HD-1");
  });

  it("stay where nobody knows what goes there, and where it is empty", () => {
    const text = "Hola {{cliente.nombre}}: {{…}} {{toString}}";
    expect(fillPlaceholders(text, { "cliente.nombre": "" })).toBe(text);
    expect(unfilledIn(text)).toEqual(["{{cliente.nombre}}", "{{…}}", "{{toString}}"]);
  });

  it("count where they were broken in writing", () => {
    expect(unfilledIn("Hola {{cliente.nom\nSaludos")).toEqual(["{{cliente.nom"]);
    expect(unfilledIn("Hola {{")).toEqual(["{{"]);
  });

  it("are never read in what was filled in, and are then found before anything is sent", () => {
    const filled = fillPlaceholders("{{a}}", { a: "{{b}}", b: "x" });
    expect(filled).toBe("{{b}}");
    expect(unfilledIn(filled)).toEqual(["{{b}}"]);
  });

  const part = fc.oneof(
    fc.constantFrom("{{", "}}", "{", "}", "{{folio}}", "{{…}}", "\n", "cliente.nombre", " "),
    fc.string(),
  );
  const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(""));

  it("are found wherever two braces open in a row, and nowhere else", () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(unfilledIn(written).length > 0).toBe(written.includes("{{"));
      }),
    );
  });

  it("leave every other character as it was", () => {
    fc.assert(
      fc.property(
        text,
        fc.dictionary(fc.constantFrom("folio", "x"), fc.string()),
        (written, known) => {
          const places = placeholdersIn(written);
          let expected = "";
          let done = 0;
          for (const { name, from, to, written: whole } of places) {
            const value = Object.hasOwn(known, name) ? known[name] : "";
            expected += written.slice(done, from) + (value === "" ? whole : value);
            done = to;
          }
          expect(fillPlaceholders(written, known)).toBe(expected + written.slice(done));
        },
      ),
    );
  });
});
