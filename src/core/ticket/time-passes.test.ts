import { describe, expect, it } from "vitest";
import { codeOf, filing, lifeUnder, message, ximena } from "../../../test/kit/days.ts";
import { NIVELES, PORTAL } from "../../../test/kit/packs.ts";
import { AVANCE, clock, hours, SILENCIO, wall, wallOf } from "../../../test/kit/rules.ts";
import { processorTime } from "../../../test/kit/processor-time.ts";

describe("time passes over a ticket", () => {
  it("records the breach of first contact at its exact instant, however late it is noticed", () => {
    const life = lifeUnder();
    life.does("2026-11-20 17:00", filing());
    expect(wallOf(life.wakesAt())).toBe("2026-11-23 11:00");
    life.does("2026-11-27 16:00", { do: "pass" });
    expect(life.record()).toEqual([
      "filed 2026-11-20 17:00",
      "warned primer-contacto 2026-11-23 11:00",
      "breached primer-contacto 2026-11-23 12:00",
    ]);
    expect(life.events().map(({ recorded }) => wallOf(recorded))).toEqual([
      "2026-11-20 17:00",
      "2026-11-27 16:00",
      "2026-11-27 16:00",
    ]);
  });

  it("does nothing the second time", () => {
    const life = lifeUnder();
    life.does("2026-11-20 17:00", filing());
    life.does("2026-11-27 16:00", { do: "pass" });
    expect(life.does("2026-11-27 16:00", { do: "pass" }).events).toEqual([]);
    expect(life.does("2026-11-28 16:00", { do: "pass" }).events).toEqual([]);
  });

  it("records before an act what fell due before it", () => {
    const life = lifeUnder();
    life.does("2026-11-20 17:00", filing());
    life.does("2026-11-23 12:00:00.001", { do: "contact", message: message(), how: "reply" });
    expect(life.record().slice(1)).toEqual([
      "warned primer-contacto 2026-11-23 11:00",
      "breached primer-contacto 2026-11-23 12:00",
      "contacted 2026-11-23 12:00:00.001",
    ]);
  });

  it("lets an act at the very deadline meet it", () => {
    const life = lifeUnder();
    life.does("2026-11-20 17:00", filing());
    life.does("2026-11-23 12:00", { do: "contact", message: message(), how: "reply" });
    life.does("2026-11-23 12:01", { do: "pass" });
    expect(life.ticket().recordedBreaches).toEqual([]);
  });

  it("tells staff of a warning once, and not where the deadline is already over", () => {
    const awake = lifeUnder();
    awake.does("2026-11-20 17:00", filing());
    awake.sleepsUntil("2026-11-23 11:00");
    const warnings = awake.told().filter(({ moment }) => moment === "warned");
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({
      to: "staff",
      rule: null,
      clock: { id: "primer-contacto", round: 1, deadline: wall("2026-11-23 12:00") },
    });

    const down = lifeUnder();
    down.does("2026-11-20 17:00", filing());
    const { told } = down.does("2026-11-24 10:00", { do: "pass" });
    expect(told.map(({ moment }) => moment)).toEqual(["breached"]);
  });

  it("does not tell of a warning whose clock was met meanwhile", () => {
    const life = lifeUnder();
    life.does("2026-11-20 17:00", filing());
    const { told, events } = life.does("2026-11-23 11:30", {
      do: "contact",
      message: message(),
      how: "reply",
    });
    expect(events.map(({ fact }) => fact.type)).toEqual(["warned", "contacted"]);
    expect(told.map(({ moment }) => moment)).toEqual(["answered"]);
  });

  it("opens the telephone when its clock passes, and says so only once (RD-13)", () => {
    const life = lifeUnder(NIVELES);
    life.does("2026-11-20 17:00", filing());
    expect(
      codeOf(life.tries("2026-11-20 18:00", { do: "add", message: message("m1", "phone") })),
    ).toBe("channel-closed");
    life.does("2026-11-21 17:00", { do: "pass" });
    expect(life.ticket().opened).toEqual(["phone"]);
    expect(life.record()).toContain("opened 2026-11-21 17:00");
    life.does("2026-11-21 17:01", { do: "add", message: message("m1", "phone") });
    expect(life.record().filter((line) => line.startsWith("opened"))).toHaveLength(1);
  });

  it("tells the message that a clock's consequence names", () => {
    const rule = clock({ id: "aviso", then: [{ do: "tell", message: "lo-sentimos" }] });
    const life = lifeUnder({ ...PORTAL, clocks: [rule] });
    life.does("2026-11-20 17:00", filing());
    life.does("2026-11-23 12:00", { do: "pass" });
    const told = life.told().find(({ message }) => message === "lo-sentimos");
    expect(told).toMatchObject({ to: "client", moment: "passed", clock: { id: "aviso" } });
  });
});

