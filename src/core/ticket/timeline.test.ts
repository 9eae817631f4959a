import { describe, expect, it } from "vitest";
import { agente, filing, lifeUnder, message, paidUp } from "../../../test/kit/days.ts";
import { NIVELES } from "../../../test/kit/packs.ts";
import { wall } from "../../../test/kit/rules.ts";
import { historyOf, linesForClient, linesForStaff } from "./timeline.ts";

function story() {
  const life = lifeUnder(NIVELES);
  life.does("2026-11-23 09:30", filing());
  life.does("2026-11-23 09:40", { do: "assign", to: { id: "s1", name: "Agente Uno" } });
  life.does("2026-11-23 09:45", { do: "note", message: message("n1") });
  life.does("2026-11-23 09:50", {
    do: "classify",
    severity: "medio-alto",
    reason: "cliente difícil",
  });
  life.does("2026-11-23 10:00", { do: "ask", message: message("m1"), for: "client" });
  life.does("2026-11-23 10:30", { do: "add", message: message("m2", "form") });
  life.does("2026-11-23 10:31", { do: "add", message: message("m3", "form"), automatic: true });
  life.does("2026-11-23 11:00", { do: "route", to: "operacion", reason: "no sé" });
  life.does("2026-11-23 12:00", { do: "hand-back", cause: "Índice dañado", remedy: "Se reparó" });
  life.does("2026-11-23 12:10", { do: "link", to: "HD-2", as: "related" });
  life.does("2026-11-23 12:30", {
    do: "solve",
    cause: "Índice dañado",
    remedy: "Se reparó",
    message: message("m4"),
  });
  life.does("2026-11-23 13:00", { do: "confirm", solved: true, message: null });
  return life;
}

describe("the timeline", () => {
  it("shows everything to staff", () => {
    const life = story();
    const lines = linesForStaff(life.events());
    expect(lines.map(({ seq }) => seq)).toEqual(life.events().map(({ seq }) => seq));
    expect(lines.find(({ type }) => type === "classified")).toMatchObject({
      by: "staff",
      name: "Agente Uno",
      facts: { severity: "medio-alto", from: "bajo", reason: "cliente difícil" },
      message: null,
    });
    expect(lines.find(({ type }) => type === "noted")?.message).toBe("n1");
  });

  it("shows the client the actions taken, and nothing of the desk's own (FI-12)", () => {
    const lines = linesForClient(story().events());
    expect(lines.map(({ type }) => type)).toEqual([
      "filed",
      "assigned",
      "classified",
      "contacted",
      "added",
      "routed",
      "solved",
      "confirmed",
      "closed",
    ]);
    const text = JSON.stringify(lines);
    for (const secret of ["n1", "cliente difícil", "no sé", "operacion", "HD-2", "m3"]) {
      expect(text).not.toContain(secret);
    }
    expect(lines.at(-1)?.facts).toEqual({ reason: "confirmed" });
  });

  it("tells the client why urgency was refused", () => {
    const life = lifeUnder(NIVELES);
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-23 09:31", { do: "claim-urgency", ground: "plataforma" });
    life.does("2026-11-23 09:32", { do: "refuse-urgency", reason: "la plataforma responde" });
    expect(linesForClient(life.events()).at(-1)?.facts).toMatchObject({
      reason: "la plataforma responde",
    });
  });

  it("puts a call that was logged late where it happened", () => {
    const life = lifeUnder(NIVELES);
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-23 11:00", { do: "log-attempt", outcome: "no-answer" });
    life.does(
      "2026-11-23 12:00",
      { do: "contact", message: message("c1", "phone"), how: "call" },
      { at: "2026-11-23 10:00" },
    );
    expect(linesForClient(life.events()).map(({ type }) => type)).toEqual([
      "filed",
      "contacted",
      "call-attempted",
    ]);
  });

  it("shows a withdrawn closing to the client, and a withdrawn breach to staff alone", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing());
    life.does(
      "2026-11-23 10:00",
      { do: "ask", message: message(), for: "client" },
      { by: agente, facts: paidUp },
    );
    life.sleepsUntil("2026-11-26 10:00");
    life.does(
      "2026-11-26 11:00",
      { do: "add", message: message("m2") },
      { at: "2026-11-24 12:00" },
    );
    const types = linesForClient(life.events()).filter(({ type }) => type === "revised");
    expect(types).toHaveLength(1);
    expect(types[0]?.facts).toMatchObject({ what: "closing-withdrawn" });
  });
});

describe("the history of a ticket (HB-15)", () => {
  it("goes from filing to the end, with cause and remedy", () => {
    const life = story();
    expect(historyOf(life.events(), life.ticket())).toMatchObject({
      folio: "HD-1",
      filedAt: wall("2026-11-23 09:30"),
      contactedAt: wall("2026-11-23 10:00"),
      solvedAt: wall("2026-11-23 12:30"),
      closedAt: wall("2026-11-23 13:00"),
      cause: "Índice dañado",
      remedy: "Se reparó",
    });
  });

  it("has nothing yet of a ticket that was just filed", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing());
    expect(historyOf(life.events(), life.ticket())).toMatchObject({
      contactedAt: null,
      solvedAt: null,
      closedAt: null,
      cause: null,
      remedy: null,
    });
  });
});
