import { describe, expect, it } from "vitest";
import {
  agente,
  filing,
  lifeUnder,
  mesa,
  message,
  paidUp,
  ximena,
} from "../../../../test/kit/days.ts";
import type { Life } from "../../../../test/kit/days.ts";
import { PORTAL } from "../../../../test/kit/packs.ts";
import { read, SIGUIENTE, wall } from "../../../../test/kit/rules.ts";
import { accountOf } from "../account.ts";
import type { Actor } from "../actor.ts";
import type { Fact, TicketEvent } from "../event.ts";
import { fold } from "../evolve.ts";
import { noFacts } from "../facts.ts";
import type { Ticket } from "../ticket.ts";

const start = wall("2026-11-23 09:30");
const MINUTE = 60_000;

const filed = (): Life => {
  const life = lifeUnder();
  life.does(start, filing(), { facts: paidUp });
  return life;
};

/** Facts a minute apart, after filing. */
function after(facts: readonly (Fact | readonly [Fact, Actor])[], from = filed()): Ticket {
  const first = from.events();
  const events = facts.map((told, i): TicketEvent => {
    const [fact, by] = "type" in told ? [told, agente] : told;
    const at = start + (i + 1) * MINUTE;
    return { seq: first.length + i + 1, at, recorded: at, by, fact };
  });
  return fold([...first, ...events]);
}

describe("filing", () => {
  it("keeps all that was said, and begins with nothing done", () => {
    const life = lifeUnder();
    const said = filing({ cites: "HD-0", portal: "compradora", flags: ["subject-vague"] });
    life.does(start, said);
    expect(life.ticket()).toMatchObject({
      folio: "HD-1",
      channel: "form",
      form: "soporte",
      kind: "soporte",
      subject: "Olvidé mi Contraseña",
      requester: said.requester,
      fields: { tipo: "contrasena" },
      portal: "compradora",
      flags: ["subject-vague"],
      links: [{ to: "HD-0", as: "cites" }],
      path: [],
      assignee: null,
      confirmed: false,
      closed: null,
      opened: [],
      filedAt: start,
      lastAt: start,
      unansweredSince: start,
      seq: 1,
    });
    expect(life.ticket().trace).toEqual({
      moments: [
        { mark: "received", at: start, seq: 1 },
        { mark: "classified", at: start, seq: 1 },
      ],
      severities: [{ severity: "bajo", from: start }],
      pauses: [],
      ended: null,
      incomplete: false,
    });
  });
});

describe("holding (HB-1, FI-5, FI-6)", () => {
  const held = (lacks: readonly string[]): Fact => ({ type: "held", why: "unverified", lacks });

  it("flags it once, in place of what it was held for before, and keeps its other flags", () => {
    const life = lifeUnder();
    life.does(start, filing({ flags: ["subject-vague"] }));
    const first = after([held(["code"]), held(["code"])], life);
    expect(first.flags).toEqual(["subject-vague", "unverified"]);
    const then = after([held(["code"]), { type: "held", why: "incomplete" }], life);
    expect(then).toMatchObject({
      held: "incomplete",
      lacks: [],
      flags: ["subject-vague", "incomplete"],
    });
    const admitted = after([held([]), { type: "admitted", why: "unverified", note: null }], life);
    expect(admitted).toMatchObject({ held: null, lacks: [], flags: ["subject-vague"] });
  });

  it("a proof takes the code off what it lacks, a call-back all that is of who asks", () => {
    const lacks = ["registered-address", "code", "field:solicitud"];
    const proved = after([held(lacks), [{ type: "proved", how: "code" }, ximena]]);
    expect(proved).toMatchObject({
      proved: true,
      lacks: ["registered-address", "field:solicitud"],
    });
    const call = { type: "verified", contact: "c1", called: "Lucía", telephone: "+52", note: null };
    const verified = after([held(lacks), call as Fact]);
    expect(verified.lacks).toEqual(["field:solicitud"]);
    expect(verified.proved).toBeUndefined();
    expect(after([call as Fact]).lacks).toEqual([]);
    expect(after([{ type: "proved", how: "code" }]).lacks).toEqual([]);
  });

  it("what is completed counts as filed so, and is a word of the client that the desk has to answer", () => {
    const life = filed();
    life.does(start + 1, { do: "contact", message: message(), how: "reply" });
    const completed: Fact = {
      type: "completed",
      fields: { liga: "abc", tipo: "pago" },
      message: message("m2"),
      lacks: ["field:otro"],
    };
    const ticket = after([[completed, ximena]], life);
    expect(ticket).toMatchObject({
      fields: { liga: "abc", tipo: "pago" },
      lacks: ["field:otro"],
      unansweredSince: start + MINUTE,
    });
    expect(ticket.trace.moments.at(-1)?.mark).toBe("client-said");
  });
});

