import { describe, expect, it } from "vitest";
import { field, PORTAL, SOPORTE } from "../../../test/kit/packs.ts";
import type { Field, FormRule } from "../policy/form-rule.ts";
import { madeSubject, readSubject } from "./subject.ts";
import { takeIn } from "./take-in.ts";
import type { Intake, IntakeFacts } from "./take-in.ts";

const modulo = field("modulo", {
  kind: "choice",
  options: [
    { value: "bancos", label: { es: "Bancos", en: "Banks" }, asks: [] },
    { value: "nomina", label: { es: "Nómina" }, asks: [] },
  ],
});
const subjectField = (of: readonly string[]): Field =>
  field("asunto", { kind: "subject", subject: { of, vague: ["urgente"], tries: 1, then: "flag" } });
const asunto = subjectField(["modulo", "caso"]);
const form: FormRule = {
  ...SOPORTE,
  title: { es: "Ayuda", en: "Help" },
  fields: [modulo, field("caso"), field("detalle", { kind: "text" }), asunto],
};
const look = (kept: Record<string, string>, language: "es" | "en" = "es", own = asunto) =>
  readSubject(
    { ...form, fields: [...form.fields.slice(0, 3), own] },
    { field: own, kept, language },
  );

describe("what a better subject would say (RD-4)", () => {
  it("is the chosen answers, the first in capitals, and what was said of the case", () => {
    const kept = { modulo: "bancos", caso: "No  cuadra", asunto: "urgente" };
    expect(look(kept)).toEqual({
      vague: true,
      suggestion: "BANCOS, No cuadra",
      names: "Campo modulo, Campo caso",
    });
    expect(look(kept, "en")).toMatchObject({
      suggestion: "BANKS, No cuadra",
      names: "Field modulo, Field caso",
    });
  });

  it("is how the description begins, where the case has no answer of its own", () => {
    const detalle = "  No entra al módulo\ndesde ayer";
    expect(look({ modulo: "nomina", detalle, asunto: "urgente" }).suggestion).toBe(
      "NÓMINA, No entra al módulo",
    );
    expect(look({ modulo: "nomina", asunto: "urgente" }).suggestion).toBe("NÓMINA");
    expect(look({ detalle, asunto: "urgente" }).suggestion).toBe("No entra al módulo");
    expect(look({ asunto: "urgente" }).suggestion).toBe("");
    expect(look({ modulo: "otro", asunto: "urgente" }).suggestion).toBe("");
  });

  it("names nothing where the pack names nothing, or fields that the form does not have", () => {
    const own = subjectField(["ausente"]);
    expect(look({ modulo: "bancos", asunto: "Bancos no cuadra" }, "es", own)).toMatchObject({
      vague: false,
      names: "",
    });
    const plain = field("asunto", { kind: "subject" });
    expect(look({ asunto: "urgente" }, "es", plain)).toMatchObject({ vague: false, names: "" });
  });

  it("is vague without the chosen answer's name, in whatever language of the pack it is said", () => {
    const says = (text: string): boolean =>
      look({ modulo: "bancos", caso: "x", asunto: text }).vague;
    expect(["Conciliación no cuadra", "bancos", "Bancos, urgente"].map(says)).toEqual([
      true,
      true,
      true,
    ]);
    expect(["bancos no cuadra", "BANKS do not match", "Urgente: bancos caído"].map(says)).toEqual([
      false,
      false,
      false,
    ]);
    expect(look({ caso: "x", asunto: "no cuadra nada" }).vague).toBe(false);
  });
});

