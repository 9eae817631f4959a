import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { field, PORTAL, SOPORTE } from "../../../test/kit/packs.ts";
import type { FormRule } from "../policy/form-rule.ts";
import { askedFields, type Submitted } from "./asked.ts";
import { classifyIntake } from "./classify.ts";
import { readIdentity } from "./identity.ts";
import { type Intake, type IntakeFacts, takeIn } from "./take-in.ts";

const facts: IntakeFacts = { language: "es", channel: "form", portal: null, tries: 0 };

const whole: Submitted = {
  descripcion: "No puedo entrar al portal",
  quien: "EKU9003173C9",
  correo: "proveedor@example.com",
  tipo: "contrasena",
};

function take(submitted: Submitted, more: Partial<IntakeFacts> = {}, form: FormRule = SOPORTE) {
  return takeIn(form, PORTAL, { submitted, facts: { ...facts, ...more } });
}

function taken(
  submitted: Submitted,
  more: Partial<IntakeFacts> = {},
  form: FormRule = SOPORTE,
): Intake {
  const intake = take(submitted, more, form);
  if ("problems" in intake) throw new Error(JSON.stringify(intake.problems));
  return intake;
}

/** What is wrong, as "field-missing fields.correo". */
function wrongs(
  submitted: Submitted,
  more: Partial<IntakeFacts> = {},
  form: FormRule = SOPORTE,
): string[] {
  const intake = take(submitted, more, form);
  if (!("problems" in intake)) throw new Error("it was taken in");
  return intake.problems.map(({ refused, field: path }) => `${refused} ${path ?? ""}`.trim());
}

describe("a form that can be filed", () => {
  it("gives answers, requester, subject and severity", () => {
    expect(taken(whole)).toEqual({
      fields: { ...whole },
      files: {},
      lacks: [],
      missing: [],
      subject: "Olvidé mi Contraseña: No puedo entrar al portal",
      requester: {
        name: null,
        address: "proveedor@example.com",
        telephone: null,
        identity: "EKU9003173C9",
        language: "es",
      },
      portal: null,
      flags: [],
      severity: "bajo",
      provisional: false,
    });
  });

  it("says the type in the reader's language where the pack has it", () => {
    expect(taken(whole, { language: "en" }).subject).toBe(
      "Forgotten password: No puedo entrar al portal",
    );
  });

  it("gives a provisional severity where the type implies none (HB-9)", () => {
    expect(taken({ ...whole, tipo: "no-lo-se" })).toMatchObject({
      severity: "bajo",
      provisional: true,
    });
  });

  it("cuts a long description for the subject between words and in its first line", () => {
    const { subject } = taken({ ...whole, descripcion: `${"palabra ".repeat(30)}\nsegunda` });
    expect(subject).toMatch(/palabra…$/);
    expect(subject.length).toBeLessThan(120);
    expect(taken({ ...whole, descripcion: "uno\ndos" }).subject).toBe("Olvidé mi Contraseña: uno");
  });

  it("knows the portal it was opened from, unless the field says otherwise", () => {
    expect(taken(whole, { portal: "https://a.example.com" }).portal).toBe("https://a.example.com");
    expect(
      taken({ ...whole, liga: "B.example.com/x" }, { portal: "https://a.example.com" }).portal,
    ).toBe("https://b.example.com/x");
  });

  it("names the requester by a legal name alone", () => {
    expect(taken({ ...whole, quien: "Escuela  Kemper Urgate" }).requester).toMatchObject({
      name: "Escuela Kemper Urgate",
    });
    expect(taken({ ...whole, quien: "proveedor01" }).requester).toMatchObject({
      name: null,
      identity: "proveedor01",
    });
  });

  it("keeps what was written in a field that was not asked", () => {
    expect(taken({ ...whole, orden: "OC-7" }).fields["orden"]).toBe("OC-7");
  });
});

describe("whoever telephones (CC-5, CC-11)", () => {
  const form: FormRule = {
    ...SOPORTE,
    on: ["form", "phone"],
    fields: [...SOPORTE.fields, field("telefono", { kind: "telephone" })],
  };
  const { correo: _none, ...without } = whole;

  it("needs no address where a number is left: they are answered the way they came", () => {
    const called = { ...without, telefono: "55 5555 0199" };
    expect(taken(called, { channel: "phone" }, form).requester).toMatchObject({
      address: null,
      telephone: "55 5555 0199",
    });
    expect(wrongs(called, {}, form)).toEqual(["field-missing fields.correo"]);
  });

  it("leaves an address or a number, and a number that is one", () => {
    expect(wrongs(without, { channel: "phone" }, form)).toEqual(["field-missing fields.correo"]);
    expect(wrongs({ ...without, telefono: "no" }, { channel: "phone" }, form)).toEqual([
      "telephone-invalid fields.telefono",
    ]);
  });
});

