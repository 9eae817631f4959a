import { describe, expect, it } from "vitest";
import { testPolicy } from "../../../test/kit/desk.ts";
import { authorisedOf } from "./authorised.ts";

const people = [
  { name: "Elena", role: "representante-legal" },
  { name: "Bruno", role: "con-mando" },
  { name: "Ximena", role: null },
];

describe("who of a client may ask for what (FI-6)", () => {
  it("names the forms of certain roles, and the contacts who have one", async () => {
    const policy = await testPolicy("factura-inteligente");
    const found = authorisedOf(policy, people);
    expect(found.length).toBeGreaterThan(0);
    for (const { roles, contacts, clause } of found) {
      expect(clause.length).toBeGreaterThan(0);
      expect(contacts).toEqual(people.filter(({ role }) => role !== null && roles.includes(role)));
    }
    const whole = found.flatMap(({ contacts }) => contacts.map(({ name }) => name));
    expect(new Set(whole)).toEqual(new Set(["Elena", "Bruno"]));
  });

  it("says nothing where anybody may ask for anything", async () => {
    expect(authorisedOf(await testPolicy("cfd-connect"), people)).toEqual([]);
  });
});