describe("telling the solution", () => {
  it("is an answer: what the client had asked waits for no reply any more", () => {
    const life = filed();
    life.does(start + MINUTE, { do: "add", message: message("m1") });
    life.does(start + 2 * MINUTE, {
      do: "solve",
      cause: "Se apagó",
      remedy: "Se encendió",
      message: message("m2"),
    });
    expect(life.ticket().unansweredSince).toBeNull();
    expect(read(SIGUIENTE, life.ticket().trace, start + 3 * MINUTE)).toMatchObject({
      status: "met",
      stopped: start + 2 * MINUTE,
    });
  });

  it("stated without being told answers nothing and waits for nobody", () => {
    const ticket = after([{ type: "solved", cause: "x", remedy: "y", message: null }]);
    expect(ticket).toMatchObject({ awaiting: null, askedAt: null, unansweredSince: start });
    expect(ticket.solution).toEqual({ at: start + MINUTE, cause: "x", remedy: "y", told: false });
  });

  it("by the desk itself, in turn, asks for its confirmation and is no contact of a person", () => {
    const ticket = after([
      { type: "solved", cause: "x", remedy: "y", message: null },
      [{ type: "solution-sent", by: "mail" }, mesa],
    ]);
    expect(ticket).toMatchObject({
      awaiting: "confirmation",
      askedAt: start + 2 * MINUTE,
      solution: { told: true },
      turn: null,
    });
    expect(ticket.trace.moments.map(({ mark }) => mark)).not.toContain("contacted");
    expect(after([[{ type: "solution-sent", by: "mail" }, mesa]]).awaiting).toBeNull();
  });
});

describe("ending", () => {
  it("by joining another ends what it waited for and what it was set aside for", () => {
    const ticket = after([
      { type: "contacted", message: message(), how: "reply", asks: "client", progress: false },
      { type: "paused", reason: "scheduled", note: null, until: start + 500 * MINUTE },
      { type: "merged", into: "HD-7" },
    ]);
    expect(ticket).toMatchObject({
      awaiting: null,
      askedAt: null,
      scheduledUntil: null,
      unansweredSince: null,
      closed: { at: start + 3 * MINUTE, reason: "merged" },
      links: [{ to: "HD-7", as: "merged-into" }],
      trace: { ended: { at: start + 3 * MINUTE, how: "merged" } },
    });
    expect(ticket.trace.pauses[0]).toMatchObject({ to: start + 3 * MINUTE });
  });

  it.each([
    ["withdrawn", "cancelled"],
    ["spam", "cancelled"],
    ["out-of-scope", "closed"],
    ["duplicate", "closed"],
    ["by-agent", "closed"],
    ["silence", "closed"],
    ["confirmed", "closed"],
  ] as const)("%s: its clocks end as %s", (reason, how) => {
    const ticket = after([{ type: "closed", reason, note: null }]);
    expect(ticket.trace.ended).toEqual({ at: start + MINUTE, how });
    expect(ticket.closed).toEqual({ at: start + MINUTE, reason });
  });

  it("a merge into this one is a link; it takes nothing of its own away", () => {
    const ticket = after([
      { type: "absorbed", from: "HD-9", received: start - MINUTE, contacted: null },
    ]);
    expect(ticket.links).toEqual([{ to: "HD-9", as: "absorbed" }]);
    expect(ticket.filedAt).toBe(start);
    expect(ticket.trace.moments[0]).toEqual({ mark: "received", at: start - MINUTE, seq: 2 });
  });
});

describe("help that is charged (FI-14)", () => {
  const quote = (minutes: number, charge?: string): Fact => ({
    type: "charge-proposed",
    minutes,
    amount: `${minutes}.00`,
    ...(charge === undefined ? {} : { charge, currency: "MXN" }),
  });
  const yes = [{ type: "charge-accepted" }, ximena] as const;
  const logged = (minutes: number, charge: string): Fact => ({
    type: "time-logged",
    charge,
    minutes,
    amount: "1.00",
    currency: "MXN",
    work: "Se revisó",
  });

  it("what was quoted, accepted and worked is of its own charge alone", () => {
    const ticket = after([
      quote(30, "hora"),
      yes,
      quote(60, "visita"),
      yes,
      quote(90, "hora"),
      logged(10, "hora"),
      logged(5, "visita"),
    ]);
    expect(accountOf(ticket, "hora")).toEqual({ accepted: 30, used: 10 });
    expect(accountOf(ticket, "visita")).toEqual({ accepted: 60, used: 5 });
    expect(accountOf(ticket, "otra")).toEqual({ accepted: 0, used: 0 });
    expect(ticket.timeEntries?.[0]).toEqual({
      at: start + 6 * MINUTE,
      by: "Agente Uno",
      charge: "hora",
      minutes: 10,
      amount: "1.00",
      currency: "MXN",
      work: "Se revisó",
    });
  });

  it("a quote asks in public for an authorisation; the answer of the client ends that", () => {
    const asked = after([quote(30, "hora")]);
    expect(asked).toMatchObject({
      awaiting: "authorisation",
      unansweredSince: null,
      charge: { minutes: 30, amount: "30.00", accepted: false, charge: "hora", currency: "MXN" },
    });
    expect(asked.trace.moments.slice(-3).map(({ mark }) => mark)).toEqual([
      "contacted",
      "told",
      "asked",
    ]);
    const accepted = after([quote(30, "hora"), yes]);
    expect(accepted).toMatchObject({ awaiting: null, charge: { accepted: true } });
    expect(accepted.trace.moments.at(-1)?.mark).toBe("client-said");
    const refused = after([quote(30), [{ type: "charge-refused", reason: null }, ximena]]);
    expect(refused).toMatchObject({ awaiting: null, charge: null });
    expect(refused.trace.moments.at(-1)?.mark).toBe("client-said");
    expect(refused.quotes).toEqual([
      {
        at: start + MINUTE,
        minutes: 30,
        amount: "30.00",
        charge: null,
        currency: null,
        state: "refused",
      },
    ]);
  });

  it("a quote without an answer is replaced, one that has its answer keeps it", () => {
    const ticket = after([quote(10), quote(20), yes, quote(30)]);
    expect(ticket.quotes?.map(({ minutes, state }) => `${minutes} ${state}`)).toEqual([
      "10 replaced",
      "20 accepted",
      "30 proposed",
    ]);
  });
});

