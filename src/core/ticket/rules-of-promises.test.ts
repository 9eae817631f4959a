import { describe, expect, it } from "vitest";
import { filing, lifeUnder, message } from "../../../test/kit/days.ts";
import type { Life } from "../../../test/kit/days.ts";
import { NIVELES, PORTAL } from "../../../test/kit/packs.ts";
import {
  calendars,
  clock,
  hours,
  PRIMER_CONTACTO,
  read,
  RESOLUCION,
  SILENCIO,
  wall,
  wallOf,
} from "../../../test/kit/rules.ts";
import type { Act } from "./command.ts";

const filed = (policy = PORTAL): Life => {
  const life = lifeUnder(policy, calendars);
  life.does("2026-11-23 09:30", filing());
  return life;
};
const contactIn = (life: Life) =>
  read(PRIMER_CONTACTO, life.ticket().trace, wall("2026-11-23 11:00"));

describe("rule 2: what people do at one instant keeps its order, and time comes after them", () => {
  it("two acts at one instant are told in the order in which they were taken", () => {
    const life = filed();
    life.does("2026-11-23 10:00", { do: "add", message: message("m1") });
    life.does("2026-11-23 10:00", { do: "contact", message: message("m2"), how: "reply" });
    life.does("2026-11-23 10:00", { do: "add", message: message("m3") });
    const marks = life.ticket().trace.moments.filter(({ at }) => at === wall("2026-11-23 10:00"));
    expect(marks.map(({ mark, seq }) => `${seq} ${mark}`)).toEqual([
      "2 client-said",
      "3 contacted",
      "3 told",
      "4 client-said",
    ]);
  });

  it("a deadline at the instant of an act is recorded after it, one a millisecond earlier before it", () => {
    const at = (deadline: string, limit: number): readonly string[] => {
      const own = clock({ id: "propio", to: ["solved"], within: { "*": { limit: hours(limit) } } });
      const life = lifeUnder({ ...PORTAL, clocks: [own] });
      life.does(deadline, filing());
      life.does("2026-11-23 12:00", { do: "note", message: message("m1") });
      return life.record().slice(1);
    };
    expect(at("2026-11-23 09:00", 3)).toEqual([
      "noted 2026-11-23 12:00",
      "breached propio 2026-11-23 12:00",
    ]);
    expect(at("2026-11-23 08:59:59.999", 3)).toEqual([
      "noted 2026-11-23 12:00",
      "breached propio 2026-11-23 12:00",
    ]);
    expect(at("2026-11-23 09:00", 3 - 1 / 3_600_000)).toEqual([
      "breached propio 2026-11-23 11:59:59.999",
      "noted 2026-11-23 12:00",
    ]);
  });
});

describe("rule 4: who stops a first-contact clock", () => {
  it("the automatic acknowledgement of the filing does not", () => {
    const life = filed();
    expect(life.told().map(({ moment }) => moment)).toEqual(["received"]);
    expect(contactIn(life).status).toBe("running");
  });

  it.each<Act>([
    { do: "note", message: message("m1") },
    { do: "assign", to: { id: "s1", name: "Agente Uno" } },
    { do: "classify", severity: "critico" },
    { do: "wait", for: "third-party" },
    { do: "schedule", until: wall("2026-11-23 10:45") },
    { do: "log-attempt", outcome: "no-answer" },
    { do: "log-attempt", outcome: "left-message" },
    { do: "link", to: "HD-2", as: "related" },
    { do: "solve", cause: "Se apagó", remedy: "Se encendió", message: null },
    { do: "add", message: message("m1") },
    { do: "add", message: message("m1"), automatic: true },
    { do: "withdraw" },
  ])("$do does not", (act) => {
    const life = filed();
    life.does("2026-11-23 10:00", act);
    expect(contactIn(life).stopped).toBeNull();
  });

  it("being routed or handed back does not", () => {
    const life = filed({ ...NIVELES, clocks: [PRIMER_CONTACTO] });
    life.does("2026-11-23 10:00", { do: "route", to: "operacion" });
    life.does("2026-11-23 10:10", { do: "hand-back", cause: "Se apagó", remedy: "Se encendió" });
    expect(contactIn(life).status).toBe("running");
  });

  it.each<Act>([
    { do: "contact", message: message("m1"), how: "reply" },
    { do: "contact", message: message("m1", "phone"), how: "call" },
    { do: "contact", message: message("m1"), how: "reply", progress: true },
    { do: "ask", message: message("m1"), for: "client" },
    { do: "solve", cause: "Se apagó", remedy: "Se encendió", message: message("m1") },
  ])("a public word or an answered call does, at its own instant: $do", (act) => {
    const life = filed();
    life.does("2026-11-23 10:00", act);
    expect(contactIn(life)).toMatchObject({ status: "met", stopped: wall("2026-11-23 10:00") });
  });
});

