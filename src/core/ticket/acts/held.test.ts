import { describe, expect, it } from "vitest";
import { agente, codeOf, filing, lifeUnder, message } from "../../../../test/kit/days.ts";
import { PORTAL, SOPORTE, field } from "../../../../test/kit/packs.ts";
import type { FormRule } from "../../policy/form-rule.ts";
import type { Policy } from "../../policy/policy.ts";
import { noFacts } from "../facts.ts";
import type { Facts } from "../facts.ts";

const always = { is: "always" } as const;
const LLAVES: FormRule = {
  ...SOPORTE,
  id: "llaves",
  kind: "llaves",
  fields: [
    field("correo", { kind: "contact-email", required: true }),
    field("solicitud", { kind: "files", accept: ["pdf"] }),
    field("movimiento"),
    field("persona"),
  ],
  who: {
    any: ["legal"],
    fromRegisteredAddress: true,
    proven: "code",
    distinct: false,
    not: [],
    clause: ["FI-6"],
  },
  waitsFor: { any: [["solicitud"], ["movimiento", "persona"]], when: always, clause: ["FI-5"] },
};
const DESK: Policy = { ...PORTAL, client: null, forms: [SOPORTE, LLAVES] };

const known = (role: string): Facts => ({
  ...noFacts,
  contact: { id: "c1", role, registered: true, trained: null },
});
const asks = (more: Parameters<typeof filing>[0] = {}) =>
  filing({ form: "llaves", fields: {}, ...more });
const called = {
  do: "verify",
  contact: { id: "c1", name: "Lucía" },
  telephone: "+525555550177",
} as const;
const complete = (lacks: readonly string[], fields: Record<string, string> = {}) =>
  ({ do: "complete", fields, message: message("m2"), lacks }) as const;

describe("a request that is held for who asks (FI-2, FI-6)", () => {
  it("is held from an unknown address, and no code would help", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(), { facts: noFacts });
    expect(life.ticket()).toMatchObject({ held: "unverified", lacks: ["registered-address"] });
    expect(codeOf(life.tries("2026-11-23 09:05", { do: "prove" }))).toBe("nothing-to-prove");
    expect(life.wakesAt()).toBeNull();
  });

  it("is held from a registered address whose role may not ask it", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(), { facts: known("compras") });
    expect(life.ticket()).toMatchObject({ held: "unverified", lacks: ["role"] });
  });

  it("waits for the code of whoever may ask it, and its promises start with the proof", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(), { facts: known("legal") });
    expect(life.ticket()).toMatchObject({ held: "unverified", lacks: ["code"] });
    life.does("2026-11-23 11:00", { do: "prove" });
    expect(life.ticket()).toMatchObject({ held: null, lacks: [], flags: [] });
    expect(life.record()).toEqual([
      "filed 2026-11-23 09:00",
      "held 2026-11-23 09:00",
      "proved 2026-11-23 11:00",
      "admitted 2026-11-23 11:00",
    ]);
    expect(codeOf(life.tries("2026-11-23 11:05", { do: "prove" }))).toBe("nothing-to-prove");
  });

  it("is heard where the desk's rule is for all forms, and not where this form has its own", () => {
    const rule = { ...LLAVES.who, any: ["requester"], proven: null, clause: ["FI-2"] } as const;
    const life = lifeUnder({
      ...DESK,
      people: { requester: { ...rule, distinct: false, fromRegisteredAddress: true, not: [] } },
    });
    life.does("2026-11-23 09:00", filing(), { facts: noFacts });
    expect(life.ticket()).toMatchObject({ held: "unverified", lacks: ["registered-address"] });
  });

  it("is not held where a person of the desk files it, who has heard them", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(), { facts: noFacts, by: agente });
    expect(life.ticket().held).toBeNull();
  });

  it("is not answered in writing, but asked, or spoken to, until it is admitted", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(), { facts: noFacts });
    const reply = { do: "contact", message: message("r1"), how: "reply" } as const;
    expect(life.tries("2026-11-23 09:10", reply)).toMatchObject({
      refused: "requester-unverified",
      clause: ["FI-6"],
    });
    life.does("2026-11-23 09:15", { do: "ask", message: message("r2"), for: "client" });
    life.does("2026-11-23 09:20", { ...reply, how: "call" });
    life.does("2026-11-23 09:30", called, { facts: known("legal") });
    life.does("2026-11-23 09:40", reply);
  });

  it("is admitted by a call to the registered telephone of somebody who may ask for it", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(), { facts: noFacts });
    life.does("2026-11-23 10:00", called, { facts: known("legal") });
    expect(life.ticket()).toMatchObject({ held: null, lacks: [] });
    expect(life.ticket().proved).toBeUndefined();
    expect(codeOf(life.tries("2026-11-23 10:10", called, { facts: known("legal") }))).toBe(
      "nothing-to-verify",
    );
  });

  it("is not admitted by an agent's word, nor by a call to somebody who may not ask for it", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(), { facts: noFacts });
    expect(life.tries("2026-11-23 10:00", { do: "admit" })).toMatchObject({
      refused: "proof-needed",
      clause: ["FI-6"],
    });
    for (const facts of [known("compras"), noFacts])
      expect(life.tries("2026-11-23 10:00", called, { facts })).toMatchObject({
        refused: "contact-may-not",
        clause: ["FI-6"],
      });
    expect(life.ticket().held).toBe("unverified");
  });

  it("is not held where its requester is signed in with a fresh code", () => {
    const life = lifeUnder(DESK);
    const { contact } = known("legal");
    if (contact === null) throw new Error("nobody is known");
    const facts = { ...noFacts, contact: { ...contact, proven: true as const } };
    life.does("2026-11-23 09:00", asks(), { facts });
    expect(life.ticket()).toMatchObject({ held: null, facts: { contactProven: true } });
  });
});

