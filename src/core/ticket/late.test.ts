import { describe, expect, it } from "vitest";
import { codeOf, filing, lifeUnder, mesa, message } from "../../../test/kit/days.ts";
import type { Life } from "../../../test/kit/days.ts";
import { PORTAL } from "../../../test/kit/packs.ts";
import { read, RESOLUCION, SILENCIO, wall } from "../../../test/kit/rules.ts";

const call = { do: "contact", message: message("m1", "phone"), how: "call" } as const;

describe("rule 1: a call that is logged late", () => {
  it("starts the resolution where it happened, and the change of severity since made it late", () => {
    const life = lifeUnder({ ...PORTAL, clocks: [{ ...RESOLUCION, warn: [] }] });
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-24 12:00", { do: "classify", severity: "critico" });
    life.does("2026-11-24 13:00", call, { at: "2026-11-23 10:00" });
    expect(life.events().at(-1)).toMatchObject({
      by: { kind: "desk" },
      at: wall("2026-11-24 13:00"),
      recorded: wall("2026-11-24 13:00"),
    });
    expect(life.events().at(-1)?.fact).toEqual({
      type: "revised",
      what: "breach-added",
      clock: "resolucion",
      round: 1,
      deadline: wall("2026-11-23 16:00"),
      how: "reclassified",
      breachedAt: wall("2026-11-24 12:00"),
      because: 3,
    });
    expect(life.ticket().recordedBreaches).toEqual([
      {
        clock: "resolucion",
        round: 1,
        deadline: wall("2026-11-23 16:00"),
        at: wall("2026-11-24 12:00"),
        how: "reclassified",
        withdrawn: false,
      },
    ]);
    const reading = read(RESOLUCION, life.ticket().trace, "2026-11-24 13:00");
    expect(reading.breach).toEqual({ at: wall("2026-11-24 12:00"), how: "reclassified" });
  });

  const missed = (noted: boolean): Life => {
    const life = lifeUnder({ ...PORTAL, clocks: [{ ...RESOLUCION, warn: [] }] });
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-23 09:40", { do: "classify", severity: "critico" });
    if (noted) life.does("2026-11-24 12:00", { do: "note", message: message("m2") });
    life.does("2026-11-24 13:00", call, { at: "2026-11-23 10:00" });
    return life;
  };

  it("adds a breach that was late at its deadline, without a second instant", () => {
    expect(missed(true).events().at(-1)?.fact).toEqual({
      type: "revised",
      what: "breach-added",
      clock: "resolucion",
      round: 1,
      deadline: wall("2026-11-23 16:00"),
      how: "late",
      because: 4,
    });
  });

  it("where nothing was written since it happened, the breach is time's own, at its instant", () => {
    const life = missed(false);
    expect(life.record().slice(-2)).toEqual([
      "contacted 2026-11-23 10:00",
      "breached resolucion 2026-11-23 16:00",
    ]);
    const breaches = ({ recordedBreaches }: ReturnType<Life["ticket"]>) => recordedBreaches;
    expect(breaches(life.ticket())).toEqual(breaches(missed(true).ticket()));
  });

  it("changes nothing that was recorded where it changes no clock", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-23 10:00", { do: "contact", message: message(), how: "reply" });
    life.does("2026-11-23 13:00", call, { at: "2026-11-23 12:00" });
    expect(life.record().filter((line) => line.startsWith("revised"))).toEqual([]);
  });
});

describe("rule 1: an answer that is read after silence closed the ticket", () => {
  const closed = (): Life => {
    const life = lifeUnder({ ...PORTAL, clocks: [SILENCIO] });
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
    life.sleepsUntil("2026-11-25 12:00");
    return life;
  };
  const answer = (life: Life, at: string, automatic = false) =>
    life.tries("2026-11-25 13:00", { do: "add", message: message("m2"), automatic }, { at });

  it("takes the closing back with what closed it, and the ticket goes on", () => {
    const life = closed();
    answer(life, "2026-11-24 09:00");
    expect(life.events().at(-1)?.fact).toEqual({
      type: "revised",
      what: "closing-withdrawn",
      clock: "silencio",
      round: 1,
      deadline: wall("2026-11-25 10:00"),
      because: 6,
    });
    expect(life.ticket()).toMatchObject({
      closed: null,
      awaiting: null,
      unansweredSince: wall("2026-11-24 09:00"),
    });
  });

  it("does not where it is automatic, nor where the desk had asked again since", () => {
    const away = closed();
    answer(away, "2026-11-24 09:00", true);
    expect(away.ticket().closed?.reason).toBe("silence");
    const again = lifeUnder({ ...PORTAL, clocks: [SILENCIO] });
    again.does("2026-11-23 09:30", filing());
    again.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
    again.does("2026-11-24 10:00", { do: "ask", message: message("m3"), for: "authorisation" });
    again.sleepsUntil("2026-11-27 12:00");
    expect(again.ticket().closed?.at).toBe(wall("2026-11-26 10:00"));
    const late = again.tries(
      "2026-11-27 13:00",
      { do: "add", message: message("m2") },
      { at: "2026-11-23 12:00" },
    );
    expect(codeOf(late)).toBe("ticket-closed");
  });

  it("nor where an agent closed the ticket, or the client took it back", () => {
    for (const act of [{ do: "close", reason: "by-agent" }, { do: "withdraw" }] as const) {
      const life = lifeUnder({ ...PORTAL, clocks: [SILENCIO] });
      life.does("2026-11-23 09:30", filing());
      life.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
      life.does("2026-11-23 12:00", act);
      expect(codeOf(answer(life, "2026-11-23 11:00"))).toBe("ticket-closed");
    }
  });

  it("tells whatever an absorbed ticket brings, though it is merged at once", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing());
    const received = wall("2026-11-19 09:30");
    life.does(
      "2026-11-23 09:30",
      { do: "absorb", from: "HD-9", received, contacted: null },
      {
        by: mesa,
      },
    );
    expect(life.ticket().recordedBreaches).toMatchObject([
      { clock: "primer-contacto", deadline: wall("2026-11-19 13:30"), withdrawn: false },
    ]);
  });
});
