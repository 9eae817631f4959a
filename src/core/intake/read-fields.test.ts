import { describe, expect, it } from "vitest";
import { field, PORTAL, SOPORTE } from "../../../test/kit/packs.ts";
import type { FormRule } from "../policy/form-rule.ts";
import { classifyIntake } from "./classify.ts";
import { readFields } from "./read-fields.ts";
import type { Submitted } from "./asked.ts";

const form: FormRule = {
  ...SOPORTE,
  fields: [
    field("correo", { kind: "contact-email", required: true }),
    field("llamar", { kind: "telephone" }),
    field("acepta", { kind: "consent", required: true }),
    field("archivo", { kind: "files", required: true }),
    field("nota"),
  ],
};
const read = (submitted: Submitted, more: Partial<Parameters<typeof readFields>[2]> = {}) =>
  readFields(form, submitted, { language: "es", channel: "form", ...more });
const codes = ({ problems }: ReturnType<typeof read>): string[] =>
  problems.map(({ refused, field: path }) => `${refused} ${path ?? ""}`);

describe("the fields of a form, read together", () => {
  it("each kind that is missing says so in its own way, in the order of the form", () => {
    expect(codes(read({}))).toEqual([
      "field-missing fields.correo",
      "consent-missing fields.acepta",
      "files-missing fields.archivo",
    ]);
  });

  it("of a mail what is missing is noted, and refused is only what is wrong", () => {
    const mail = read({ correo: "no" }, { mail: {}, channel: "mail" });
    expect(mail.missing).toEqual(["acepta", "archivo"]);
    expect(codes(mail)).toEqual(["email-invalid fields.correo"]);
    expect(read({}).missing).toEqual([]);
  });

  it("a number that is left spares the address on the telephone, and there alone (CC-4)", () => {
    const given = { llamar: "55 5555 0177", acepta: "on", archivo: ["f1"] };
    expect(codes(read(given, { channel: "phone" }))).toEqual([]);
    expect(codes(read(given))).toEqual(["field-missing fields.correo"]);
    expect(codes(read({ ...given, llamar: "  " }, { channel: "phone" }))).toEqual([
      "field-missing fields.correo",
    ]);
    expect(codes(read({ llamar: "5555550177" }, { channel: "phone" }))).toEqual([
      "consent-missing fields.acepta",
      "files-missing fields.archivo",
    ]);
  });

  it("files are kept as they are, several of them; anything else has one value", () => {
    const all = read({ correo: "a@example.com", acepta: "sí", archivo: ["f1", " ", "f2"] });
    expect(all).toEqual({
      fields: { correo: "a@example.com", acepta: "yes" },
      files: { archivo: ["f1", "f2"] },
      problems: [],
      missing: [],
    });
    expect(codes(read({ nota: ["una", "otra"] }, { mail: {} }))).toEqual([
      "one-value-only fields.nota",
    ]);
  });
});

describe("the severity of an intake (HB-9)", () => {
  it("is that of the first rule that holds, by its answers, its channel and its kind", () => {
    const rule = (severity: string, when: (typeof PORTAL.classify)[number]["when"]) => ({
      when,
      severity,
      provisional: false,
      clause: [severity],
    });
    const policy = {
      ...PORTAL,
      classify: [
        rule("critico", { is: "kind", in: ["pago"] }),
        rule("medio-alto", { is: "channel", in: ["phone"] }),
        rule("bajo", { is: "always" }),
      ],
    };
    const severityOf = (kind: string, channel: string) =>
      classifyIntake(policy, { fields: {}, kind, channel });
    expect(severityOf("pago", "phone")).toEqual({
      severity: "critico",
      provisional: false,
      clause: ["critico"],
    });
    expect(severityOf("soporte", "phone").severity).toBe("medio-alto");
    expect(severityOf("soporte", "form").severity).toBe("bajo");
  });
});
