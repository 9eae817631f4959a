import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyWith } from "../../../test/kit/pack-problems.ts";
import { categoriesOf } from "./categories.ts";
import { categoryOf } from "./row.ts";

const policy = (category: string) =>
  policyWith({
    forms: `
  soporte:
    fields:
      correo: { kind: contact-email }
      tipo: { kind: choice, required: true, options: { alta: { label: Alta, asks: motivo }, baja: Baja } }
      motivo: { kind: choice, required: true, options: { uno: Uno } }
  queja:
    fields:
      correo: { kind: contact-email }
      tipo: { kind: choice, options: { alta: Alta, otro: Otro } }
  curso:
    fields:
      correo: { kind: contact-email }`,
    tracker: `{ lists: category, category: ${category}, clause: X-1 }`,
  });

describe("the categories of a desk", () => {
  it("are the answers of the choices, and the forms in which none need be given", () => {
    expect(categoriesOf(policy("tipo"))).toEqual([
      "tipo/alta",
      "tipo/baja",
      "tipo/otro",
      "queja",
      "curso",
    ]);
    // One that is asked only after another answer may be left out, though it is required then.
    expect(categoriesOf(policy("motivo"))).toEqual(["motivo/uno", "soporte", "queja", "curso"]);
    expect(categoriesOf(policyWith({}))).toEqual(["ayuda"]);
  });

  it("hold that of every request that a form takes", () => {
    const filed = fc.constantFrom("soporte", "queja", "curso").chain((form) =>
      fc.record({
        form: fc.constant(form),
        fields: fc.record(
          {
            tipo: fc.constantFrom("alta", form === "soporte" ? "baja" : "otro"),
            motivo: fc.constantFrom("uno", ""),
          },
          { requiredKeys: form === "soporte" ? ["tipo"] : [] },
        ),
      }),
    );
    const named = fc.constantFrom("tipo", "motivo", "[tipo, motivo]", "[motivo, tipo]");
    fc.assert(
      fc.property(filed, named, ({ form, fields }, category) => {
        const desk = policy(category);
        const own = desk.forms.find(({ id }) => id === form)?.fields.map(({ id }) => id) ?? [];
        const answers = Object.entries(fields).filter(([name]) => own.includes(name));
        const ticket = { form, fields: Object.fromEntries(answers) as Record<string, string> };
        expect(categoriesOf(desk)).toContain(categoryOf(ticket, desk));
      }),
    );
  });
});