describe("after weeks of downtime", () => {
  const hourly = {
    ...AVANCE,
    warn: [{ share: 0.5 }],
    every: { "*": [{ every: hours(1) }], bajo: [{ every: hours(1) }] },
  };
  const asleep = lifeUnder({ ...PORTAL, clocks: [hourly] });
  asleep.does("2026-11-23 09:00", filing());
  const awake = lifeUnder({ ...PORTAL, clocks: [hourly] });
  awake.does("2026-11-23 09:00", filing());

  it("every missed instant is recorded once, in order, as if nobody had slept", () => {
    const began = processorTime();
    const { told } = asleep.does("2026-12-11 18:00", { do: "pass" });
    expect(processorTime() - began).toBeLessThan(5_000);
    awake.sleepsUntil("2026-12-11 18:00");
    expect(asleep.record()).toEqual(awake.record());
    expect(asleep.events().length).toBeGreaterThan(200);
    expect(told.filter(({ moment }) => moment === "warned")).toEqual([]);
    expect(asleep.wakesAt()).toBe(awake.wakesAt());
  });
});

describe("silence", () => {
  const asked = "2026-11-23 10:00";
  const life = () => {
    const started = lifeUnder();
    started.does("2026-11-23 09:30", filing());
    started.does(asked, { do: "ask", message: message(), for: "client" });
    return started;
  };

  it("warns the client, then closes at its exact instant (RD-14)", () => {
    const quiet = life();
    quiet.sleepsUntil("2026-11-30 12:00");
    expect(quiet.record().slice(2)).toEqual([
      "warned silencio 2026-11-24 10:00",
      "passed silencio 2026-11-25 10:00",
      "closed by silence 2026-11-25 10:00",
    ]);
    expect(quiet.ticket().closed).toEqual({ at: wall("2026-11-25 10:00"), reason: "silence" });
    expect(quiet.wakesAt()).toBeNull();
    const told = quiet.told().map(({ moment, to }) => `${moment} ${to}`);
    expect(told).toEqual([
      "received client",
      "asked client",
      "warned-silence client",
      "closed client",
    ]);
  });

  it("is stopped by the client's message, and by an automatic one never", () => {
    const answered = life();
    answered.does("2026-11-24 11:00", { do: "add", message: message("m2") });
    answered.sleepsUntil("2026-12-10 12:00");
    expect(answered.ticket().closed).toBeNull();

    const away = life();
    away.does("2026-11-24 11:00", { do: "add", message: message("m2"), automatic: true });
    away.sleepsUntil("2026-12-10 12:00");
    expect(away.ticket().closed?.reason).toBe("silence");
  });

  it("starts again with a further message of the desk", () => {
    const again = life();
    again.does("2026-11-24 12:00", { do: "contact", message: message("m2"), how: "reply" });
    expect(again.ticket()).toMatchObject({ awaiting: "client", askedAt: wall("2026-11-24 12:00") });
    again.sleepsUntil("2026-11-26 11:59");
    expect(again.ticket().closed).toBeNull();
    again.sleepsUntil("2026-11-26 12:00");
    expect(again.ticket().closed?.at).toBe(wall("2026-11-26 12:00"));
  });

  it("does not close while the channels are unread, and looks again later", () => {
    const unread = life();
    const decided = unread.does(
      "2026-11-25 10:30",
      { do: "pass" },
      { readUpTo: "2026-11-25 09:00" },
    );
    expect(decided.ticket.closed).toBeNull();
    expect(decided.wakesAt).toBeGreaterThan(wall("2026-11-25 10:30"));
    unread.does("2026-11-25 10:31", { do: "pass" }, { readUpTo: "2026-11-25 10:30" });
    expect(unread.ticket().closed?.at).toBe(wall("2026-11-25 10:00"));
  });

  it("passes over no answer at the very instant at which it would close, told of at once or later", () => {
    const at = "2026-11-25 10:00";
    const prompt = life();
    prompt.does(at, { do: "add", message: message("m2") });
    const late = life();
    late.does("2026-11-25 10:20", { do: "add", message: message("m2") }, { at, readUpTo: at });
    for (const told of [prompt, late]) {
      expect(told.record().filter((line) => /^(passed|closed)/.test(line))).toEqual([]);
      expect(told.ticket()).toMatchObject({ closed: null, awaiting: null, recordedPasses: [] });
      expect(told.wakesAt()).not.toBeNull();
    }
  });

  it("does not close over an answer that came after the deadline and before it was recorded", () => {
    const slow = life();
    slow.does(
      "2026-11-25 10:05",
      { do: "add", message: message("m2") },
      { readUpTo: "2026-11-25 09:00" },
    );
    slow.does(
      "2026-11-25 10:06",
      { do: "ask", message: message("m3"), for: "client" },
      { readUpTo: "2026-11-25 09:00" },
    );
    slow.does("2026-11-25 10:10", { do: "pass" }, { readUpTo: "2026-11-25 10:10" });
    expect(slow.ticket().closed).toBeNull();
    expect(slow.ticket().awaiting).toBe("client");
  });

  it("does not tell the client of a warning when the term is already over", () => {
    const down = life();
    const { told } = down.does("2026-11-27 10:00", { do: "pass" });
    expect(told.map(({ moment }) => moment)).toEqual(["closed"]);
  });
});

