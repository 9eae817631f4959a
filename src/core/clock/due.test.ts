import { describe, expect, it } from "vitest";
import {
  clock,
  NOTHING,
  PRIMER_CONTACTO,
  record,
  SIGUIENTE,
  SILENCIO,
  traceOf,
  wall,
  wallOf,
  watch,
} from "../../../test/kit/rules.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import type { Due } from "./clock.ts";
import { dueUpTo, nextDue, nextWake } from "./due.ts";
import { readClocks } from "./readings.ts";
import type { Trace } from "./trace.ts";

const filed = traceOf([["received", "2026-11-20 17:00"]]);
const until = (now: string) => ({ now: wall(now), readUpTo: null });
const named = (due: Due | null): string | null => due && `${due.clock} ${due.due}`;

describe("rule 12: what falls due at one instant", () => {
  const opens = clock({ id: "abre", then: [{ do: "open", channel: "phone" }] });
  const plain = clock({ id: "simple" });
  const warns = clock({
    id: "avisa",
    within: { "*": { limit: { ...limitOf(), ms: 5 * 3_600_000 } } },
    warn: [{ before: limitOf(1) }],
  });
  const rules = [opens, plain, warns];

  function limitOf(n = 4) {
    return { unit: "hours", ms: n * 3_600_000, calendar: "oficina" } as const;
  }

  it("is recorded as warnings, breaches, passings, each in the order of the policy", () => {
    expect(dueUpTo(watch(rules, filed), NOTHING, until("2026-11-23 12:00")).map(named)).toEqual([
      "avisa warning",
      "abre breach",
      "simple breach",
      "abre passing",
    ]);
  });

  it("says of a breach its deadline and how it came, of a passing its deadline", () => {
    const at = wall("2026-11-23 12:00");
    const found = { at, deadline: at, clock: "abre", round: 1 };
    expect(dueUpTo(watch(opens, filed), NOTHING, until("2026-11-24 12:00"))).toEqual([
      { due: "breach", how: "late", ...found },
      { due: "passing", ...found },
    ]);
  });

  it("a warning that a change of severity gives again is another: each is recorded once", () => {
    const rule = clock({
      within: { a: { limit: limitOf(8) }, b: { limit: limitOf(4) } },
      warn: [{ before: limitOf(1) }],
    });
    const trace = traceOf([["received", "2026-11-23 09:00"]], {
      severities: [
        ["a", "2026-11-23 09:00"],
        ["b", "2026-11-23 09:30"],
        ["a", "2026-11-23 12:30"],
      ],
    });
    const now = until("2026-11-23 16:30");
    const both = dueUpTo(watch(rule, trace), NOTHING, now);
    expect(both.map(({ at }) => wallOf(at))).toEqual(["2026-11-23 12:00", "2026-11-23 16:00"]);
    const first = record(NOTHING, both.slice(0, 1));
    expect(dueUpTo(watch(rule, trace), first, now)).toEqual(both.slice(1));
    expect(dueUpTo(watch(rule, trace), record(NOTHING, both), now)).toEqual([]);
  });

  it("is next as its first, and once all of that is recorded the next is later", () => {
    const before = until("2026-11-23 11:59");
    expect(named(nextDue(watch(rules, filed), NOTHING, before))).toBe("avisa warning");
    expect(named(nextDue(watch([opens, plain], filed), NOTHING, before))).toBe("abre breach");
    expect(named(nextDue(watch([plain, opens], filed), NOTHING, before))).toBe("simple breach");
    const at = until("2026-11-23 12:00");
    const recorded = record(NOTHING, dueUpTo(watch(rules, filed), NOTHING, at));
    expect(wallOf(nextDue(watch(rules, filed), recorded, at)?.at)).toBe("2026-11-23 13:00");
  });

  it("is not what falls due a millisecond later", () => {
    expect(dueUpTo(watch(plain, filed), NOTHING, until("2026-11-23 11:59:59.999"))).toEqual([]);
    expect(
      wallOf(nextDue(watch(plain, filed), NOTHING, until("2026-11-23 12:00"))?.at ?? null),
    ).toBe(null);
  });
});