describe("the subject of a form that has none", () => {
  it("is the chosen type and how the description begins, the form's title where nothing was chosen", () => {
    expect(madeSubject(form, { modulo: "nomina", detalle: "No timbra" }, "es")).toBe(
      "Nómina: No timbra",
    );
    expect(madeSubject(form, { modulo: "bancos" }, "en")).toBe("Banks");
    expect(madeSubject(form, { detalle: "No timbra" }, "en")).toBe("Help: No timbra");
    expect(madeSubject(form, { modulo: "otro" }, "es")).toBe("Ayuda");
  });

  it("is of eighty characters of the description at most, cut between words, and never within a sign", () => {
    const begins = (detalle: string): string => madeSubject(form, { detalle }, "es").slice(7);
    const whole = "a".repeat(80);
    expect(begins(whole)).toBe(whole);
    expect(begins(`${whole}b`)).toBe(`${whole}…`);
    expect(begins(`${"a".repeat(60)} ${"b".repeat(40)}`)).toBe(`${"a".repeat(60)}…`);
    expect(begins(`${"a".repeat(20)} ${"b".repeat(80)}`)).toBe(
      `${"a".repeat(20)} ${"b".repeat(59)}…`,
    );
    expect(begins(`${"a".repeat(79)}🙂🙂`)).toBe(`${"a".repeat(79)}…`);
  });
});

describe("what an agent should look at in a filing", () => {
  const facts: IntakeFacts = { language: "es", channel: "form", portal: null, tries: 0 };
  const fiscal: FormRule = {
    ...SOPORTE,
    fields: [
      field("rfc", { kind: "rfc" }),
      field("regimen", {
        kind: "tax-regime",
        options: ["601", "605"].map((value) => ({ value, label: { es: value }, asks: [] })),
      }),
      field("quien", { kind: "identity" }),
      field("persona", { kind: "person-name" }),
      field("descripcion", { kind: "text", required: true }),
    ],
  };
  const taken = (submitted: Record<string, string>, more: Partial<IntakeFacts> = {}): Intake => {
    const intake = takeIn(fiscal, PORTAL, {
      submitted: { descripcion: "Hola", ...submitted },
      facts: { ...facts, ...more },
    });
    if ("problems" in intake) throw new Error(JSON.stringify(intake.problems));
    return intake;
  };

  it.each([
    [{ rfc: "EKU9003173C9" }, []],
    [{ rfc: "EKU9003173C8" }, ["identity-check-digit"]],
    [{ rfc: "XAXX010101000" }, ["identity-generic"]],
    [{ rfc: "EKU9003173C9", regimen: "601" }, []],
    [{ rfc: "EKU9003173C9", regimen: "605" }, ["regime-of-another"]],
    [{ quien: "EKU9003173C8" }, ["identity-check-digit"]],
    [{ quien: "Escuela Kemper" }, []],
  ])("%j is marked %j", (submitted, flags) => {
    expect(taken(submitted).flags).toEqual(flags);
  });

  it("who asks is who they say: their name, else the legal name that they gave; their RFC where that is all", () => {
    expect(taken({ persona: "Ana", quien: "Escuela Kemper" }).requester).toMatchObject({
      name: "Ana",
      identity: "Escuela Kemper",
    });
    expect(taken({ quien: "Escuela Kemper" }).requester.name).toBe("Escuela Kemper");
    expect(taken({ quien: "usuario01", rfc: "EKU9003173C9" }).requester).toEqual({
      name: null,
      address: null,
      telephone: null,
      identity: "usuario01",
      language: "es",
    });
    expect(taken({ rfc: "EKU9003173C9" }).requester.identity).toBe("EKU9003173C9");
  });

  it("a mail keeps its own subject; without one it has the form's, and what it does not say is marked", () => {
    const mail = (subject: string) => ({ channel: "mail", mail: { subject } });
    expect(taken({}, mail("  No entra ")).subject).toBe("No entra");
    expect(taken({}, mail("  ")).subject).toBe("Ayuda con el portal: Hola");
    const bare = takeIn(fiscal, PORTAL, { submitted: {}, facts: { ...facts, ...mail("x") } });
    expect(bare).toMatchObject({ missing: ["descripcion"], flags: ["fields-missing"] });
    expect(taken({}, mail("x"))).toMatchObject({ missing: [], flags: [] });
  });

  it("a name that the form does not have is refused by its name", () => {
    const wrong = takeIn(fiscal, PORTAL, { submitted: { descripcion: "x", otro: "y" }, facts });
    expect(wrong).toMatchObject({
      problems: [{ refused: "field-unknown", field: "fields.otro", facts: { field: "otro" } }],
    });
  });
});
