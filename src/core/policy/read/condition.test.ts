import { describe, expect, it } from "vitest";
import { policyWith, problemsWith } from "../../../../test/kit/pack-problems.ts";
import type { SeenProblem } from "../../../../test/kit/pack-problems.ts";
import type { Condition } from "../condition.ts";
import { conditionWords } from "../schema/condition.ts";

const sections = (said: string) => ({
  forms: `
  ayuda:
    fields:
      correo: { kind: contact-email }
      tipo: { kind: choice, options: { alta: Alta, baja: Baja } }
      urge: { kind: yes-no }
      texto: { kind: text }
  queja:
    kind: reclamo
    fields:
      correo: { kind: contact-email }
      tipo: { kind: choice, options: { otro: Otro } }`,
  grounds: "{ caida: { clause: X-2 }, cierre: { clause: X-2 } }",
  classify: `\n  - { when: ${said}, severity: alto }\n  - { else: bajo }`,
});
const read = (said: string): Condition | undefined => policyWith(sections(said)).classify[0]?.when;
const told = (said: string): SeenProblem[] => problemsWith(sections(said));

const leaves: Readonly<Record<string, readonly [string, Condition]>> = {
  severity: ["[bajo, medio]", { is: "severity", in: ["bajo", "medio"] }],
  level: ["mesa", { is: "level", in: ["mesa"] }],
  channel: ["form", { is: "channel", in: ["form"] }],
  kind: ["[ayuda, reclamo]", { is: "kind", in: ["ayuda", "reclamo"] }],
  during: ["oficina", { is: "hours", calendar: "oficina", open: true }],
  outside: ["oficina", { is: "hours", calendar: "oficina", open: false }],
  passed: ["contacto", { is: "passed", clock: "contacto" }],
  ground: ["claimed", { is: "ground", state: "claimed" }],
  awaiting: ["[client, third-party]", { is: "awaiting", in: ["client", "third-party"] }],
  confirmed: ["client", { is: "confirmed" }],
  solved: ["true", { is: "solved" }],
  closed: ["true", { is: "closed" }],
  ticket: ["true", { is: "ticket" }],
};

describe("a condition", () => {
  it.each(Object.entries(leaves))("reads %s", (word, [said, condition]) =>
    expect(read(`{ ${word}: ${said} }`)).toEqual(condition),
  );

  it("has a word for each construct, and no field of a form may be called so", () => {
    expect([...Object.keys(leaves), "all", "any", "not"].toSorted()).toEqual(
      conditionWords.toSorted(),
    );
    const form = (name: string) =>
      problemsWith({
        forms: `{ ayuda: { fields: { correo: { kind: contact-email }, ${name}: { kind: text } } } }`,
      });
    for (const name of conditionWords)
      expect(form(name)).toEqual([
        { code: "reserved-name", at: `${name}: { kind: text`, facts: { name } },
      ]);
  });

  it("holds where all its keys hold, and one key is itself", () => {
    const [bajo, form] = [leaves["severity"]?.[1], leaves["channel"]?.[1]];
    expect(read("{ severity: [bajo, medio], channel: form }")).toEqual({
      is: "all",
      of: [bajo, form],
    });
    expect(read("{ all: [{ severity: [bajo, medio] }, { channel: form }] }")).toEqual({
      is: "all",
      of: [bajo, form],
    });
    expect(read("{ all: [{ channel: form }] }")).toEqual(form);
    expect(read("{ not: { any: [{ channel: form }] } }")).toEqual({
      is: "not",
      of: { is: "any", of: [form] },
    });
  });

  it("asks of a ground its state, or that of each one named", () => {
    expect(read("{ ground: { caida: confirmed } }")).toEqual({
      is: "ground",
      state: "confirmed",
      ground: "caida",
    });
    expect(read("{ ground: { caida: confirmed, cierre: refused } }")).toEqual({
      is: "all",
      of: [
        { is: "ground", state: "confirmed", ground: "caida" },
        { is: "ground", state: "refused", ground: "cierre" },
      ],
    });
    expect(told("{ ground: { caidas: confirmed } }")).toEqual([
      {
        code: "refers-to-nothing",
        at: "caidas: confirmed",
        facts: { what: "ground", name: "caidas", near: "caida" },
      },
    ]);
  });

  it("asks of a field one of its answers, of whatever form has them", () => {
    expect(read("{ tipo: [alta, otro] }")).toEqual({
      is: "field",
      field: "tipo",
      in: ["alta", "otro"],
    });
    expect(read('{ urge: "yes" }')).toEqual({ is: "field", field: "urge", in: ["yes"] });
  });

  it.each([
    ["{ severity: [bajo, medoi] }", "medoi", { what: "severity", near: "medio" }],
    ["{ severity: altos }", "altos", { what: "severity", near: "alto" }],
    ["{ level: mesas }", "mesas", { what: "level", near: "mesa" }],
    ["{ channel: forms }", "forms", { what: "channel", near: "form" }],
    ["{ kind: reclama }", "reclama", { what: "kind", near: "reclamo" }],
    ["{ during: oficinas }", "oficinas", { what: "calendar", near: "oficina" }],
    ["{ outside: oficinas }", "oficinas", { what: "calendar", near: "oficina" }],
    ["{ passed: contactos }", "contactos", { what: "clock", near: "contacto" }],
    ["{ tipo: [alta, bajas] }", "bajas", { what: "option", near: "baja" }],
    ["{ not: { any: [{ all: [{ level: mesas }] }] } }", "mesas", { what: "level", near: "mesa" }],
  ])("%s names nothing, and is told where it is written", (said, at, meant) =>
    expect(told(said)).toEqual([{ code: "refers-to-nothing", at, facts: { name: at, ...meant } }]),
  );

  it("takes only yes or no of a question with those answers", () =>
    expect(told("{ urge: maybe }")).toEqual([
      {
        code: "refers-to-nothing",
        at: "maybe",
        facts: { what: "option", name: "maybe", near: null, known: ["yes", "no"] },
      },
    ]));

  it("on a word that it does not know is told what was meant, a field or a word of its own", () => {
    const near = (said: string) =>
      told(said).map(({ code, at, facts }) => [code, at, (facts as { near: string }).near]);
    expect(near("{ tippo: alta }")).toEqual([["refers-to-nothing", "tippo: alta", "tipo"]]);
    expect(near("{ severty: alto }")).toEqual([["refers-to-nothing", "severty: alto", "severity"]]);
  });

  it("cannot ask what somebody wrote freely, nor nothing at all", () => {
    expect(told("{ texto: hola }")).toEqual([
      { code: "condition-on-free-text", at: "texto: hola", facts: { field: "texto" } },
    ]);
    expect(told("{}")).toEqual([{ code: "empty-condition", at: "{", facts: {} }]);
    expect(told("{ not: {} }")).toEqual([{ code: "empty-condition", at: "{", facts: {} }]);
  });
});
