import { describe, expect, it } from "vitest";
import { field, PORTAL, SOPORTE } from "../../../test/kit/packs.ts";
import type { Field, FormRule } from "../policy/form-rule.ts";
import type { Policy } from "../policy/policy.ts";
import { answersOfMail, filesFieldOf, formForMail } from "./from-mail.ts";

const sender = { address: "ana@cliente.example.com", name: "Ana Pérez" };
const base = { subject: "No entra", text: "El portal no abre.", sender };

const withMail = (forms: readonly FormRule[]): Policy => ({
  ...PORTAL,
  forms: [...forms],
  channels: [
    ...PORTAL.channels.filter(({ id }) => id !== "mail"),
    {
      id: "mail",
      label: { es: "Correo" },
      needs: [],
      during: null,
      at: "soporte@example.com",
      clause: [],
    } as unknown as Policy["channels"][number],
  ],
});

const form = (id: string, on: readonly string[], differs: Partial<FormRule> = {}): FormRule => ({
  ...SOPORTE,
  id,
  on: [...on],
  ...differs,
});

describe("the form of a mail", () => {
  it("is the mailbox's, else the first that is open to mail, else the first that asks for no proof", () => {
    const policy = withMail([form("a", ["form"]), form("b", ["form", "mail"])]);
    expect(formForMail(policy, "a")?.id).toBe("a");
    expect(formForMail(policy, null)?.id).toBe("b");
    expect(formForMail(policy, "z")).toBeNull();
    expect(formForMail(withMail([form("a", ["form"])]), null)?.id).toBe("a");
  });

  it("is never one that opens an account, and none where the desk has no mail", () => {
    const account = form("cuenta", ["mail"], { opens: "account" });
    expect(formForMail(withMail([account]), null)).toBeNull();
    const none = { ...PORTAL, channels: PORTAL.channels.filter(({ id }) => id !== "mail") };
    expect(formForMail(none, null)).toBeNull();
  });
});

describe("a mail as answers", () => {
  const fieldOf = (kind: Field["kind"]): Field | undefined =>
    SOPORTE.fields.find((field) => field.kind === kind);

  it("goes where the form asks for its words and its sender, and says nothing else", () => {
    const answers = answersOfMail(SOPORTE, PORTAL, base);
    expect(answers[fieldOf("text")?.id ?? ""]).toBe("El portal no abre.");
    expect(answers[fieldOf("contact-email")?.id ?? ""]).toBe(sender.address);
    expect(answers[fieldOf("identity")?.id ?? ""]).toBe("Ana Pérez");
    expect(answers[fieldOf("choice")?.id ?? ""]).toBeUndefined();
  });

  it("without words says its subject; without a name, the address", () => {
    const mail = { ...base, text: " \n", sender: { ...sender, name: "" } };
    const answers = answersOfMail(SOPORTE, PORTAL, mail);
    expect(answers[fieldOf("text")?.id ?? ""]).toBe("No entra");
    expect(answers[fieldOf("identity")?.id ?? ""]).toBe(sender.address);
  });

  it("names the portal where its address is written out", () => {
    const portal: Field = { ...(SOPORTE.fields[0] as Field), id: "liga", kind: "portal" };
    const policy: Policy = {
      ...PORTAL,
      desk: { ...PORTAL.desk, portal: "https://{portal}.hib2b.example.com" },
    };
    const of = (text: string): string | undefined =>
      answersOfMail({ ...SOPORTE, fields: [portal] }, policy, { ...base, text })["liga"];
    expect(of("Entro a https://compras.hib2b.example.com/ayuda y nada.")).toBe(
      "compras.hib2b.example.com",
    );
    expect(of("Es compras.hib2b.example.com.")).toBe("compras.hib2b.example.com");
    expect(of("compras.hib2b.example.com.mx no es")).toBeUndefined();
    expect(of("no-es.compras.hib2b.example.com")).toBeUndefined();
    expect(of("otro.example.com")).toBeUndefined();
  });

  it("chooses what a subject must name only where it names exactly one (RD-4)", () => {
    const choice: Field = {
      ...(SOPORTE.fields[0] as Field),
      id: "modulo",
      kind: "choice",
      options: [
        { value: "bancos", label: { es: "Bancos", en: "Banks" }, asks: [] },
        { value: "nomina", label: { es: "Nómina", en: "Payroll" }, asks: [] },
      ],
    };
    const subject: Field = {
      ...(SOPORTE.fields[0] as Field),
      id: "asunto",
      kind: "subject",
      options: [],
      subject: { of: ["modulo"], vague: [], tries: 1, then: "flag" },
    };
    const of = (written: string): string | undefined =>
      answersOfMail({ ...SOPORTE, fields: [choice, subject] }, PORTAL, {
        ...base,
        subject: written,
      })["modulo"];
    expect(of("NOMINA, no cierra")).toBe("nomina");
    expect(of("Payroll does not close")).toBe("nomina");
    expect(of("Bancos y nómina")).toBeUndefined();
    expect(of("bancosa")).toBeUndefined();
  });

  it("is cut to what a field takes, by whole characters", () => {
    const text = answersOfMail(SOPORTE, PORTAL, { ...base, text: "😀".repeat(60_000) });
    const kept = [...(text[fieldOf("text")?.id ?? ""] ?? "")];
    expect(kept.length).toBe(fieldOf("text")?.maxLength);
    expect(kept.at(-1)).toBe("…");
  });

  it("brings its files to the field that is always asked and takes most kinds", () => {
    const files = (id: string, differs: Partial<Field>): Field => ({
      ...(SOPORTE.fields[0] as Field),
      id,
      kind: "files",
      accept: ["pdf"],
      onlyWhenAsked: false,
      ...differs,
    });
    const fields = [
      files("pdf", {}),
      files("otros", { accept: ["pdf", "image"] }),
      files("pedido", { accept: ["pdf", "image", "xml"], onlyWhenAsked: true }),
    ];
    expect(filesFieldOf({ ...SOPORTE, fields })?.id).toBe("otros");
    expect(filesFieldOf({ ...SOPORTE, fields: [] })).toBeNull();
  });
});

describe("a mail to a form whose text is asked for later", () => {
  const late: FormRule = {
    ...SOPORTE,
    fields: [
      field("detalle", { kind: "text", onlyWhenAsked: true }),
      field("descripcion", { kind: "text", maxLength: 2000 }),
      field("nombre", { kind: "person-name" }),
      field("otro", { kind: "line" }),
    ],
  };

  it("goes into the one that is always asked, and no other", () => {
    expect(answersOfMail(late, PORTAL, base)).toEqual({
      descripcion: "El portal no abre.",
      nombre: "Ana Pérez",
    });
  });

  it("is taken of the first such form, where none is for mail and one asks for no proof", () => {
    const who = { any: ["legal"] } as unknown as FormRule["who"];
    const forms = [form("a", ["form"], { who }), form("b", ["form"]), form("c", ["form"])];
    expect(formForMail(withMail(forms), null)?.id).toBe("b");
    expect(formForMail(withMail(forms.slice(0, 1)), null)).toBeNull();
    const again = { ...withMail(forms), reopen: { ...PORTAL.reopen, form: "b" } };
    expect(formForMail(again, null)?.id).toBe("c");
  });
});
