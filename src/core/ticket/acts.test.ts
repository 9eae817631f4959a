import { describe, expect, it } from "vitest";
import {
  agente,
  codeOf,
  filing,
  lifeUnder,
  mesa,
  message,
  paidUp,
  ximena,
} from "../../../test/kit/days.ts";
import { NIVELES, PORTAL, SOPORTE } from "../../../test/kit/packs.ts";
import { wall } from "../../../test/kit/rules.ts";
import { isRefusal } from "../refusal.ts";
import type { Act } from "./command.ts";
import { noFacts } from "./facts.ts";
import { progressOf, stateOf } from "./progress.ts";
import { versionOf } from "../../../test/kit/packs.ts";
import { calendars } from "../../../test/kit/rules.ts";

const filed = "2026-11-23 09:30";
const later = "2026-11-23 10:00";
const solve = {
  do: "solve",
  cause: "Contraseña vencida",
  remedy: "Se restableció",
  message: message("m9"),
} as const;

function started(policy = PORTAL) {
  const life = lifeUnder(policy);
  life.does(filed, filing());
  return life;
}

function progress(life: ReturnType<typeof lifeUnder>, policy = PORTAL, now = later) {
  return progressOf(life.ticket(), policy, wall(now));
}

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

describe("who may do what", () => {
  const staffActs: readonly Act[] = [
    { do: "contact", message: message(), how: "reply" },
    { do: "ask", message: message(), for: "client" },
    { do: "note", message: message() },
    { do: "classify", severity: "critico" },
    { do: "assign", to: null },
    { do: "route", to: "operacion" },
    { do: "hand-back", cause: "a", remedy: "b" },
    { do: "log-attempt", outcome: "no-answer" },
    { do: "wait", for: "third-party" },
    { do: "schedule", until: wall("2026-12-01 09:00") },
    { do: "resume" },
    { do: "confirm-urgency" },
    { do: "refuse-urgency", reason: "no" },
    { do: "propose-charge", minutes: 30, amount: "500 MXN" },
    { ...solve },
    { do: "close", reason: "spam" },
    { do: "merge-into", survivor: "HD-2" },
    { do: "absorb", from: "HD-2", received: 0, contacted: null },
    { do: "split", into: "HD-2", message: "m0" },
    { do: "link", to: "HD-2", as: "related" },
    { do: "rebind", policy: 2, reason: "x" },
    { do: "admit" },
  ];
  const clientActs: readonly Act[] = [
    { do: "add", message: message() },
    { do: "claim-urgency", ground: "plataforma" },
    { do: "accept-charge" },
    { do: "withdraw" },
    { do: "arrive" },
    { do: "leave" },
  ];

  it.each(staffActs)("refuses $do to a client", (act) => {
    expect(started().tries(later, act, { by: ximena })).toMatchObject({
      refused: "who-may-not",
      facts: { act: act.do },
    });
  });

  it.each(clientActs)("refuses $do to staff", (act) => {
    expect(codeOf(started().tries(later, act, { by: agente }))).toBe("who-may-not");
  });
});

