import { describe, expect, it } from "vitest";
import { agente, codeOf, filing, lifeUnder, message } from "../../../../test/kit/days.ts";
import type { Life } from "../../../../test/kit/days.ts";
import { policyOf, projectText } from "../../../../test/kit/policy-packs.ts";
import { wall } from "../../../../test/kit/rules.ts";
import { readClocks } from "../../clock/readings.ts";
import { calendarsOf } from "../../policy/bind.ts";
import type { Instant } from "../../time/instant.ts";
import { statementOf } from "../account.ts";
import type { ActOf } from "../command.ts";
import { noFacts } from "../facts.ts";
import { mayNow } from "../may-now.ts";
import { watched } from "../view.ts";
import { versionOf } from "../../../../test/kit/packs.ts";

const policy = policyOf(projectText("policies/erp-clubes/policy.yaml"));
const calendars = calendarsOf(policy);
const at = (text: string): Instant => wall(text, "America/Caracas");

/** Friday at four in the afternoon, an hour before closing. */
const friday = at("2026-11-20 16:00");
const saturday = at("2026-11-21 11:00");

function started(more: Partial<ActOf<"file">> = {}): Life {
  const life = lifeUnder(policy, calendars);
  life.does(friday, filing({ form: "caso", fields: { capacitado: "yes" }, ...more }));
  return life;
}

const reply = { do: "contact", message: message("r1"), how: "reply" } as const;
const call = { do: "add", message: message("c1", "phone") } as const;
const types = (life: Life) => life.events().map(({ fact }) => fact.type);

describe("presence (RD-2, RD-12)", () => {
  it("is said while filing", () => {
    expect(started({ present: true }).ticket().present).toBe(true);
    expect(started({ present: false }).ticket().present).toBe(false);
    expect(started().ticket().present).toBeNull();
  });

  it("frees whoever has the ticket when the requester leaves, and only then", () => {
    const life = started({ present: true });
    life.does(friday + 1, { do: "assign", to: { id: "s1", name: "Agente Uno" } });
    life.does(friday + 2, { do: "leave" });
    expect(life.ticket()).toMatchObject({ present: false, assignee: null });
    life.does(friday + 3, { do: "assign", to: { id: "s1", name: "Agente Uno" } });
    life.does(friday + 4, { do: "arrive" });
    expect(life.ticket()).toMatchObject({ present: true, assignee: { id: "s1" } });
    expect(life.does(friday + 5, { do: "arrive" }).events).toEqual([]);
  });

  it("frees nobody where the policy does not say so", () => {
    const { presence: _presence, ...other } = policy;
    const life = lifeUnder(other, calendars);
    life.does(friday, filing({ form: "caso" }));
    life.does(friday + 1, { do: "assign", to: { id: "s1", name: "Agente Uno" } });
    life.does(friday + 2, { do: "leave" });
    expect(life.ticket().assignee).toEqual({ id: "s1", name: "Agente Uno" });
  });
});

describe("the telephone (RD-3, RD-13)", () => {
  it("opens at 24 hours of the wall clock without an answer, and that is no breach", () => {
    const life = started();
    const opens = friday + 24 * 3_600_000;
    expect(life.tries(opens - 1, call)).toMatchObject({
      refused: "channel-closed",
      clause: ["RD-3", "RD-13", "RD-15"],
    });
    life.does(opens, { do: "pass" });
    expect(types(life)).toEqual(["filed", "passed", "opened"]);
    life.does(opens + 1, call);
    const readings = readClocks(
      watched(life.ticket(), { policy: versionOf(policy), calendars }, opens),
      opens,
    );
    expect(readings.find(({ rule }) => rule.id === "espera")).toMatchObject({
      status: "passed",
      breach: null,
    });
  });

  it("does not open where the desk answered in time", () => {
    const life = started();
    life.does(friday + 1, reply);
    life.sleepsUntil("2026-11-23 10:00");
    expect(codeOf(life.tries(at("2026-11-23 12:00"), call))).toBe("channel-closed");
  });

  it("breaks the promise of attention only after 24 hours of service (RD-11)", () => {
    const life = started();
    life.sleepsUntil("2026-11-26 12:00");
    expect(life.events().filter(({ fact }) => fact.type === "breached")).toMatchObject([
      { at: at("2026-11-25 16:00"), fact: { clock: "atencion" } },
    ]);
  });
});

describe("urgency claimed while filing (RD-15)", () => {
  it("opens the telephone at once; a refusal closes it; the severity follows a confirmation alone", () => {
    const life = started({ urgency: "plataforma" });
    expect(life.ticket()).toMatchObject({ severity: "normal", urgency: { state: "claimed" } });
    life.does(friday + 1, call);
    life.does(friday + 2, { do: "refuse-urgency", reason: "La plataforma responde" });
    expect(codeOf(life.tries(friday + 3, call))).toBe("channel-closed");
    const other = started({ urgency: "facturacion" });
    other.does(friday + 1, { do: "confirm-urgency" });
    expect(other.ticket().severity).toBe("urgente");
    other.does(friday + 2, call);
  });

  it("of an announced process is refused while none goes on, and keeps which one did (RD-15c)", () => {
    const file = filing({ form: "caso", fields: { capacitado: "yes" }, urgency: "proceso" });
    const life = lifeUnder(policy, calendars);
    expect(life.tries(friday, file, { facts: noFacts })).toMatchObject({
      refused: "ground-closed",
      field: "ground",
      clause: ["RD-15", "RD-15c"],
    });
    life.does(friday, file, { facts: { ...noFacts, announcements: ["proceso-especial"] } });
    expect(life.events().map(({ fact }) => fact)).toContainEqual({
      type: "urgency-claimed",
      ground: "proceso",
      during: "proceso-especial",
    });
  });

  it("names only grounds of the list", () => {
    const life = lifeUnder(policy, calendars);
    expect(codeOf(life.tries(friday, filing({ form: "caso", urgency: "prisa" })))).toBe(
      "ground-unknown",
    );
  });
});