describe("what is linked, and who is told", () => {
  it("a link is kept once for each kind, and taken back by itself", () => {
    const link = (to: string, as: "related" | "part-of"): Fact => ({ type: "linked", to, as });
    const many = [link("HD-2", "related"), link("HD-2", "part-of"), link("HD-3", "part-of")];
    expect(after([...many, ...many]).links).toHaveLength(3);
    const back = after([...many, { type: "unlinked", to: "HD-2", as: "part-of" }]);
    expect(back.links).toEqual([
      { to: "HD-2", as: "related" },
      { to: "HD-3", as: "part-of" },
    ]);
    const split: Fact = { type: "split", into: "HD-4", message: "m0" };
    expect(after([split, split]).links).toEqual([{ to: "HD-4", as: "split-into" }]);
  });

  it("whoever is added is told along with those who were, and what opens beside what was open", () => {
    const add = (address: string): Fact => ({ type: "participant-added", address });
    const opened = (channel: string): Fact => ({ type: "opened", channel, clock: "atencion" });
    const ticket = after([
      add("a@example.com"),
      add("b@example.com"),
      opened("phone"),
      opened("chat"),
    ]);
    expect(ticket).toMatchObject({
      participants: ["a@example.com", "b@example.com"],
      opened: ["phone", "chat"],
    });
  });

  it("is added once, whoever asks, and never the requester, by whatever case", () => {
    const life = filed();
    const add = (address: string) =>
      life.does(start + MINUTE, { do: "add-participant", address }).events.length;
    expect(["PROVEEDOR@example.com", "a@example.com", "A@Example.com"].map(add)).toEqual([0, 1, 0]);
  });
});

describe("urgency (RD-15)", () => {
  it("is a mark in time when it is claimed; the desk's answer is none", () => {
    const ticket = after([
      [{ type: "urgency-claimed", ground: "plataforma" }, ximena],
      { type: "urgency-refused", ground: "plataforma", reason: "Funciona" },
    ]);
    expect(ticket.urgency).toEqual({ ground: "plataforma", state: "refused" });
    expect(ticket.trace.moments.map(({ mark }) => mark)).toEqual([
      "received",
      "classified",
      "urgency-claimed",
    ]);
  });
});

describe("a late word of the desk (rule 14)", () => {
  it("answers what the client had said by then, and leaves the first that came after it", () => {
    const life = lifeUnder({ ...PORTAL, clocks: [SIGUIENTE] });
    life.does("2026-11-23 09:00", filing());
    for (const at of ["10:00", "11:00", "12:00"]) {
      life.does(`2026-11-23 ${at}`, { do: "add", message: message(at) });
    }
    const call = { do: "contact", message: message("m9", "phone"), how: "call" } as const;
    life.does("2026-11-23 13:00", call, { at: "2026-11-23 10:30" });
    expect(life.ticket().unansweredSince).toBe(wall("2026-11-23 11:00"));
    life.does("2026-11-23 13:10", call, { at: "2026-11-23 09:30" });
    expect(life.ticket().unansweredSince).toBe(wall("2026-11-23 11:00"));
    life.does("2026-11-23 13:20", call, { at: "2026-11-23 12:30" });
    expect(life.ticket().unansweredSince).toBeNull();
    life.does(
      "2026-11-23 13:30",
      { do: "add", message: message("m8") },
      {
        at: "2026-11-23 12:15",
      },
    );
    expect(life.ticket().unansweredSince).toBeNull();
  });
});

describe("what was held is not told of (HB-1)", () => {
  it("keeps no moment, whatever happens to it, until it is admitted", () => {
    const life = lifeUnder();
    const expired = { ...noFacts, support: { validUntil: wall("2026-11-01 00:00"), plan: null } };
    life.does(start, filing(), { facts: expired });
    expect(after([[{ type: "arrived" }, ximena]], life)).toMatchObject({ present: true });
    expect(after([{ type: "noted", message: message() }], life).trace.moments).toEqual([]);
  });
});