describe("the desk's work", () => {
  it("classifies, and says nothing twice", () => {
    const life = started();
    expect(life.does(later, { do: "classify", severity: "bajo" }).events).toEqual([]);
    life.does(later, { do: "classify", severity: "critico", reason: "caída" });
    expect(life.ticket().trace.severities.map(({ severity }) => severity)).toEqual([
      "bajo",
      "critico",
    ]);
    expect(codeOf(life.tries(later, { do: "classify", severity: "grave" }))).toBe(
      "severity-unknown",
    );
  });

  it("makes a provisional severity definite by saying it again", () => {
    const life = lifeUnder();
    life.does(filed, filing({ fields: { tipo: "no-lo-se" } }));
    life.does(later, { do: "classify", severity: "bajo" });
    expect(life.ticket().provisional).toBe(false);
    expect(life.ticket().trace.severities).toHaveLength(1);
  });

  it("assigns, tells of it, and frees again", () => {
    const life = started();
    expect(progress(life)).toBe("unattended");
    const to = { id: "s1", name: "Agente Uno" };
    expect(life.does(later, { do: "assign", to }).told.map(({ moment }) => moment)).toEqual([
      "assigned",
    ]);
    expect(progress(life)).toBe("working");
    expect(life.does(later, { do: "assign", to }).events).toEqual([]);
    expect(life.does(later, { do: "assign", to: null }).told).toEqual([]);
    expect(life.ticket().assignee).toBeNull();
  });

  it("waits for one thing at a time", () => {
    const life = started();
    life.does(later, { do: "ask", message: message(), for: "client" });
    life.does("2026-11-23 11:00", { do: "wait", for: "third-party" });
    expect(life.ticket()).toMatchObject({ awaiting: "third-party", askedAt: null });
    expect(life.does("2026-11-23 11:30", { do: "wait", for: "third-party" }).events).toEqual([]);
    life.does("2026-11-23 12:00", { do: "add", message: message("m2") });
    expect(progress(life, PORTAL, "2026-11-23 12:00")).toBe("waiting-for-third-party");
    life.does("2026-11-23 13:00", { do: "resume" });
    expect(life.ticket().trace.pauses).toEqual([
      { reason: "waiting-for-client", from: wall(later), to: wall("2026-11-23 11:00") },
      {
        reason: "waiting-for-third-party",
        from: wall("2026-11-23 11:00"),
        to: wall("2026-11-23 13:00"),
      },
    ]);
    expect(codeOf(life.tries("2026-11-23 13:00", { do: "resume" }))).toBe("nothing-to-resume");
  });

  it("comes back by itself from a schedule, or when resumed", () => {
    const life = started();
    expect(codeOf(life.tries(later, { do: "schedule", until: wall(later) }))).toBe("until-past");
    life.does(later, { do: "contact", message: message(), how: "reply" });
    life.does(later, { do: "schedule", until: wall("2026-11-25 10:00") });
    expect(progress(life)).toBe("scheduled");
    expect(progress(life, PORTAL, "2026-11-25 10:00")).toBe("working");
    life.does("2026-11-24 10:00", { do: "resume" });
    expect(life.ticket().trace.pauses).toEqual([
      { reason: "scheduled", from: wall(later), to: wall("2026-11-24 10:00") },
    ]);
  });

  it("takes a note and an unanswered call for what they are: no contact", () => {
    const life = started();
    life.does(later, { do: "note", message: message() });
    life.does(later, { do: "log-attempt", outcome: "no-answer" });
    const marks = life.ticket().trace.moments.map(({ mark }) => mark);
    expect(marks).toEqual(["received", "classified", "call-attempted"]);
    expect(life.ticket().unansweredSince).toBe(wall(filed));
    expect(codeOf(life.tries(later, { do: "note", message: message("") }))).toBe("message-missing");
  });

  it("proposes a charge that the client alone accepts (FI-14)", () => {
    const life = started();
    expect(codeOf(life.tries(later, { do: "accept-charge" }))).toBe("nothing-proposed");
    expect(codeOf(life.tries(later, { do: "propose-charge", minutes: 0, amount: "1" }))).toBe(
      "quote-invalid",
    );
    expect(codeOf(life.tries(later, { do: "propose-charge", minutes: 1.5, amount: "1" }))).toBe(
      "quote-invalid",
    );
    life.does(later, { do: "propose-charge", minutes: 30, amount: "500 MXN" });
    expect(progress(life)).toBe("waiting-for-authorisation");
    life.does(later, { do: "accept-charge" });
    expect(life.ticket()).toMatchObject({ charge: { accepted: true }, awaiting: null });
    expect(codeOf(life.tries(later, { do: "accept-charge" }))).toBe("already-accepted");
  });

  it("is bound to another version only by an explicit act", () => {
    const life = started();
    const rebind = { do: "rebind", policy: 2, reason: "acuerdo nuevo" } as const;
    expect(codeOf(life.tries(later, rebind))).toBe("policy-unknown");
    const poorer = { ...PORTAL, severities: PORTAL.severities.slice(1) };
    expect(codeOf(life.tries(later, rebind, { next: poorer }))).toBe("severity-unknown");
    expect(codeOf(life.tries(later, rebind, { next: NIVELES }))).toBe("level-unknown");
    expect(codeOf(life.tries(later, { ...rebind, reason: " " }, { next: PORTAL }))).toBe(
      "reason-missing",
    );
    life.does(later, rebind, { next: { ...PORTAL, clocks: [] } });
    expect(life.ticket().policy).toBe(2);
    expect(life.wakesAt()).toBeNull();
  });
});

