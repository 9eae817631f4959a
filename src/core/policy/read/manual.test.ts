import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";

const desk = (more = "") => ({
  desk: `{ id: mesa, name: { es: Mesa, en: Desk }, zone: America/Mexico_City${more} }`,
});

describe("who the desk is", () => {
  it("has a number for each ticket, and says only what its manual says", () =>
    expect(policyWith(desk()).desk).toEqual({
      id: "mesa",
      name: { es: "Mesa", en: "Desk" },
      organisation: null,
      zone: "America/Mexico_City",
      folio: "{n}",
      portal: null,
      about: null,
      terms: {},
    }));

  it("may say whose it is, where its product lives, and what it calls things", () =>
    expect(
      policyWith({
        ...desk(
          ', organisation: Empresa, folio: "HD-{n}", portal: https://example.com, about: Ayuda',
        ),
        terms: "{ ticket: Caso, folio: { es: Número, en: Number } }",
      }).desk,
    ).toMatchObject({
      organisation: { es: "Empresa" },
      folio: "HD-{n}",
      portal: "https://example.com",
      about: { es: "Ayuda" },
      terms: { ticket: { es: "Caso" }, folio: { es: "Número", en: "Number" } },
    }));

  it.each(["HD-", "{N}", "{n}-{n}"])("a folio %s has not its number exactly once", (folio) =>
    expect(problemsWith(desk(`, folio: "${folio}"`))).toMatchObject([
      { code: "folio-without-n", facts: { folio } },
    ]),
  );
});

describe("what a manual has besides its promises", () => {
  it("is compiled in its order, with its clauses", () => {
    const policy = policyWith({
      glossary: "{ Folio: Su número, Ticket: { means: { es: Caso, en: Case }, clause: X-1 } }",
      "call-list": '[{ role: Jefe, at: "55 5555 0100", clause: X-2 }, { role: Otro, at: x }]',
      "out-of-scope": "{ redes: { label: Redes, says: No es aquí, clause: X-3 } }",
      notes: "[Una, { es: Dos, en: Two }]",
    });
    expect(policy.glossary).toEqual([
      { term: "Folio", means: { es: "Su número" }, clause: [] },
      { term: "Ticket", means: { es: "Caso", en: "Case" }, clause: ["X-1"] },
    ]);
    expect(policy.callList).toEqual([
      { role: { es: "Jefe" }, at: "55 5555 0100", clause: ["X-2"] },
      { role: { es: "Otro" }, at: "x", clause: [] },
    ]);
    expect(policy.outOfScope).toEqual([
      { id: "redes", label: { es: "Redes" }, says: { es: "No es aquí" }, clause: ["X-3"] },
    ]);
    expect(policy.notes).toEqual([{ es: "Una" }, { es: "Dos", en: "Two" }]);
  });

  it("refuses by its clause what the desk does not do", () =>
    expect(
      problemsWith({ "out-of-scope": "{ redes: { label: Redes, says: No }  }" }),
    ).toMatchObject([{ code: "promise-without-clause", facts: { what: "out-of-scope.redes" } }]));

  it("has its clauses once each, and every reading that was assumed, with its place", () => {
    const policy = policyWith({
      clocks: `
  uno: { from: received, to: contacted, within: 4h, clause: [X-1, X-2], assumed: Así }
  dos: { from: received, to: solved, within: 8h, says: { is: 8h, assumed: De servicio }, clause: X-2 }`,
    });
    expect(policy.clauses).toEqual(["X-1", "X-2"]);
    expect(policy.assumptions).toEqual([
      { path: "clocks.uno", clause: ["X-1", "X-2"], assumed: "Así" },
      { path: "clocks.dos.says", clause: [], assumed: "De servicio" },
    ]);
  });
});

describe("articles", () => {
  const section = (...articles: string[]) => ({
    forms: `
  uno:
    fields:
      correo: { kind: contact-email }
      tipo: { kind: choice, options: { alta: Alta } }`,
    articles: `[${articles.map((one) => `{ ${one} }`).join(", ")}]`,
  });

  it("answer types of request and have words by which they are found", () =>
    expect(
      policyWith(
        section(
          "id: a, title: A, answers: [uno, uno/alta], marks: [CFDI40102], clause: X-1",
          "id: b, title: B",
        ),
      ).articles,
    ).toEqual([
      {
        id: "a",
        title: { es: "A" },
        body: null,
        answers: ["uno", "uno/alta"],
        marks: ["CFDI40102"],
        clause: ["X-1"],
      },
      { id: "b", title: { es: "B" }, body: null, clause: [] },
    ]));

  it("are no part of a policy that has none", () =>
    expect(policyWith({})).not.toHaveProperty("articles"));

  it("answer only what can be asked, and are each there once", () => {
    expect(problemsWith(section("id: a, title: A, answers: [uno, uno/baja]"))).toMatchObject([
      { code: "refers-to-nothing", at: "uno/baja", facts: { what: "form", name: "uno/baja" } },
    ]);
    expect(problemsWith(section("id: a, title: A", "id: a, title: B"))).toEqual([
      { code: "article-twice", at: "a", facts: { id: "a" } },
    ]);
  });
});