describe("an identity only warns", () => {
  it.each([
    ["EKU9003173C8", "rfc", ["identity-check-digit"]],
    ["XAXX010101000", "rfc", ["identity-generic"]],
    ["EKU9003173C9", "rfc", []],
    ["Escuela Kemper Urgate", "legal-name", []],
    ["proveedor01", "user", []],
  ] as const)("%s is a %s", (text, as, flags) => {
    expect(readIdentity(text)).toMatchObject({ as, flags });
    expect(taken({ ...whole, quien: text }).flags).toEqual(flags);
  });
});

describe("fields that an answer asks for", () => {
  const error: Submitted = { ...whole, tipo: "error-carga" };

  it("are asked only with it", () => {
    expect(askedFields(SOPORTE, whole).map(({ id }) => id)).not.toContain("xml");
    expect(askedFields(SOPORTE, error).map(({ id }) => id)).toEqual(
      SOPORTE.fields.map(({ id }) => id),
    );
  });

  it("are required with it (HB-9)", () => {
    expect(wrongs(error)).toEqual(["files-missing fields.xml", "field-missing fields.orden"]);
    const intake = taken({ ...error, xml: ["u1"], orden: "OC-7", adjuntos: ["u2", "u3"] });
    expect(intake.files).toEqual({ xml: ["u1"], adjuntos: ["u2", "u3"] });
    expect(intake.severity).toBe("medio-alto");
  });

  it("may ask for more in turn, and never go round for ever", () => {
    const form: FormRule = {
      ...SOPORTE,
      fields: [
        field("a", {
          kind: "choice",
          options: [{ value: "x", label: { es: "x" }, asks: ["b", "nada"] }],
        }),
        field("b", {
          kind: "choice",
          onlyWhenAsked: true,
          options: [{ value: "y", label: { es: "y" }, asks: ["a", "c"] }],
        }),
        field("c", { onlyWhenAsked: true, required: true }),
      ],
    };
    expect(askedFields(form, { a: "x" }).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(wrongs({ a: "x", b: "y" }, {}, form)).toEqual(["field-missing fields.c"]);
  });
});

describe("a form that cannot be filed", () => {
  it("says everything that is wrong at once, with the field and its label", () => {
    expect(wrongs({})).toEqual([
      "field-missing fields.descripcion",
      "field-missing fields.quien",
      "field-missing fields.correo",
      "field-missing fields.tipo",
    ]);
    const intake = take({ ...whole, descripcion: "  \n " });
    expect(intake).toMatchObject({
      problems: [
        {
          refused: "field-missing",
          field: "fields.descripcion",
          clause: ["HB-9"],
          facts: { label: "Campo descripcion" },
        },
      ],
    });
  });

  it("refuses names that it does not have, and those of every object", () => {
    const submitted = JSON.parse(
      JSON.stringify(whole).replace("}", ',"otro":"x","__proto__":"y"}'),
    ) as Submitted;
    expect(wrongs(submitted)).toEqual([
      "field-unknown fields.otro",
      "field-unknown fields.__proto__",
    ]);
    expect(wrongs({ ...whole, toString: "x" })).toEqual(["field-unknown fields.toString"]);
  });

  it("refuses more names than any form has, without looking at them", () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`k${i}`, "x"]));
    expect(wrongs(many)).toEqual(["fields-too-many"]);
  });

  it("counts characters as people do", () => {
    const forty = field("t", { maxLength: 3 });
    const form = { ...SOPORTE, fields: [forty] };
    expect(taken({ t: "👍👍👍" }, {}, form).fields["t"]).toBe("👍👍👍");
    expect(take({ t: "abcd" }, {}, form)).toMatchObject({
      problems: [{ refused: "field-too-long", facts: { most: 3, length: 4 } }],
    });
  });

  it("takes one answer for a field", () => {
    expect(wrongs({ ...whole, quien: ["a", "b"] })).toEqual(["one-value-only fields.quien"]);
    expect(taken({ ...whole, quien: ["proveedor01", " "] }).fields["quien"]).toBe("proveedor01");
  });

  it.each([
    ["choice", "z", "choice-unknown"],
    ["yes-no", "quizá", "yes-no-invalid"],
    ["date", "2026-02-30", "date-invalid"],
    ["date", "30/01/2026", "date-invalid"],
    ["number", "doce", "number-invalid"],
    ["number", "1e9", "number-invalid"],
    ["contact-email", "no es correo", "email-invalid"],
    ["telephone", "555", "telephone-invalid"],
    ["telephone", "llámeme", "telephone-invalid"],
    ["telephone", "1234567890123456", "telephone-invalid"],
    ["portal", "javascript:alert(1)", "portal-invalid"],
    ["portal", "https://u:p@example.com", "portal-invalid"],
    ["portal", "mi portal", "portal-invalid"],
  ] as const)("refuses in a %s: %s", (kind, value, code) => {
    expect(wrongs({ t: value }, {}, { ...SOPORTE, fields: [field("t", { kind })] })).toEqual([
      `${code} fields.t`,
    ]);
  });

  it.each([
    ["yes-no", "Sí", "yes"],
    ["yes-no", "no", "no"],
    ["date", "2026-02-28", "2026-02-28"],
    ["number", "-12.5", "-12.5"],
    ["telephone", "+52 (55) 5555-0100 ext 12", "+52 (55) 5555-0100 ext 12"],
    [
      "portal",
      "HTTP://Compras.Example.com:8080/ayuda?x=1",
      "http://compras.example.com:8080/ayuda?x=1",
    ],
    ["line", "a \t b\nc", "a b c"],
    ["text", " a\r\nb ", "a\nb"],
  ] as const)("takes in a %s: %s", (kind, value, kept) => {
    expect(
      taken({ t: value }, {}, { ...SOPORTE, fields: [field("t", { kind })] }).fields["t"],
    ).toBe(kept);
  });

  it("never throws, whatever is sent", () => {
    const value = fc.oneof(
      fc.string(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constantFrom("error-carga", "contrasena"),
    );
    const key = fc.oneof(fc.constantFrom(...SOPORTE.fields.map(({ id }) => id)), fc.string());
    fc.assert(
      fc.property(fc.dictionary(key, value), (submitted) => {
        const intake = take(submitted);
        if (!("problems" in intake)) expect(intake.requester.address).not.toBeNull();
        else expect(intake.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("what no keyboard writes", () => {
  it("is left out of an answer, and is no answer by itself", () => {
    const noted = { ...SOPORTE, fields: [field("nota", { kind: "text" }), field("quien")] };
    expect(
      taken({ nota: "uno\r\ndos\rtres\t\u0000\u0007.", quien: "A\u0000B" }, {}, noted).fields,
    ).toEqual({ nota: "uno\ndos\ntres\t.", quien: "AB" });
    expect(wrongs({ quien: "\u0000" }, {}, noted)).toEqual(["field-missing fields.quien"]);
  });
});

describe("a subject (RD-4)", () => {
  const form: FormRule = {
    ...SOPORTE,
    fields: [
      field("modulo", {
        kind: "choice",
        required: true,
        options: [
          { value: "bancos", label: { es: "Bancos", en: "Banks" }, asks: [] },
          { value: "nomina", label: { es: "Nómina" }, asks: [] },
        ],
      }),
      field("caso", { required: true }),
      field("asunto", {
        kind: "subject",
        required: true,
        subject: {
          of: ["modulo", "caso"],
          vague: ["urgente", "¿Qué pasaría?"],
          tries: 1,
          then: "flag",
        },
      }),
    ],
  };
  const answers = { modulo: "bancos", caso: "Factura mal cargada" };

  it.each([
    "Urgente",
    "¡URGENTE!",
    "que pasaria",
    "Ayuda",
    "Factura mal cargada",
    "Bancos urgente",
    "Bancos, ¿qué pasaría? ¡Urgente, urgente!",
  ])("%s is sent back with a better one", (asunto) => {
    expect(take({ ...answers, asunto }, {}, form)).toMatchObject({
      problems: [
        {
          refused: "subject-vague",
          facts: { suggestion: "BANCOS, Factura mal cargada", names: "Campo modulo, Campo caso" },
        },
      ],
    });
  });

  it.each(["BANCOS, Factura mal cargada", "bancos: no cuadra", "Banks do not match"])(
    "%s says enough",
    (asunto) => {
      expect(taken({ ...answers, asunto }, {}, form)).toMatchObject({ subject: asunto, flags: [] });
    },
  );

  it("names its module without minding accents", () => {
    expect(
      taken({ modulo: "nomina", caso: "x", asunto: "nomina no cierra" }, {}, form).flags,
    ).toEqual([]);
  });

  it("is accepted and flagged at the second try, or refused, as the policy says", () => {
    expect(taken({ ...answers, asunto: "Urgente" }, { tries: 1 }, form)).toMatchObject({
      subject: "Urgente",
      flags: ["subject-vague"],
    });
    const strict = {
      ...form,
      fields: form.fields.map((f) =>
        f.subject === undefined ? f : { ...f, subject: { ...f.subject, then: "refuse" as const } },
      ),
    };
    expect(wrongs({ ...answers, asunto: "Urgente" }, { tries: 5 }, strict)).toEqual([
      "subject-vague fields.asunto",
    ]);
  });

  it("needs no rule", () => {
    const free = { ...form, fields: [field("asunto", { kind: "subject" })] };
    expect(taken({ asunto: "Urgente" }, {}, free).subject).toBe("Urgente");
  });
});

describe("classifying an intake", () => {
  it("takes the least grave, provisionally, where no rule holds, and no name where there are no severities", () => {
    const bare = { ...PORTAL, classify: [] };
    const intake = { fields: {}, channel: "form", kind: "soporte" };
    expect(classifyIntake(bare, intake)).toEqual({
      severity: "bajo",
      provisional: true,
      clause: [],
    });
    expect(classifyIntake({ ...bare, severities: [] }, intake).severity).toBe("");
  });
});