describe("levels (CC-6 to CC-10)", () => {
  it("carry the answer back down the way it came, and close the loop", () => {
    const life = started(NIVELES);
    expect(life.ticket().level).toBe("mesa");
    expect(codeOf(life.tries(later, { do: "route", to: "desarrollo" }))).toBe("level-not-next");
    expect(codeOf(life.tries(later, { do: "route", to: "mesa" }))).toBe("level-not-next");
    expect(codeOf(life.tries(later, { do: "route", to: "luna" }))).toBe("level-unknown");
    expect(codeOf(life.tries(later, { do: "hand-back", cause: "a", remedy: "b" }))).toBe(
      "nothing-to-hand-back",
    );
    life.does(later, { do: "route", to: "operacion" });
    life.does(later, { do: "route", to: "desarrollo" });
    expect(life.ticket()).toMatchObject({ level: "desarrollo", path: ["mesa", "operacion"] });
    expect(life.tries(later, solve)).toMatchObject({
      refused: "cannot-solve-at-level",
      clause: ["CC-10"],
      facts: { level: "desarrollo", tells: "operacion" },
    });
    expect(codeOf(life.tries(later, { do: "hand-back", cause: " ", remedy: "b" }))).toBe(
      "cause-missing",
    );
    expect(codeOf(life.tries(later, { do: "hand-back", cause: "a", remedy: "" }))).toBe(
      "remedy-missing",
    );
    life.does(later, { do: "hand-back", cause: "Índice dañado", remedy: "Se reparó" });
    expect(life.ticket()).toMatchObject({ level: "operacion", path: ["mesa"] });
    expect(progress(life, NIVELES)).toBe("routed");
    life.does(later, { do: "hand-back", cause: "Índice dañado", remedy: "Se reparó" });
    expect(life.ticket()).toMatchObject({ level: "mesa", path: [], solution: { told: false } });
    expect(progress(life, NIVELES)).toBe("close-the-loop");
    const { told } = life.does(later, { do: "contact", message: message(), how: "call" });
    expect(told.map(({ moment }) => moment)).toEqual(["solved"]);
    expect(life.ticket()).toMatchObject({ solution: { told: true }, awaiting: "confirmation" });
    expect(life.ticket().trace.moments.map(({ mark }) => mark)).toContain("told.solved");
    expect(codeOf(life.tries(later, { do: "route", to: "operacion" }))).toBe("already-solved");
  });

  it("let only those tell the client that may", () => {
    const life = started(NIVELES);
    life.does(later, { do: "route", to: "operacion" });
    const status = { do: "contact", message: message(), how: "reply", progress: true } as const;
    expect(life.tries(later, status)).toMatchObject({
      refused: "level-may-not-tell",
      facts: { level: "operacion" },
    });
    life.does(later, status, { by: { ...agente, level: "mesa" } as typeof agente });
    life.does(later, { do: "route", to: "desarrollo" });
    life.does(later, status);
    expect(codeOf(life.tries(later, { do: "ask", message: message(), for: "client" }))).toBe(
      "level-may-not-tell",
    );
    expect(life.ticket().trace.moments.filter(({ mark }) => mark === "told.progress")).toHaveLength(
      2,
    );
  });

  it("give a ticket back without a solution", () => {
    const life = started(NIVELES);
    life.does(later, { do: "route", to: "operacion" });
    life.does(later, { do: "route", to: "mesa", reason: "falta información" });
    expect(life.ticket()).toMatchObject({ level: "mesa", path: [], solution: null });
  });
});