describe("facts that arrive late", () => {
  it("withdraw a breach when a call logged afterwards was in time", () => {
    const life = lifeUnder();
    life.does("2026-11-20 17:00", filing());
    life.does("2026-11-23 13:00", { do: "pass" });
    expect(life.ticket().recordedBreaches).toHaveLength(1);
    life.does(
      "2026-11-23 13:30",
      { do: "contact", message: message("m1", "phone"), how: "call" },
      { at: "2026-11-23 11:00" },
    );
    expect(life.record().slice(-2)).toEqual([
      "contacted 2026-11-23 11:00",
      "revised breach-withdrawn 2026-11-23 13:30",
    ]);
    const [breach] = life.ticket().recordedBreaches;
    expect(breach).toMatchObject({ clock: "primer-contacto", withdrawn: true });
    const revised = life.events().at(-1);
    expect(revised?.fact).toMatchObject({ because: life.events().length - 1 });
    expect(revised?.by).toEqual({ kind: "desk" });
  });

  it("leave a breach where the call was late too", () => {
    const life = lifeUnder();
    life.does("2026-11-20 17:00", filing());
    life.does("2026-11-23 13:00", { do: "pass" });
    life.does(
      "2026-11-23 13:30",
      { do: "contact", message: message("m1", "phone"), how: "call" },
      { at: "2026-11-23 12:30" },
    );
    expect(life.ticket().recordedBreaches).toMatchObject([{ withdrawn: false }]);
  });

  it("withdraw a closing when the client's answer had arrived before the deadline", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
    life.sleepsUntil("2026-11-25 12:00");
    expect(life.ticket().closed?.reason).toBe("silence");
    life.does(
      "2026-11-25 13:00",
      { do: "add", message: message("m2") },
      { at: "2026-11-25 10:00" },
    );
    expect(life.record()).toContain("revised closing-withdrawn 2026-11-25 13:00");
    expect(life.ticket()).toMatchObject({ closed: null, awaiting: null });
    expect(life.ticket().trace.ended).toBeNull();
    expect(life.ticket().trace.moments.map(({ mark }) => mark)).not.toContain("closed");
    expect(life.wakesAt()).not.toBeNull();
  });

  it("file a new ticket where the answer came after the closing, or before the question", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
    life.sleepsUntil("2026-11-25 12:00");
    const after = life.tries(
      "2026-11-25 13:00",
      { do: "add", message: message("m2") },
      { at: "2026-11-25 10:00:00.001" },
    );
    expect(codeOf(after)).toBe("ticket-closed");
    const before = life.tries(
      "2026-11-25 13:00",
      { do: "add", message: message("m2") },
      { at: "2026-11-23 09:45" },
    );
    expect(codeOf(before)).toBe("ticket-closed");
  });

  it("stand where they happened: pauses are drawn anew", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
    life.does("2026-11-23 14:00", { do: "add", message: message("m3") });
    life.does(
      "2026-11-23 15:00",
      { do: "add", message: message("m2") },
      { at: "2026-11-23 11:00" },
    );
    expect(life.ticket().trace.pauses).toEqual([
      {
        reason: "waiting-for-client",
        from: wall("2026-11-23 10:00"),
        to: wall("2026-11-23 11:00"),
      },
    ]);
    const marks = life.ticket().trace.moments.filter(({ mark }) => mark === "client-said");
    expect(marks.map(({ at }) => wallOf(at))).toEqual(["2026-11-23 11:00", "2026-11-23 14:00"]);
  });

  it("are bounded: a call, two open dates back and no further; nothing else at all", () => {
    const life = lifeUnder();
    life.does("2026-11-16 17:00", filing());
    const call = { do: "contact", message: message("m1", "phone"), how: "call" } as const;
    const friday = "2026-11-20 13:00";
    expect(codeOf(life.tries(friday, call, { at: "2026-11-17 17:59" }))).toBe(
      "happened-too-long-ago",
    );
    expect(codeOf(life.tries(friday, { ...call, how: "reply" }, { at: "2026-11-20 12:59" }))).toBe(
      "late-not-allowed",
    );
    expect(
      codeOf(
        life.tries(friday, { do: "classify", severity: "critico" }, { at: "2026-11-20 12:59" }),
      ),
    ).toBe("late-not-allowed");
    life.does(friday, call, { at: "2026-11-18 09:00" });
    life.does(friday, { do: "log-attempt", outcome: "no-answer" }, { at: "2026-11-18 10:00" });
    expect(life.record()).toContain("contacted 2026-11-18 09:00");
  });

  it("never lie in the future nor before the ticket", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-23 10:00", { do: "add", message: message() }, { at: "2026-11-23 18:00" });
    life.does(
      "2026-11-23 10:01",
      { do: "add", message: message("m2") },
      { at: "2026-11-20 18:00" },
    );
    expect(life.record().slice(1)).toEqual(["added 2026-11-23 10:00", "added 2026-11-23 09:30"]);
  });

  it("are written after what is written already, even where the clock of the machine went back", () => {
    const life = lifeUnder();
    life.does("2026-11-23 10:00", filing());
    const { events } = life.does("2026-11-23 09:00", { do: "add", message: message() });
    expect(events[0]).toMatchObject({
      at: wall("2026-11-23 10:00"),
      recorded: wall("2026-11-23 10:00"),
    });
  });

  it("leave a contact logged late unable to answer what the client said later", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-23 11:00", { do: "add", message: message("m1") }, { by: ximena });
    life.does(
      "2026-11-23 12:00",
      { do: "contact", message: message("m2", "phone"), how: "call" },
      { at: "2026-11-23 10:00" },
    );
    expect(life.ticket().unansweredSince).toBe(wall("2026-11-23 11:00"));
  });
});

describe("the silence rule in hours", () => {
  it("closes at closing time and not at the next opening", () => {
    const rule = { ...SILENCIO, within: { "*": { limit: hours(8) } }, warn: [] };
    const life = lifeUnder({ ...PORTAL, clocks: [rule] });
    life.does("2026-11-23 09:30", filing());
    life.does("2026-11-23 10:00", { do: "ask", message: message(), for: "client" });
    life.sleepsUntil("2026-11-24 18:00");
    expect(wallOf(life.ticket().closed?.at)).toBe("2026-11-23 18:00");
  });
});