describe("help that is charged (RD-1, FI-14)", () => {
  const propose = { do: "propose-charge", minutes: 90 } as const;
  const log = { do: "log-time", minutes: 30, work: "Revisión del cierre" } as const;
  const accepted = (): Life => {
    const life = started();
    life.does(saturday, propose);
    life.does(saturday + 1, { do: "accept-charge" });
    return life;
  };

  it("is quoted at the policy's rate, exactly, and waits for the client's authorisation", () => {
    const life = started();
    life.does(saturday, propose);
    expect(life.ticket()).toMatchObject({
      awaiting: "authorisation",
      charge: { minutes: 90, amount: "60.00", currency: "USD", charge: "fuera-de-horario" },
    });
  });

  it("is charged only once it was accepted, and never beyond what was", () => {
    const life = started();
    life.does(saturday, propose);
    expect(life.tries(saturday + 1, log)).toMatchObject({
      refused: "charge-not-accepted",
      clause: ["RD-1"],
    });
    life.does(saturday + 2, { do: "accept-charge" });
    life.does(saturday + 3, log);
    life.does(saturday + 4, { ...log, minutes: 60 });
    expect(life.tries(saturday + 5, { ...log, minutes: 1 })).toMatchObject({
      refused: "beyond-quote",
      facts: { left: 0 },
    });
    expect(statementOf(life.ticket())).toMatchObject({
      minutes: 90,
      totals: [{ amount: "60.00", currency: "USD" }],
    });
  });

  it("is not charged within the hours that the desk serves anyway", () => {
    const life = accepted();
    expect(life.tries(at("2026-11-23 10:00"), log)).toMatchObject({
      refused: "charge-not-due",
      clause: ["RD-1"],
    });
  });

  it("may be refused: nothing is awaited any more, and it is not charged", () => {
    const life = started();
    life.does(saturday, propose);
    life.does(saturday + 1, { do: "refuse-charge", reason: "Esperamos al lunes" });
    expect(life.ticket()).toMatchObject({ awaiting: null, charge: null });
    expect(codeOf(life.tries(saturday + 2, { do: "accept-charge" }))).toBe("nothing-proposed");
    expect(codeOf(life.tries(saturday + 2, log))).toBe("charge-not-accepted");
  });

  it("adds what is accepted later to what was accepted before; a quote without an answer is replaced", () => {
    const life = accepted();
    life.does(saturday + 2, { ...propose, minutes: 600 });
    life.does(saturday + 3, { ...propose, minutes: 30 });
    life.does(saturday + 4, { do: "accept-charge" });
    expect(life.ticket().quotes?.map(({ state }) => state)).toEqual([
      "accepted",
      "replaced",
      "accepted",
    ]);
    life.does(saturday + 5, { ...log, minutes: 120 });
    expect(codeOf(life.tries(saturday + 6, { ...log, minutes: 1 }))).toBe("beyond-quote");
  });

  it("says what was done, in whole minutes, on a charge of the policy", () => {
    const life = accepted();
    const refused = (more: object) => codeOf(life.tries(saturday + 2, { ...log, ...more }));
    expect(refused({ work: " " })).toBe("work-missing");
    expect(refused({ minutes: 0.5 })).toBe("minutes-invalid");
    expect(refused({ charge: "otro" })).toBe("charge-unknown");
  });

  it("is offered to the agent only when it would be taken", () => {
    const life = accepted();
    const offered = (now: Instant) =>
      mayNow(life.ticket(), {
        by: agente,
        at: now,
        context: { policy: versionOf(policy), calendars, facts: noFacts, now, readUpTo: null },
      }).has("log-time");
    expect(offered(saturday + 2)).toBe(true);
    expect(offered(at("2026-11-23 10:00"))).toBe(false);
  });
});

describe("a case that goes on with a closed one (RD-14)", () => {
  it("must cite it", () => {
    const life = lifeUnder(policy, calendars);
    for (const cites of [undefined, " "]) {
      const cited = cites === undefined ? {} : { cites };
      expect(life.tries(friday, filing({ form: "caso-nuevo", ...cited }))).toMatchObject({
        refused: "cites-missing",
        field: "cites",
      });
    }
    life.does(friday, filing({ form: "caso-nuevo", cites: "RD-9" }));
    expect(life.ticket().links).toEqual([{ to: "RD-9", as: "cites" }]);
  });
});

describe("training first (RD-10)", () => {
  it("holds the case of who was not trained, keeps it, and serves it when the desk admits it", () => {
    const life = started({ fields: { capacitado: "no" } });
    expect(life.ticket().held).toBe("untrained");
    expect(life.wakesAt()).toBeNull();
    life.does(saturday, { do: "admit" });
    expect(life.ticket()).toMatchObject({ held: null, fields: { capacitado: "no" } });
    expect(life.wakesAt()).not.toBeNull();
  });

  it("goes by the desk's register where it knows better, and never holds the course request", () => {
    const contact = { id: "p1", role: "", registered: true, trained: false };
    const facts = { ...noFacts, contact };
    const life = lifeUnder(policy, calendars);
    life.does(friday, filing({ form: "caso", fields: { capacitado: "yes" } }), { facts });
    expect(life.ticket().held).toBe("untrained");
    for (const form of ["curso", "acceso", "caso-nuevo"]) {
      const other = lifeUnder(policy, calendars);
      const file = filing({ form, fields: {}, cites: "RD-9" });
      other.does(friday, file, { facts });
      expect(other.ticket().held).toBeNull();
    }
  });
});
