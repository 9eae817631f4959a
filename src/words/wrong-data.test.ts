import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sayWrongData } from "./wrong-data.ts";
import type { WrongField } from "./wrong-data.ts";

const schema = z.strictObject({
  text: z.string().min(1).max(5),
  address: z.email(),
  role: z.enum(["agent", "auditor"]),
  party: z.strictObject({ count: z.int().min(3) }),
  files: z.array(z.string()).max(1),
  day: z.iso.date(),
  either: z.union([z.literal(1), z.literal(2)]),
});

function said(value: unknown, language: "es" | "en"): WrongField[] {
  const read = schema.safeParse(value);
  if (read.success) throw new Error("nothing is wrong with it");
  return sayWrongData(read.error.issues, language);
}

const wrong = {
  text: "too long",
  address: "x",
  role: "owner",
  party: { count: 1, more: true },
  files: ["a", "b"],
  day: "2026-02-30",
  either: 3,
  foo: 1,
  bar: 2,
};

describe("data that was sent wrong", () => {
  it("names each field and says what is wrong with it, in Spanish", () => {
    const lines = said(wrong, "es").map(({ field, detail }) => `${field}: ${detail}`);
    expect(lines).toEqual([
      "text: Como máximo: 5 (caracteres).",
      "address: No tiene la forma debida (correo).",
      "role: Debe ser uno de estos valores: agent, auditor.",
      "party.count: Como mínimo: 3.",
      "party.more: No existe este campo.",
      "files: Como máximo: 1 (elementos).",
      "day: No tiene la forma debida (fecha AAAA-MM-DD).",
      "either: No es un valor posible.",
      "foo: No existe este campo.",
      "bar: No existe este campo.",
    ]);
  });

  it("says in English what is missing, and keeps the schema's code", () => {
    expect(said({ ...wrong, text: undefined, foo: 1 }, "en")[0]).toEqual({
      code: "invalid_type",
      field: "text",
      detail: "It is missing, or not of this type: text.",
    });
  });
});
