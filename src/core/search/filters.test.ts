import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marksQuery, narrow, standings } from "./filters.ts";
import type { Nameable } from "./filters.ts";
import { readSearch } from "./query.ts";

const one = (id: string, es: string, en?: string) => ({
  id,
  label: en === undefined ? { es } : { es, en },
});
const at = {
  policy: {
    severities: [one("alta", "Alta", "High"), one("media-alta", "Media alta"), one("baja", "Baja")],
    levels: [one("n1", "Mesa de ayuda"), one("n2", "Fábrica")],
    channels: [one("form", "Portal"), one("mail", "Correo del taller"), one("phone", "Línea")],
    states: [one("en-curso", "En curso"), one("pausa", "Pausado", "Paused")],
  },
  staff: [
    { id: "u1", name: "Lucía Nadal" },
    { id: "u2", name: "Omar Luna" },
  ],
  me: "u2",
} as unknown as Nameable;

const narrowed = (written: string) => narrow(readSearch(written).filters, at);
const marks = (written: string) => narrowed(written).marks.map(({ any }) => any);

describe("what a filter means at a desk", () => {
  it.each<[string, string[]]>([
    ["severidad:alta", ["@s/alta", "@s/media-alta"]],
    ["severity:high", ["@s/alta"]],
    ["severidad:media-alta", ["@s/media-alta"]],
    ["severidad:otra", []],
    ["nivel:n2", ["@l/n2"]],
    ["nivel:ayuda", ["@l/n1"]],
    ["nivel:FÁBRICA", ["@l/n2"]],
    ["nivel:yuda", []],
    ["canal:telefono", ["@c/phone"]],
    ["canal:línea", ["@c/phone"]],
    ["de:correo", ["@c/mail"]],
    ["de:taller", ["@c/mail"]],
    ["de:form", ["@c/form"]],
    ["de:portal", ["@c/form"]],
    ["de:fax", []],
    ["asignado:yo", ["@a/u2"]],
    ["assigned:ME", ["@a/u2"]],
    ["asignado:nadie", ["@a/"]],
    ["asignado:-", ["@a/"]],
    ["asignado:lu", ["@a/u1", "@a/u2"]],
    ["asignado:u1", ["@a/u1"]],
    ["asignado:nadia", []],
    ['atiende:"omar luna"', ["@a/u2"]],
    ["estado:curso", ["@t/en-curso"]],
    ["estado:paused", ["@t/pausa"]],
    ["estado:otro", []],
    ["archivo:sí", ["@f"]],
    ["file:*", ["@f"]],
    ["archivo:factura", ["@f/factura*"]],
    ['archivo:"acuse de reci"', ["@f/reci*"]],
    ["archivo:A-921.xml", ["@f/xml*"]],
  ])("%s is %j", (written, any) => expect(marks(written)).toEqual([any]));

  it("knows how tickets stand in both languages, one or several of them", () => {
    for (const [word, { any }] of Object.entries(standings)) {
      expect(marks(`estado:${word}`)).toEqual([any]);
      expect(marks(`is:${word.toUpperCase()}S`)).toEqual([any]);
    }
    expect(marks("estado:espera")).toEqual([
      ["@p/waiting-for-client", "@p/waiting-for-authorisation", "@p/waiting-for-third-party"],
    ]);
  });

  it("open is what is not closed, and what is denied twice is said", () => {
    const not = (written: string) => narrowed(written).marks.map((mark) => mark.not);
    expect([not("estado:abierto"), not("-estado:abierto")]).toEqual([[true], [false]]);
    expect([not("estado:cerrado"), not("-estado:cerrado")]).toEqual([[false], [true]]);
    expect([not("severidad:alta"), not("-severidad:alta")]).toEqual([[false], [true]]);
  });

  it("tells whether only open or only closed tickets are left", () => {
    const standing = (written: string) => narrowed(written).standing;
    expect(standing("estado:abierto")).toBe("open");
    expect(standing("-estado:abierto")).toBe("closed");
    expect(standing("severidad:alta is:closed")).toBe("closed");
    expect(standing("-is:closed")).toBe("open");
    expect(standing("estado:espera")).toBeNull();
    expect(standing("")).toBeNull();
  });

  it("has one day before and one after, the last that was written", () => {
    expect(
      narrowed("antes:2026-10-01 desde:2026-09-01 hasta:2026-11-01 severidad:baja"),
    ).toMatchObject({ before: "2026-11-01", after: "2026-09-01", marks: [{ any: ["@s/baja"] }] });
    expect(narrowed("severidad:baja")).toMatchObject({ before: null, after: null });
  });
});

describe("filters as the database reads them", () => {
  const query = (written: string) => marksQuery(narrowed(written).marks);

  it("are all of them, each any of its marks", () => {
    expect(query("severidad:alta -asignado:yo archivo:fact")).toBe(
      "('@s/alta' | '@s/media-alta') & !('@a/u2') & ('@f/fact':*)",
    );
    expect(query("")).toBe("");
  });

  it("of a name that nobody has leave nothing, and denied leave everything", () => {
    expect(query("severidad:otra")).toBeNull();
    expect(query("severidad:alta nivel:otro")).toBeNull();
    expect(query("-severidad:otra nivel:n1")).toBe("('@l/n1')");
  });

  it("let no mark end its quotation, whatever its text", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("'", "\\", "a", "|", ")"), maxLength: 8 }),
        (text) => {
          const written = marksQuery([{ any: [`@a/${text}`], not: false }]) ?? "";
          const inside = written.slice(2, -2);
          expect(inside.replaceAll("''", "").replaceAll("\\\\", "")).not.toMatch(/['\\]/u);
          expect(inside.replaceAll("''", "'").replaceAll("\\\\", "\\")).toBe(`@a/${text}`);
        },
      ),
    ));
});
