import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";
import type { SeenProblem } from "../../../../test/kit/pack-problems.ts";
import { taxRegimes } from "../../cfdi/tax-regimes.ts";
import type { Field, FormRule } from "../form-rule.ts";

const mail = "\n      correo: { kind: contact-email }";
const form = (fields: string, more = "") => ({
  articles: "[{ id: aviso, title: Aviso, clause: X-9 }]",
  forms: `\n  uno:${more}\n    fields:${mail}${fields}`,
});
const read = (fields: string, more = ""): FormRule => {
  const [rule] = policyWith(form(fields, more)).forms;
  if (rule === undefined) throw new Error("no form");
  return rule;
};
const field = (written: string): Field | undefined =>
  read(`\n      campo: { ${written} }`).fields.find(({ id }) => id === "campo");
const told = (fields: string, more = ""): SeenProblem[] => problemsWith(form(fields, more));

describe("a field of a form", () => {
  it("is optional, has a readable label, and nothing that its kind has not", () => {
    expect(field("kind: line")).toEqual({
      id: "campo",
      kind: "line",
      label: { es: "Campo" },
      required: false,
      onlyWhenAsked: false,
      options: [],
      accept: [],
      maxLength: 200,
      clause: [],
    });
    expect(
      field("kind: line, required: true, label: El campo, help: Llénelo, max: 7, clause: X-1"),
    ).toMatchObject({
      label: { es: "El campo" },
      help: { es: "Llénelo" },
      required: true,
      maxLength: 7,
      clause: ["X-1"],
    });
  });

  it.each([
    ["text", 10_000],
    ["identity", 254],
    ["contact-email", 254],
    ["telephone", 40],
    ["legal-name", 254],
    ["rfc", 20],
    ["postal-code", 10],
    ["person-name", 120],
    ["portal", 300],
    ["number", 200],
  ])("of kind %s holds %i characters unless said", (kind, most) =>
    expect(field(`kind: ${kind}`)?.maxLength).toBe(most),
  );

  it("of files accepts every kind of file, or those said", () => {
    expect(field("kind: files")?.accept).toEqual(["image", "pdf", "xml", "office", "text"]);
    expect(field("kind: files, accept: [xml]")?.accept).toEqual(["xml"]);
  });

  it("of a tax regime offers the tax authority's own list", () => {
    const options = field("kind: tax-regime")?.options ?? [];
    expect(options).toHaveLength(taxRegimes.length);
    expect(options.find(({ value }) => value === "601")).toEqual({
      value: "601",
      label: { es: "601 General de Ley Personas Morales" },
      asks: [],
    });
  });

  it("that is a subject is vague once before it is marked, unless the pack says", () => {
    expect(field("kind: subject, of: correo")?.subject).toEqual({
      of: ["correo"],
      vague: [],
      tries: 1,
      then: "flag",
    });
    expect(
      field("kind: subject, of: [correo], vague: [urge], tries: 0, then: refuse")?.subject,
    ).toEqual({ of: ["correo"], vague: ["urge"], tries: 0, then: "refuse" });
    expect(told("\n      campo: { kind: subject, of: [correo, corre] }")).toEqual([
      {
        code: "refers-to-nothing",
        at: "corre",
        facts: { what: "field", name: "corre", near: "correo" },
      },
    ]);
  });

  it("that is a consent names the article that is read", () => {
    expect(field("kind: consent, reads: aviso")?.reads).toBe("aviso");
    expect(told("\n      campo: { kind: consent, reads: avisos }")).toEqual([
      {
        code: "refers-to-nothing",
        at: "avisos",
        facts: { what: "article", name: "avisos", near: "aviso" },
      },
    ]);
  });

  it.each(["options: { a: A }", "accept: [xml]", "reads: aviso", "of: correo"])(
    "of a line has no { %s }",
    (said) => {
      const key = said.slice(0, said.indexOf(":"));
      expect(told(`\n      campo: { kind: line, ${said} }`)).toMatchObject([
        { code: "not-for-this-kind", facts: { key, kind: "line" } },
      ]);
    },
  );

  it.each(["vague: [urge]", "tries: 2", "then: flag"])("of a choice has no { %s }", (said) =>
    expect(
      told(`\n      campo: { kind: choice, options: { a: A }, ${said} }`).map(({ code }) => code),
    ).toEqual(["not-for-this-kind"]),
  );
});

