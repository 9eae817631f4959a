import { describe, expect, it } from "vitest";
import { PORTAL, SOPORTE, field } from "../../../test/kit/packs.ts";
import type { FormRule } from "../policy/form-rule.ts";
import { takeIn } from "./take-in.ts";
import { takeInRest } from "./waits-for.ts";

const form: FormRule = {
  ...SOPORTE,
  fields: [
    field("correo", { kind: "contact-email", required: true }),
    field("solicitud", { kind: "files", accept: ["pdf"] }),
    field("movimiento", {
      kind: "choice",
      options: [{ value: "baja", label: { es: "Baja" }, asks: [] }],
    }),
    field("persona"),
  ],
  waitsFor: {
    any: [["solicitud"], ["movimiento", "persona"]],
    when: { is: "always" },
    clause: ["FI-5"],
  },
};
const facts = { language: "es", channel: "form", portal: null, tries: 0 } as const;

const lacksOf = (submitted: Record<string, string | string[]>) => {
  const taken = takeIn(form, PORTAL, {
    submitted: { correo: "a@example.com", ...submitted },
    facts,
  });
  if ("refused" in taken) throw new Error(JSON.stringify(taken.problems));
  return taken.lacks;
};

describe("a form that waits for its annex (FI-5)", () => {
  it("is taken without it, and says every field that would complete it", () =>
    expect(lacksOf({})).toEqual(["solicitud", "movimiento", "persona"]));
  it("lacks nothing with the file alone", () => expect(lacksOf({ solicitud: ["f1"] })).toEqual([]));
  it("lacks nothing filled in on line", () =>
    expect(lacksOf({ movimiento: "baja", persona: "Nadie" })).toEqual([]));
  it("lacks the rest where it was half filled in", () =>
    expect(lacksOf({ movimiento: "baja" })).toEqual(["solicitud", "persona"]));
  it("waits only where its condition holds", () => {
    const when = { is: "field", field: "persona", in: ["x"] } as const;
    const other = { ...form, waitsFor: { any: [["solicitud"]], when, clause: ["FI-5"] } };
    const taken = takeIn(other, PORTAL, { submitted: { correo: "a@example.com" }, facts });
    expect(taken).toMatchObject({ lacks: [] });
  });
});

describe("what completes it", () => {
  const rest = (lacks: readonly string[], submitted: Record<string, string | string[]>) =>
    takeInRest(form, { lacks, submitted, language: "es" });

  it("is whole with the file, or with the last of the answers", () => {
    expect(rest(["solicitud", "persona"], { solicitud: ["f1"] }).lacks).toEqual([]);
    expect(rest(["solicitud", "persona"], { persona: "Nadie" }).lacks).toEqual([]);
  });
  it("is partial where a group is not answered whole", () =>
    expect(rest(["solicitud", "movimiento", "persona"], { persona: "Nadie" }).lacks).toEqual([
      "solicitud",
      "movimiento",
    ]));
  it("checks each answer as at filing, and looks at no other field", () => {
    const { problems, fields } = rest(["movimiento"], { movimiento: "otra", correo: "mal" });
    expect(problems.map(({ refused }) => refused)).toEqual(["choice-unknown"]);
    expect(fields).toEqual({});
  });
});
