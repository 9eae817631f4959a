import { describe, expect, it } from "vitest";
import { agente, filing, lifeUnder, mesa, message } from "../../../test/kit/days.ts";
import { PORTAL } from "../../../test/kit/packs.ts";
import { AVANCE, calendars, HOUR, wall, wallOf } from "../../../test/kit/rules.ts";
import { bucketsOf } from "../clock/buckets.ts";
import { noFacts } from "./facts.ts";

const expired = { ...noFacts, support: { validUntil: wall("2026-11-01 00:00"), plan: null } };

describe("a held ticket (HB-1)", () => {
  it("starts no clock when the desk writes to it: nothing is promised until it is admitted", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing(), { facts: expired });
    life.does(
      "2026-11-23 10:00",
      { do: "contact", message: message("m1"), how: "reply" },
      { by: agente },
    );
    expect(life.ticket().trace.moments).toEqual([]);
    expect(life.wakesAt()).toBeNull();
    life.does("2026-11-24 10:00", { do: "admit" }, { by: mesa });
    expect(life.ticket().trace.moments.map(({ mark }) => mark)).toEqual(["received", "classified"]);
  });

  it("has no clock started by anything else that happens to it, and its severity counts from admission", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing({ fields: { tipo: "no-lo-se" } }), { facts: expired });
    life.does("2026-11-23 10:00", { do: "classify", severity: "critico" });
    life.does("2026-11-23 10:00", { do: "assign", to: { id: "s1", name: "Agente Uno" } });
    life.does("2026-11-23 10:00", { do: "add", message: message("m2") });
    life.does("2026-11-23 10:00", { do: "ask", message: message("m3"), for: "client" });
    life.sleepsUntil("2026-12-23 10:00");
    expect(life.ticket()).toMatchObject({
      closed: null,
      recordedBreaches: [],
      severity: "critico",
    });
    expect(life.wakesAt()).toBeNull();
    life.does("2026-12-23 10:00", { do: "admit" });
    expect(life.ticket().trace.moments).toEqual([
      { mark: "received", at: wall("2026-12-23 10:00"), seq: 7 },
      { mark: "classified", at: wall("2026-12-23 10:00"), seq: 7 },
    ]);
  });

  it("begins a rhythm at its first step: the time it was held is not time in its severity", () => {
    const life = lifeUnder({ ...PORTAL, clocks: [AVANCE] });
    life.does("2026-11-23 09:00", filing({ fields: { tipo: "no-lo-se" } }), { facts: expired });
    life.does("2026-11-23 09:30", { do: "classify", severity: "critico" });
    life.does("2026-11-24 09:00", { do: "admit" });
    expect(wallOf(life.wakesAt())).toBe("2026-11-24 10:00");
  });

  it("has waited for the client all the while, so that its time still adds up from filing", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:00", filing(), { facts: expired });
    const bucketsAt = (now: string) =>
      bucketsOf(life.ticket().trace, calendars("oficina"), wall(now));
    expect(bucketsAt("2026-11-24 09:00")["waiting-for-client"]).toBe(24 * HOUR);
    life.does("2026-11-24 09:00", { do: "admit" });
    expect(bucketsAt("2026-11-24 11:00")).toMatchObject({
      "waiting-for-client": 24 * HOUR,
      "desk-working": 2 * HOUR,
      "outside-hours": 0,
    });
  });
});
