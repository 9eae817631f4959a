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
    life.does("2026-11-23 09:30", { do: "admit" });
    life.does("2026-11-23 09:40", reply);
  });

  it("is admitted by an agent who verified the requester by other means", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(), { facts: noFacts });
    life.does("2026-11-23 10:00", { do: "admit", note: "por videollamada" });
    expect(life.ticket()).toMatchObject({ held: null, lacks: [] });
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

  it("goes on waiting where an agent vouches for who asks: the form is missing still", () => {
    const life = lifeUnder(DESK);
    life.does("2026-11-23 09:00", asks(lacking), { facts: known("legal") });
    life.does("2026-11-23 09:10", { do: "admit" });
    expect(life.ticket()).toMatchObject({ held: "incomplete" });
    life.does("2026-11-23 09:20", { do: "admit", note: "llegó en papel" });
    expect(life.ticket().held).toBeNull();
  });
});
