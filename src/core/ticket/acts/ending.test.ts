import { describe, expect, it } from "vitest";
import { later, progress, solve, started } from "../../../../test/kit/acts.ts";
import { agente, codeOf, filing, lifeUnder, message } from "../../../../test/kit/days.ts";
import { PORTAL, versionOf } from "../../../../test/kit/packs.ts";
import { calendars, wall } from "../../../../test/kit/rules.ts";
import type { Act } from "../command.ts";
import { stateOf } from "../progress.ts";

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

  it("withdraws from the survivor a breach that the other's contact had forestalled", () => {
    const life = lifeUnder();
    life.does("2026-11-20 09:00", filing());
    life.sleepsUntil("2026-11-20 16:00");
    expect(life.record()).toContain("breached primer-contacto 2026-11-20 13:00");
    life.does("2026-11-20 16:30", {
      do: "absorb",
      from: "HD-0",
      received: wall("2026-11-20 10:00"),
      contacted: wall("2026-11-20 11:00"),
    });
    expect(life.record().slice(-2)).toEqual([
      "absorbed 2026-11-20 16:30",
      "revised breach-withdrawn 2026-11-20 16:30",
    ]);
    expect(life.ticket().recordedBreaches).toMatchObject([
      { clock: "primer-contacto", withdrawn: true },
    ]);
  });

  it("adds to the survivor a breach that its earlier start makes", () => {
    const life = lifeUnder();
    life.does("2026-11-20 11:00", filing());
    life.does("2026-11-20 12:00", { do: "contact", message: message(), how: "reply" });
    life.does("2026-11-20 16:30", {
      do: "absorb",
      from: "HD-0",
      received: wall("2026-11-19 10:00"),
      contacted: null,
    });
    expect(life.ticket().recordedBreaches).toEqual([
      {
        clock: "primer-contacto",
        round: 1,
        at: wall("2026-11-19 14:00"),
        deadline: wall("2026-11-19 14:00"),
        how: "late",
        withdrawn: false,
      },
    ]);
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