describe("what is next of a clock with many rounds, or with one", () => {
  const next = (rule: ClockRule, trace: Trace, now: string): string | null =>
    wallOf(nextDue(watch(rule, trace), NOTHING, until(now))?.at);

  it("one that runs once is started again by nothing", () => {
    const trace = traceOf([
      ["received", "2026-11-23 09:00"],
      ["received", "2026-11-23 10:00"],
      ["told", "2026-11-23 11:00"],
    ]);
    expect(next(clock(), trace, "2026-11-23 11:30")).toBe("2026-11-23 13:00");
  });

  it("the next reply counts from the first message that is not answered, however many follow", () => {
    const trace = traceOf([
      ["client-said", "2026-11-23 09:00"],
      ["client-said", "2026-11-23 10:00"],
      ["assigned", "2026-11-23 10:10"],
    ]);
    expect(next(SIGUIENTE, trace, "2026-11-23 11:00")).toBe("2026-11-23 13:00");
    const [reading] = readClocks(watch(SIGUIENTE, trace), wall("2026-11-23 11:00"));
    expect(reading).toMatchObject({ round: 1, status: "running", stopped: null });
  });

  it("an answer before any message is the answer to none", () => {
    const trace = traceOf([
      ["told", "2026-11-23 09:00"],
      ["client-said", "2026-11-23 10:00"],
    ]);
    expect(next(SIGUIENTE, trace, "2026-11-23 11:00")).toBe("2026-11-23 14:00");
  });

  it("a message at the instant at which the ticket ends starts no round", () => {
    const said = [["client-said", "2026-11-23 10:00"]] as const;
    const ended = traceOf(said, { ended: ["closed", "2026-11-23 10:00"] });
    expect(readClocks(watch(SIGUIENTE, ended), wall("2026-11-24 10:00"))).toMatchObject([
      { status: "idle" },
    ]);
    const open = traceOf(said, { ended: ["closed", "2026-11-23 10:00:00.001"] });
    expect(readClocks(watch(SIGUIENTE, open), wall("2026-11-24 10:00"))).toMatchObject([
      { status: "cancelled", breach: null },
    ]);
  });

  it("nothing is next of what ended, was never measured or has no promise", () => {
    const ended = { ...filed, ended: { at: wall("2026-11-20 17:30"), how: "closed" } } as const;
    expect(next(PRIMER_CONTACTO, ended, "2026-11-20 17:40")).toBeNull();
    expect(next(PRIMER_CONTACTO, ended, "2026-11-20 17:20")).not.toBeNull();
    expect(next(PRIMER_CONTACTO, { ...filed, incomplete: true }, "2026-11-20 17:20")).toBeNull();
    expect(next(clock({ within: {} }), filed, "2026-11-20 17:20")).toBeNull();
  });
});

describe("rule 3: the wake-up of what is held back", () => {
  const asked = traceOf([["asked", "2026-11-23 10:00"]]);
  const rule = { ...SILENCIO, warn: [] };
  const wake = (now: string, readUpTo: string | null): number | null =>
    nextWake(watch(rule, asked), NOTHING, {
      now: wall(now),
      readUpTo: readUpTo === null ? null : wall(readUpTo),
    });

  it("is in a minute from the very instant on at which silence passes unread", () => {
    const passes = wall("2026-11-25 10:00");
    expect(wake("2026-11-25 09:59:59.999", "2026-11-25 09:00")).toBe(passes);
    expect(wake("2026-11-25 10:00", "2026-11-25 09:59:59.999")).toBe(passes + 60_000);
    expect(wake("2026-11-25 10:00", "2026-11-25 10:00")).toBeNull();
    expect(wake("2026-11-25 10:30", "2026-11-25 10:00")).toBeNull();
    expect(wake("2026-11-25 10:30", null)).toBeNull();
  });

  it("is sooner where something else falls due within that minute", () => {
    const soon = clock({
      id: "pronto",
      from: ["received"],
      within: { "*": { limit: { unit: "elapsed", ms: 30_000 } } },
    });
    const both = traceOf([
      ["asked", "2026-11-23 10:00"],
      ["received", "2026-11-25 10:00"],
    ]);
    const unread = { now: wall("2026-11-25 10:00"), readUpTo: wall("2026-11-25 09:00") };
    expect(nextWake(watch([rule, soon], both), NOTHING, unread)).toBe(
      wall("2026-11-25 10:00") + 30_000,
    );
  });
});

describe("what a limit that is no promise comes to (RD-13)", () => {
  const opens = clock({ breach: false, then: [{ do: "open", channel: "phone" }] });

  it("is passed, never missed: nothing is late, and what follows from it falls due", () => {
    expect(readClocks(watch(opens, filed), wall("2026-11-23 12:00"))).toMatchObject([
      { status: "passed", breach: null },
    ]);
    const dues = dueUpTo(watch(opens, filed), NOTHING, until("2026-11-30 12:00"));
    expect(dues.map((due) => `${due.due} ${wallOf(due.at)}`)).toEqual(["passing 2026-11-23 12:00"]);
  });

  it("of the client's own clock is no breach of the desk either", () => {
    const theirs = clock({ against: "client", then: [{ do: "tell", message: "aviso" }] });
    const dues = dueUpTo(watch(theirs, filed), NOTHING, until("2026-11-30 12:00"));
    expect(dues.map(named)).toEqual(["reloj passing"]);
  });

  it("without anything that follows is nothing to record", () => {
    const idle = clock({ breach: false });
    expect(dueUpTo(watch(idle, filed), NOTHING, until("2026-11-30 12:00"))).toEqual([]);
  });
});