describe("a choice", () => {
  it("has answers, each with its words, help and what it asks for", () => {
    const rule = read(
      "\n      otro: { kind: line, required: true }\n      campo: { kind: choice, options: { a: { es: A, en: B }, b: { label: La be, help: Ayuda, asks: otro }, c: { label: Ce, asks: [otro] } } }",
    );
    const fields = Object.fromEntries(rule.fields.map((one) => [one.id, one]));
    expect(fields["campo"]?.options).toEqual([
      { value: "a", label: { es: "A", en: "B" }, asks: [] },
      { value: "b", label: { es: "La be" }, help: { es: "Ayuda" }, asks: ["otro"] },
      { value: "c", label: { es: "Ce" }, asks: ["otro"] },
    ]);
    expect(rule.fields.filter((one) => one.onlyWhenAsked).map(({ id }) => id)).toEqual(["otro"]);
  });

  it("without answers is refused, and so is one that asks for itself or for nothing", () => {
    expect(told("\n      campo: { kind: choice }")).toEqual([
      { code: "choice-without-options", at: "campo: { kind: choice", facts: { field: "campo" } },
    ]);
    const asks = (said: string) =>
      told(`\n      campo: { kind: choice, options: { a: A, b: { label: B, asks: ${said} } } }`);
    expect(asks("[correo, campo]")).toEqual([
      { code: "asks-itself", at: "campo", facts: { field: "campo" } },
    ]);
    expect(asks("campo")).toMatchObject([{ code: "asks-itself", at: "campo" }]);
    expect(asks("corre")).toEqual([
      {
        code: "refers-to-nothing",
        at: "corre",
        facts: { what: "field", name: "corre", near: "correo" },
      },
    ]);
  });
});

describe("a form", () => {
  it("files requests of its own kind, by the page, for everybody", () => {
    const { fields, ...rule } = read("");
    expect(fields).toHaveLength(1);
    expect(rule).toEqual({
      id: "uno",
      title: { es: "Uno" },
      kind: "uno",
      on: ["form"],
      who: null,
      clause: [],
    });
  });

  it("says what it says", () =>
    expect(
      read(
        "",
        "\n    title: Título\n    intro: Lea\n    kind: otra\n    after: Gracias\n    printable: true\n    clause: X-1",
      ),
    ).toMatchObject({
      title: { es: "Título" },
      intro: { es: "Lea" },
      kind: "otra",
      after: { es: "Gracias" },
      printable: true,
      clause: ["X-1"],
    }));

  it("stands on channels that there are", () =>
    expect(told("", "\n    on: [form, mial]")).toEqual([
      {
        code: "refers-to-nothing",
        at: "mial",
        facts: { what: "channel", name: "mial", near: null, known: ["form"] },
      },
    ]));

  it("asks for a way to answer: mail or telephone", () => {
    const only = (kind: string) =>
      problemsWith({ forms: `{ uno: { fields: { campo: { kind: ${kind} } } } }` });
    expect(only("contact-email")).toEqual([]);
    expect(only("telephone")).toEqual([]);
    expect(only("line")).toMatchObject([{ code: "form-without-contact", facts: { form: "uno" } }]);
  });

  it("for certain people names its clause, or stands under the form's", () => {
    const who = (said: string, clause = "\n    clause: X-1") =>
      read("", `${clause}\n    who: ${said}`).who;
    const plain = { fromRegisteredAddress: false, proven: null, distinct: false, not: [] };
    expect(who("agent")).toEqual({ any: ["agent"], ...plain, clause: ["X-1"] });
    expect(who("{ any: [client], clause: X-2 }")?.clause).toEqual(["X-2"]);
    expect(who("{ any: client, assumed: Así }", "")).toMatchObject({ assumed: "Así", clause: [] });
    expect(told("", "\n    who: agent")).toEqual([
      { code: "promise-without-clause", at: "who: agent", facts: { what: "forms.uno.who" } },
    ]);
  });

  it("that opens an account asks, and insists on, whose it is", () => {
    const account = (required: string) =>
      "legal-name rfc tax-regime person-name contact-email"
        .split(" ")
        .map((kind) => `\n      ${kind}: { kind: ${kind}, required: ${required} }`)
        .join("");
    expect(told(account("true"), "\n    opens: account")).toEqual([]);
    expect(told(account("false"), "\n    opens: account")).toEqual([
      {
        code: "account-without",
        at: "opens: account",
        facts: { kinds: ["legal-name", "rfc", "tax-regime", "person-name", "contact-email"] },
      },
    ]);
  });

  it("waits for groups of fields, which are not required anyway", () => {
    const waits = (any: string, more = ", clause: X-1") =>
      `\n    waits-for: { any: ${any}${more} }`;
    const fields = "\n      a: { kind: line }\n      b: { kind: line, required: true }";
    expect(read(fields, waits("[a, [a, correo]]")).waitsFor).toEqual({
      any: [["a"], ["a", "correo"]],
      when: { is: "always" },
      clause: ["X-1"],
    });
    expect(
      read(fields, waits("[a]", ", when: { channel: form }, clause: X-1")).waitsFor?.when,
    ).toEqual({ is: "channel", in: ["form"] });
    expect(told(fields, waits("[[a, b]]"))).toEqual([
      { code: "waits-for-required", at: "b", facts: { field: "b" } },
    ]);
    expect(told(fields, waits("[[a, c]]")).map(({ code, at }) => [code, at])).toEqual([
      ["refers-to-nothing", "c"],
    ]);
    expect(told(fields, waits("[a]", "")).map(({ code }) => code)).toEqual([
      "promise-without-clause",
    ]);
  });
});