describe("rule 7: pauses are the ticket's", () => {
  const paused = (policy = PORTAL): Life => {
    const life = filed(policy);
    life.does("2026-11-23 10:00", { do: "ask", message: message("m1"), for: "client" });
    life.does("2026-11-23 11:00", { do: "add", message: message("m2") });
    life.does("2026-11-23 12:00", { do: "ask", message: message("m3"), for: "authorisation" });
    return life;
  };
  const both = [
    {
      reason: "waiting-for-client",
      from: wall("2026-11-23 10:00"),
      to: wall("2026-11-23 11:00"),
    },
    { reason: "waiting-for-authorisation", from: wall("2026-11-23 12:00"), to: null },
  ];

  it("they survive a change of severity and of the agent who has the ticket", () => {
    const life = paused();
    life.does("2026-11-23 13:00", { do: "classify", severity: "critico" });
    life.does("2026-11-23 13:00", { do: "assign", to: { id: "s2", name: "Agente Dos" } });
    life.does("2026-11-23 13:30", { do: "assign", to: null });
    expect(life.ticket().trace.pauses).toEqual(both);
  });

  it("they survive a change of level, up and down", () => {
    const life = paused(NIVELES);
    life.does("2026-11-23 13:00", { do: "route", to: "operacion" });
    expect(life.ticket().trace.pauses).toEqual(both);
    life.does("2026-11-23 14:00", { do: "route", to: "mesa" });
    expect(life.ticket().trace.pauses).toEqual(both);
  });

  it("they survive the move to another version, by which they are counted from then on", () => {
    const next = {
      ...PORTAL,
      clocks: [{ ...RESOLUCION, pauses: ["waiting-for-authorisation"] as const }],
    };
    const life = paused();
    life.does("2026-11-23 13:00", { do: "rebind", policy: 2, reason: "Contrato nuevo" }, { next });
    expect(life.ticket().trace.pauses).toEqual(both);
    expect(read(RESOLUCION, life.ticket().trace, "2026-11-23 14:00").status).toBe("running");
    expect(read(next.clocks[0] ?? RESOLUCION, life.ticket().trace, "2026-11-23 14:00").status).toBe(
      "paused",
    );
  });

  it("each has its reason and its author in the record", () => {
    const life = filed();
    life.does("2026-11-23 10:00", { do: "wait", for: "third-party", note: "Espera a su banco" });
    expect(life.events().at(-1)).toMatchObject({
      by: { kind: "staff", name: "Agente Uno" },
      fact: { type: "paused", reason: "waiting-for-third-party", note: "Espera a su banco" },
    });
  });
});

describe("rule 12: notifications that became pointless are not sent", () => {
  const told = (life: Life): readonly string[] =>
    life.told().map(({ moment, to, at }) => `${moment} ${to} ${wallOf(at)}`);

  it("of a warning that was slept through and its breach, the breach alone is told, and both are recorded", () => {
    const life = filed({ ...PORTAL, clocks: [PRIMER_CONTACTO] });
    life.does("2026-11-23 13:30", { do: "pass" });
    expect(told(life)).toEqual([
      "received client 2026-11-23 09:30",
      "breached staff 2026-11-23 13:30",
    ]);
    expect(life.record()).toContain("warned primer-contacto 2026-11-23 12:30");
  });

  it("a warning noticed late is still told while its clock runs, one millisecond before the deadline", () => {
    const life = filed({ ...PORTAL, clocks: [PRIMER_CONTACTO] });
    life.does("2026-11-23 13:29:59.999", { do: "pass" });
    expect(told(life)).toContain("warned staff 2026-11-23 12:30");
  });

  it("a warning whose clock is paused is told, for the clock will go on", () => {
    const life = filed({ ...PORTAL, clocks: [{ ...PRIMER_CONTACTO, pauses: ["scheduled"] }] });
    life.does("2026-11-23 12:45", { do: "schedule", until: wall("2026-11-24 10:00") });
    expect(told(life)).toContain("warned staff 2026-11-23 12:30");
  });

  it("nobody is told of the silence of a ticket that ended meanwhile", () => {
    const life = filed({ ...PORTAL, clocks: [SILENCIO] });
    life.does("2026-11-23 10:00", { do: "ask", message: message("m1"), for: "client" });
    life.does("2026-11-24 10:30", { do: "close", reason: "by-agent" });
    expect(told(life)).toEqual([
      "received client 2026-11-23 09:30",
      "asked client 2026-11-23 10:00",
      "closed client 2026-11-24 10:30",
    ]);
    expect(life.record()).toContain("warned silencio 2026-11-24 10:00");
  });
});

describe("rule 13: inside the window", () => {
  const solved = (): Life => {
    const life = filed();
    life.does("2026-11-23 10:00", {
      do: "solve",
      cause: "Se apagó",
      remedy: "Se encendió",
      message: message("m1"),
    });
    return life;
  };

  it("only “not solved” reopens, and the same clocks go on", () => {
    const life = solved();
    expect(life.ticket().awaiting).toBe("confirmation");
    life.does("2026-11-23 12:00", { do: "confirm", solved: false, message: message("m2") });
    expect(life.ticket()).toMatchObject({ solution: null, closed: null, awaiting: null });
    const reading = read(RESOLUCION, life.ticket().trace, "2026-11-23 13:00");
    expect([reading.round, reading.status, wallOf(reading.from)]).toEqual([
      1,
      "running",
      "2026-11-23 10:00",
    ]);
    expect(reading.used).toBe(3_600_000);
  });

  it("free text stops the silence, goes to the agent, and neither reopens nor confirms", () => {
    const life = solved();
    life.does("2026-11-23 12:00", { do: "add", message: message("m2") });
    expect(life.ticket()).toMatchObject({
      solution: { told: true },
      confirmed: false,
      closed: null,
      awaiting: null,
      unansweredSince: wall("2026-11-23 12:00"),
    });
    life.sleepsUntil("2026-12-23 12:00");
    expect(life.ticket().closed).toBeNull();
    expect(read(RESOLUCION, life.ticket().trace, "2026-12-23 12:00").status).toBe("met");
  });
});