describe("a request that waits for its form (FI-5)", () => {
  const lacking = { lacks: ["solicitud", "movimiento", "persona"] };

  it("is held once the requester is known, and completing it admits it", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(lacking), { facts: known("legal") });
    expect(life.ticket()).toMatchObject({ held: "unverified" });
    life.does("2026-11-23 09:10", { do: "prove" });
    expect(life.ticket()).toMatchObject({
      held: "incomplete",
      lacks: ["field:solicitud", "field:movimiento", "field:persona"],
      flags: ["incomplete"],
    });
    life.does("2026-11-23 09:20", complete(["solicitud", "persona"], { movimiento: "Baja" }));
    expect(life.ticket()).toMatchObject({
      held: "incomplete",
      lacks: ["field:solicitud", "field:persona"],
      fields: { movimiento: "Baja" },
    });
    life.does("2026-11-23 09:30", complete([], { persona: "Nadie" }));
    expect(life.ticket()).toMatchObject({
      held: null,
      lacks: [],
      fields: { movimiento: "Baja", persona: "Nadie" },
    });
    expect(life.ticket().trace.moments.map(({ mark }) => mark)).toContain("received");
    expect(codeOf(life.tries("2026-11-23 09:40", complete([])))).toBe("nothing-to-complete");
  });

  it("may be completed first, and then waits for the code alone", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(lacking), { facts: known("legal") });
    life.does("2026-11-23 09:10", complete([]));
    expect(life.ticket()).toMatchObject({ held: "unverified", lacks: ["code"] });
    life.does("2026-11-23 09:20", { do: "prove" });
    expect(life.ticket().held).toBeNull();
  });

  it("goes on waiting where a call showed who asks: the form is missing still", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(lacking), { facts: known("legal") });
    life.does("2026-11-23 09:10", called, { facts: known("legal") });
    expect(life.ticket()).toMatchObject({ held: "incomplete" });
    life.does("2026-11-23 09:20", { do: "admit", note: "llegó en papel" });
    expect(life.ticket().held).toBeNull();
  });
});
