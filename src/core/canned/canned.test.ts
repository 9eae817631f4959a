import { describe, expect, it } from "vitest";
import { isFor, orderOfActs, rankCanned } from "./canned.ts";
import type { Canned, CannedAct } from "./canned.ts";

const plain: Canned = {
  ...{ name: "Saludo", mode: "reply", text: "Buenos días", cause: "", remedy: "", acts: [] },
  ...{ forms: [], severities: [], kinds: [], language: null },
};
const ticket = { form: "factura", severity: "alta", kind: "tipo/factura", language: "es" } as const;
const one = (name: string, uses: number, more: Partial<Canned> = {}) => ({
  canned: { ...plain, name, ...more },
  uses,
});
const names = (list: readonly { readonly canned: Canned }[]): string[] =>
  list.map(({ canned }) => canned.name);

describe("prepared answers", () => {
  it("are for all tickets, or for those of a form, a severity, a kind and a language", () => {
    expect(isFor(plain, ticket)).toBe(true);
    expect(isFor({ ...plain, forms: ["otro"] }, ticket)).toBe(false);
    expect(isFor({ ...plain, forms: ["otro", "factura"], severities: ["alta"] }, ticket)).toBe(
      true,
    );
    expect(isFor({ ...plain, language: "en" }, ticket)).toBe(false);
    expect(isFor({ ...plain, kinds: ["tipo/acceso"] }, ticket)).toBe(false);
    expect(isFor({ ...plain, kinds: ["tipo/acceso", ticket.kind] }, ticket)).toBe(true);
  });

  it("are offered by what they are meant for, then by use, then by name", () => {
    const list = [
      one("B", 3),
      one("A", 3),
      one("Usada", 9),
      one("De otro formulario", 99, { forms: ["otro"] }),
    ];
    expect(names(rankCanned(list, ticket, ""))).toEqual(["Usada", "A", "B", "De otro formulario"]);
  });

  it("are in one order, however they come", () => {
    const all = ["C", "A", "D", "B", "E"].map((name) => one(name, name === "D" ? 2 : 1));
    for (let i = 0; i < all.length; i++) {
      const list = [...all.slice(i), ...all.slice(0, i)];
      expect(names(rankCanned(list, ticket, ""))).toEqual(["D", "A", "B", "C", "E"]);
      expect(names(rankCanned(list.toReversed(), ticket, ""))).toEqual(["D", "A", "B", "C", "E"]);
    }
  });

  it("are found by any words of theirs without accents, those of the name first", () => {
    const list = [
      one("Contraseña nueva", 1),
      one("Acceso", 50, { text: "Le enviamos una contraseña." }),
      one("Pago", 90),
    ];
    expect(names(rankCanned(list, ticket, "CONTRASENA"))).toEqual(["Contraseña nueva", "Acceso"]);
    expect(names(rankCanned(list, ticket, "nueva contra"))).toEqual(["Contraseña nueva"]);
    expect(rankCanned(list, ticket, "nada")).toEqual([]);
  });

  it("do first what the words stand on, and end the ticket last of all", () => {
    const acts: readonly CannedAct[] = [
      { act: "close", reason: "by-agent" },
      { act: "note", text: "x" },
      { act: "classify", severity: "alta" },
      { act: "assign", to: "me" },
    ];
    const { first, then } = orderOfActs(acts);
    expect(first.map(({ act }) => act)).toEqual(["classify", "assign"]);
    expect(then.map(({ act }) => act)).toEqual(["note", "close"]);
  });
});
