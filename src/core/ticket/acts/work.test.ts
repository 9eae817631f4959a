import { describe, expect, it } from "vitest";
import { filed, later, progress, solve, started } from "../../../../test/kit/acts.ts";
import { agente, codeOf, filing, lifeUnder, message } from "../../../../test/kit/days.ts";
import { NIVELES, PORTAL } from "../../../../test/kit/packs.ts";
import { wall } from "../../../../test/kit/rules.ts";

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