describe("solving, confirming and reopening", () => {
  it("states cause and remedy, tells them, and closes on the client's word (HB-15)", () => {
    const life = started();
    expect(codeOf(life.tries(later, { ...solve, cause: "" }))).toBe("cause-missing");
    expect(codeOf(life.tries(later, { ...solve, remedy: " " }))).toBe("remedy-missing");
    expect(codeOf(life.tries(later, { do: "confirm", solved: true, message: null }))).toBe(
      "nothing-to-confirm",
    );
    expect(life.does(later, solve).told.map(({ moment, says }) => [moment, says])).toEqual([
      ["solved", ["history", "cause", "remedy"]],
    ]);
    expect(progress(life)).toBe("solved");
    expect(codeOf(life.tries(later, solve))).toBe("already-solved");
    life.does("2026-11-23 11:00", { do: "confirm", solved: true, message: null });
    expect(life.ticket()).toMatchObject({ confirmed: true, closed: { reason: "confirmed" } });
    expect(stateOf(life.ticket(), { policy: versionOf(PORTAL), calendars }, wall(later))?.id).toBe(
      "cerrado",
    );
  });

  it("waits to be told where it was solved without a message", () => {
    const life = started();
    expect(life.does(later, { ...solve, message: null }).told).toEqual([]);
    expect(progress(life)).toBe("close-the-loop");
    life.does(later, { do: "contact", message: message(), how: "reply", progress: true });
    expect(life.ticket().solution?.told).toBe(false);
    life.does(later, { do: "contact", message: message(), how: "reply" });
    expect(progress(life)).toBe("solved");
  });

  it("reopens the same ticket on not solved, with the same clocks", () => {
    const life = started();
    life.does(later, solve);
    life.does("2026-11-23 11:00", { do: "confirm", solved: false, message: message("m2") });
    expect(life.ticket()).toMatchObject({ solution: null, awaiting: null, closed: null });
    expect(life.ticket().trace.moments.at(-1)?.mark).toBe("reopened");
    expect(progress(life)).toBe("working");
  });

  it("takes thanks for what they are: silence stops, the agent looks, nothing reopens", () => {
    const life = started();
    life.does(later, solve);
    life.does("2026-11-23 11:00", { do: "add", message: message("gracias") });
    expect(life.ticket()).toMatchObject({
      awaiting: null,
      solution: { told: true },
      unansweredSince: wall("2026-11-23 11:00"),
    });
    expect(progress(life)).toBe("working");
    life.sleepsUntil("2026-12-20 10:00");
    expect(life.ticket().closed).toBeNull();
    life.does("2026-12-21 10:00", { do: "contact", message: message("m4"), how: "reply" });
    expect(life.ticket().awaiting).toBe("confirmation");
    life.sleepsUntil("2026-12-24 10:00");
    expect(life.ticket().closed?.reason).toBe("silence");
  });

  it("lets an agent record what the client's unanswered message says, and nothing else", () => {
    const life = started();
    life.does(later, solve);
    const yes = { do: "confirm", solved: true, message: null } as const;
    expect(codeOf(life.tries(later, yes, { by: agente }))).toBe("who-may-not");
    life.does(later, { do: "add", message: message("ya quedó") });
    life.does(later, yes, { by: agente });
    expect(life.ticket().closed?.reason).toBe("confirmed");
  });

  it("does not reopen where the policy does not", () => {
    const life = started({
      ...PORTAL,
      reopen: { ...PORTAL.reopen, whileSolved: false, clause: ["RD-14"] },
    });
    life.does(later, solve);
    expect(life.tries(later, { do: "confirm", solved: false, message: null })).toEqual({
      refused: "reopening-refused",
      clause: ["RD-14"],
      facts: { folio: "HD-1" },
    });
  });
});

describe("the end", () => {
  const client: readonly Act[] = [
    { do: "add", message: message() },
    { do: "confirm", solved: false, message: null },
    { do: "withdraw" },
    { do: "claim-urgency", ground: "plataforma" },
  ];

  it.each(client)("refuses $do after it, so that a new ticket is filed", (act) => {
    const life = started();
    life.does(later, { do: "withdraw" });
    expect(life.tries(later, act)).toEqual({
      refused: "ticket-closed",
      clause: ["FI-10"],
      facts: { folio: "HD-1", reason: "withdrawn", then: "new-ticket", cites: true },
    });
  });

  it("still takes notes, links and automatic mail, which change nothing", () => {
    const life = started();
    life.does(later, { do: "close", reason: "by-agent" });
    life.does(later, { do: "note", message: message() });
    life.does(later, { do: "link", to: "HD-2", as: "cited-by" });
    expect(life.does(later, { do: "link", to: "HD-2", as: "cited-by" }).events).toEqual([]);
    life.does(later, { do: "add", message: message(), automatic: true });
    expect(life.ticket().closed?.reason).toBe("by-agent");
    expect(life.wakesAt()).toBeNull();
    expect(codeOf(life.tries(later, { do: "classify", severity: "critico" }))).toBe(
      "ticket-closed",
    );
  });

  it("cancels the clocks of what was withdrawn or spam, and ends the others", () => {
    for (const [act, how] of [
      [{ do: "withdraw" }, "cancelled"],
      [{ do: "close", reason: "spam" }, "cancelled"],
      [{ do: "close", reason: "out-of-scope" }, "closed"],
      [{ do: "merge-into", survivor: "HD-2" }, "merged"],
    ] as const) {
      const life = started();
      life.does(later, act);
      expect(life.ticket().trace.ended).toEqual({ at: wall(later), how });
      life.sleepsUntil("2026-12-24 10:00");
      expect(life.ticket().recordedBreaches).toEqual([]);
    }
  });

  it("says where a merged ticket goes on", () => {
    const life = started();
    expect(codeOf(life.tries(later, { do: "merge-into", survivor: "HD-1" }))).toBe(
      "link-to-itself",
    );
    life.does(later, { do: "merge-into", survivor: "HD-2" });
    expect(life.tries(later, { do: "add", message: message() })).toEqual({
      refused: "ticket-merged",
      facts: { folio: "HD-1", into: "HD-2" },
    });
  });

  it("lets the survivor take the earlier start and contact", () => {
    const life = started();
    expect(
      codeOf(life.tries(later, { do: "absorb", from: "HD-1", received: 0, contacted: null })),
    ).toBe("link-to-itself");
    life.does(later, {
      do: "absorb",
      from: "HD-0",
      received: wall("2026-11-20 17:00"),
      contacted: wall("2026-11-20 17:30"),
    });
    const marks = life.ticket().trace.moments.map(({ mark, at }) => [mark, at]);
    expect(marks).toContainEqual(["received", wall("2026-11-20 17:00")]);
    expect(marks).toContainEqual(["contacted", wall("2026-11-20 17:30")]);
    expect(life.ticket().links).toEqual([{ to: "HD-0", as: "absorbed" }]);
  });

  it("notes what was split off", () => {
    const life = started();
    expect(codeOf(life.tries(later, { do: "split", into: "HD-1", message: "m0" }))).toBe(
      "link-to-itself",
    );
    life.does(later, { do: "split", into: "HD-2", message: "m0" });
    expect(life.ticket().links).toEqual([{ to: "HD-2", as: "split-into" }]);
    expect(codeOf(life.tries(later, { do: "link", to: "HD-1", as: "related" }))).toBe(
      "link-to-itself",
    );
  });
});

