import { describe, expect, it } from "vitest";
import { filed, later, progress, solve, started } from "../../../../test/kit/acts.ts";
import { agente, codeOf, filing, lifeUnder, mesa, message } from "../../../../test/kit/days.ts";
import { PORTAL, SOPORTE } from "../../../../test/kit/packs.ts";
import { wall } from "../../../../test/kit/rules.ts";
import { isRefusal } from "../../refusal.ts";
import { noFacts } from "../facts.ts";

describe("filing", () => {
  it("classifies by the policy, provisionally where no type implies a severity (HB-9)", () => {
    const known = started();
    expect(known.ticket()).toMatchObject({
      severity: "bajo",
      provisional: false,
      seq: 1,
      folio: "HD-1",
    });
    const unknown = lifeUnder();
    unknown.does(filed, filing({ fields: { tipo: "no-lo-se" } }));
    expect(unknown.ticket()).toMatchObject({ severity: "bajo", provisional: true });
    expect(unknown.ticket().trace.moments.map(({ mark }) => mark)).toEqual(["received"]);
  });

  it("refuses what cannot be a ticket", () => {
    const none = lifeUnder();
    expect(codeOf(none.tries(filed, filing({ folio: "" })))).toBe("folio-missing");
    expect(codeOf(none.tries(filed, filing({ form: "otro" })))).toBe("form-unknown");
    expect(codeOf(none.tries(filed, filing({ channel: "fax" })))).toBe("channel-unknown");
    expect(codeOf(none.tries(filed, { do: "add", message: message() }))).toBe("ticket-unknown");
    const one = started();
    expect(codeOf(one.tries(later, filing()))).toBe("already-filed");
  });

  it("refuses the telephone without a ticket, with its clause (HB-6)", () => {
    expect(lifeUnder().tries(filed, filing({ channel: "phone" }))).toEqual({
      refused: "channel-closed",
      clause: ["HB-6"],
      facts: { channel: "phone", needs: "ticket" },
    });
  });

  it("refuses a channel that the contracted support does not include (HB-2)", () => {
    const kind = {
      id: "basico",
      label: { es: "Básico" },
      channels: ["mail"],
      hours: "oficina",
      clause: ["HB-2"],
    };
    const life = lifeUnder({ ...PORTAL, support: [kind] });
    expect(life.tries(filed, filing())).toMatchObject({
      refused: "channel-not-contracted",
      clause: ["HB-2"],
    });
    life.does(filed, filing({ channel: "mail" }));
    expect(codeOf(life.tries(later, { do: "add", message: message("m1", "form") }))).toBe(
      "channel-not-contracted",
    );
    expect(
      isRefusal(
        lifeUnder({ ...PORTAL, support: [kind] }).tries(filed, filing(), { facts: noFacts }),
      ),
    ).toBe(false);
  });

  it("keeps the facts that were used, so that replay needs nothing else", () => {
    const life = lifeUnder();
    const contact = { id: "c1", role: "compras", registered: true, trained: false };
    const facts = {
      support: { validUntil: wall("2027-01-01 00:00"), plan: "oro" },
      contact,
      announcements: ["carnetizacion"],
      duplicates: ["HD-7"],
    };
    life.does(filed, filing({ flags: ["identity-generic"] }), { facts });
    expect(life.ticket().facts).toEqual({
      supportUntil: wall("2027-01-01 00:00"),
      supportPlan: "oro",
      contactRole: "compras",
      contactRegistered: true,
      contactTrained: false,
      announcements: "carnetizacion",
      duplicates: "HD-7",
    });
    expect(life.ticket().flags).toEqual(["identity-generic", "untrained", "probable-duplicate"]);
  });

  it("starts a child when the split message arrived, however long ago (rule of splits)", () => {
    const life = lifeUnder();
    life.does("2026-11-27 10:00", filing({ splitFrom: "HD-3" }), {
      by: agente,
      at: "2026-11-20 17:00",
    });
    expect(life.ticket()).toMatchObject({
      filedAt: wall("2026-11-20 17:00"),
      links: [{ to: "HD-3", as: "split-from" }],
    });
    expect(life.record()).toContain("breached primer-contacto 2026-11-23 12:00");
  });

  it("cites an old ticket", () => {
    const life = lifeUnder();
    life.does(filed, filing({ cites: "HD-0" }));
    expect(life.ticket().links).toEqual([{ to: "HD-0", as: "cites" }]);
  });
});

describe("a client without valid support (HB-1)", () => {
  const expired = { ...noFacts, support: { validUntil: wall("2026-11-01 00:00"), plan: null } };

  it("is kept, told how to renew, and promised nothing until support is valid", () => {
    const life = lifeUnder();
    life.does(filed, filing(), { facts: expired });
    expect(life.ticket()).toMatchObject({ held: "support-expired", flags: ["support-expired"] });
    expect(life.told().map(({ moment, says }) => [moment, says])).toEqual([["held", ["renewal"]]]);
    expect(life.wakesAt()).toBeNull();
    expect(progress(life)).toBe("waiting-for-client");
    expect(codeOf(life.tries(later, solve))).toBe("still-held");
    life.does("2026-11-26 10:00", { do: "admit" }, { by: mesa });
    expect(life.ticket()).toMatchObject({ held: null, flags: [] });
    expect(life.told().at(-1)?.moment).toBe("received");
    life.sleepsUntil("2026-11-26 14:00");
    expect(life.record()).toContain("breached primer-contacto 2026-11-26 14:00");
  });

  it("may always send proof of payment, and is not held where the owner is unknown", () => {
    const paying = lifeUnder();
    paying.does(filed, filing({ fields: { tipo: "pago" } }), { facts: expired });
    expect(paying.ticket().held).toBeNull();
    const unknown = lifeUnder();
    unknown.does(filed, filing(), { facts: noFacts });
    expect(unknown.ticket()).toMatchObject({ held: null, flags: ["support-unknown"] });
    expect(codeOf(unknown.tries(later, { do: "admit" }))).toBe("not-held");
  });

  it("is still told of the receipt by a policy that says nothing of holding", () => {
    const life = lifeUnder({ ...PORTAL, tell: PORTAL.tell.filter(({ on }) => on !== "held") });
    life.does(filed, filing(), { facts: expired });
    expect(life.told().map(({ moment }) => moment)).toEqual(["received"]);
  });

  it("is entitled up to the very instant at which its support ends (HB-1)", () => {
    for (const [when, held] of [
      ["2026-11-23 09:30", null],
      ["2026-11-23 09:30:00.001", "support-expired"],
    ] as const) {
      const life = lifeUnder();
      const support = { validUntil: wall("2026-11-23 09:30"), plan: null };
      life.does(when, filing(), { facts: { ...noFacts, support } });
      expect(life.ticket().held).toBe(held);
    }
  });

  it("holds for verification what does not come from the registered address (FI-2, FI-6)", () => {
    const who = {
      any: ["dueno"],
      fromRegisteredAddress: true,
      proven: null,
      distinct: false,
      not: [],
      clause: [],
    };
    const policy = { ...PORTAL, client: null, forms: [{ ...SOPORTE, who }] };
    const contact = { id: "c", role: "dueno", registered: true, trained: null };
    for (const [facts, held] of [
      [noFacts, "unverified"],
      [{ ...noFacts, contact: { ...contact, registered: false } }, "unverified"],
      [{ ...noFacts, contact: { ...contact, role: "otro" } }, "unverified"],
      [{ ...noFacts, contact }, null],
    ] as const) {
      const life = lifeUnder(policy);
      life.does(filed, filing(), { facts });
      expect(life.ticket().held).toBe(held);
    }
  });
});
