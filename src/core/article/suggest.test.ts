import { describe, expect, it } from "vitest";
import { filesIn, slugOf } from "./content.ts";
import type { ArticleContent } from "./content.ts";
import { linkedArticles } from "./linked.ts";
import { related, searched, suggest } from "./suggest.ts";
import { stemOf, stemsOf } from "./words.ts";

const article = (id: string, title: string, about: Partial<ArticleContent> = {}) => ({
  id,
  content: {
    title: { es: title },
    body: { es: "" },
    audience: "public" as const,
    types: [],
    severities: [],
    marks: [],
    ...about,
  },
});
const issue = article("emitir", "Emitir una factura", {
  types: ["ayuda/duda"],
  marks: ["CFDI40147"],
  body: { es: "Elija el cliente y timbre." },
});
const cancel = article("cancelar", "Cancelar un CFDI", { marks: ["cancelación"] });
const enter = article("entrar", "Entrar al portal", { types: ["ayuda/contrasena"] });
const all = [issue, cancel, enter];
const asked = (words: string, answers: Readonly<Record<string, string>> = {}) => ({
  ...{ form: "ayuda", answers, severity: null, words, language: "es" as const },
});
const ids = (found: readonly { readonly article: { readonly id: string } }[]) =>
  found.map(({ article: { id } }) => id);

describe("the stem of a word", () => {
  it.each([
    ["factura", "facturación"],
    ["factura", "Facturas"],
    ["facturar", "FACTURACION"],
    ["cancelar", "cancelación"],
    ["cancelada", "cancelaciones"],
    ["contraseña", "contrasenas"],
    ["timbrado", "timbrar"],
  ])("is one for %s and %s", (one, other) => expect(stemOf(one)).toBe(stemOf(other)));

  it.each([
    ["factura", "facilidad"],
    ["portal", "porte"],
    ["CFDI40147", "CFDI40148"],
  ])("is not one for %s and %s", (one, other) => expect(stemOf(one)).not.toBe(stemOf(other)));

  it("leaves out the words that say nothing", () => {
    expect([...stemsOf("No puedo entrar a la página, ayuda por favor")]).toEqual([
      stemOf("entrar"),
      stemOf("página"),
    ]);
  });
});

describe("the articles that may answer a request", () => {
  it("begin with the one that names its error code, whatever else is said", () => {
    const found = suggest(all, asked("Al cancelar sale CFDI40147", { tipo: "contrasena" }), 3);
    expect(found[0]).toMatchObject({ article: { id: "emitir" }, why: "code" });
    expect(ids(found)).toEqual(["emitir", "entrar", "cancelar"]);
  });

  it("are those of the type that was chosen, though nothing is written yet", () => {
    expect(suggest(all, asked("", { tipo: "contrasena" }), 3)).toMatchObject([
      { article: { id: "entrar" }, why: "type", byWords: false },
    ]);
    const both = suggest(all, asked("no entra al portal", { tipo: "contrasena" }), 3);
    expect(both).toMatchObject([{ article: { id: "entrar" }, why: "type", byWords: true }]);
  });

  it("are found by words with or without accents, and by their stems", () => {
    expect(ids(suggest(all, asked("la cancelacion de mis cfdi"), 3))).toEqual(["cancelar"]);
  });

  it("are none where only the form is the same, or a word of the text by chance", () => {
    const whole = article("todo", "Otra cosa", { types: ["ayuda"], body: { es: "cliente" } });
    expect(suggest([whole], asked("el cliente no contesta"), 3)).toEqual([]);
  });

  it("are at most as many as asked for", () =>
    expect(suggest(all, asked("entrar emitir cancelar CFDI portal factura"), 2)).toHaveLength(2));
});

describe("a search in the articles", () => {
  it("finds what has every word, the title before the text", () => {
    const text = article("texto", "Otra", { body: { es: "Se puede cancelar." } });
    const found = searched([text, ...all], "cancelaciones", "es");
    expect(found.map(({ id }) => id)).toEqual(["cancelar", "texto"]);
    expect(searched(all, "cancelar portal", "es")).toEqual([]);
  });

  it("finds by any mark, each a word of its own", () => {
    const marked = article("sello", "Otra", { marks: ["timbre", "sello"] });
    for (const word of ["timbre", "sello", "sel"])
      expect(searched([marked], word, "es").map(({ id }) => id)).toEqual(["sello"]);
    expect(searched([marked], "timbresello", "es")).toEqual([]);
  });

  it("finds nothing by words that say nothing", () =>
    expect(searched(all, "de la por favor", "es")).toEqual([]));
});

describe("what to read next", () => {
  it("is of the same type first, and never the article itself", () => {
    const other = article("renovar", "Cambiar la contraseña", { types: ["ayuda/contrasena"] });
    expect(related([...all, other], enter, 2)[0]?.id).toBe("renovar");
    expect(related(all, enter, 9).map(({ id }) => id)).not.toContain("entrar");
  });
});

describe("the articles that a text leads to", () => {
  const at = ["https://plazo.example.com/d/hib2b", "https://ayuda.example.com"];
  it("are named once each, at any address of the desk", () => {
    const text =
      "Vea https://ayuda.example.com/articulos/entrar, o (https://plazo.example.com/d/hib2b/articulos/emitir?lang=en). https://ayuda.example.com/articulos/entrar.";
    expect(linkedArticles(text, at)).toEqual(["entrar", "emitir"]);
    expect(linkedArticles(text, at.toReversed())).toEqual(["entrar", "emitir"]);
  });

  it("are not those of another desk or the files of articles", () => {
    const others =
      "https://plazo.example.com/d/otra/articulos/x https://ayuda.example.com/articulos/archivos/0";
    expect(linkedArticles(others, at)).toEqual([]);
  });
});

describe("an article's address and files", () => {
  it.each([
    ["¿Cómo cancelo un CFDI?", "como-cancelo-un-cfdi"],
    ["  Ñandú & Co.  ", "nandu-co"],
    ["¡!", ""],
  ])("%s stands at %s", (title, slug) => expect(slugOf(title)).toBe(slug));

  it("are told of both languages, once each", () => {
    const one = "0c1f0f1e-1111-4111-8111-111111111111";
    const text = `![a](archivo:${one}) [b](archivo:${one}) ![c](archivo:nada)`;
    expect(filesIn({ es: text, en: text })).toEqual([one]);
  });
});