describe("urgency (RD-15)", () => {
  const claim = { do: "claim-urgency", ground: "plataforma" } as const;
  const phone = { do: "add", message: message("m5", "phone") } as const;

  it("opens the telephone on a claim; a refusal closes it again", () => {
    const life = started(NIVELES);
    expect(codeOf(life.tries(later, phone))).toBe("channel-closed");
    expect(codeOf(life.tries(later, { do: "confirm-urgency" }))).toBe("nothing-claimed");
    life.does(later, claim);
    life.does(later, phone);
    expect(codeOf(life.tries(later, { do: "refuse-urgency", reason: "" }))).toBe("reason-missing");
    life.does(later, { do: "refuse-urgency", reason: "funciona" });
    expect(codeOf(life.tries(later, phone))).toBe("channel-closed");
    expect(codeOf(life.tries(later, claim))).toBe("claimed-already");
    expect(codeOf(life.tries(later, { do: "refuse-urgency", reason: "x" }))).toBe(
      "nothing-claimed",
    );
  });

  it("brings the ground's severity when confirmed, never a lower one", () => {
    const life = started(NIVELES);
    life.does(later, claim);
    life.does(later, { do: "confirm-urgency" });
    expect(life.ticket()).toMatchObject({ severity: "critico", urgency: { state: "confirmed" } });
    const grave = started(NIVELES);
    grave.does(later, { do: "classify", severity: "critico" });
    grave.does(later, claim);
    expect(grave.does(later, { do: "confirm-urgency" }).events).toHaveLength(1);
  });

  it("knows only the policy's grounds, and a process's only while it goes on (RD-15c)", () => {
    const life = started(NIVELES);
    expect(codeOf(life.tries(later, { ...claim, ground: "prisa" }))).toBe("ground-unknown");
    const during = { ...claim, ground: "proceso" };
    expect(life.tries(later, during)).toMatchObject({
      refused: "ground-closed",
      clause: ["RD-15c"],
    });
    life.does(later, during, { facts: { ...paidUp, announcements: ["carnetizacion"] } });
    expect(life.ticket().urgency).toEqual({ ground: "proceso", state: "claimed" });
  });
});

describe("presence (RD-2)", () => {
  it("is what the requester last said", () => {
    const life = started();
    life.does(later, { do: "arrive" });
    expect(life.does(later, { do: "arrive" }).events).toEqual([]);
    expect(life.ticket().present).toBe(true);
    life.does(later, { do: "leave" });
    expect(life.does(later, { do: "leave" }).events).toEqual([]);
    expect(life.ticket().present).toBe(false);
  });
});
