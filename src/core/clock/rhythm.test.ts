import { describe, expect, it } from "vitest";
import {
  AVANCE,
  NOTHING,
  read,
  record,
  traceOf,
  wall,
  wallOf,
  watch,
} from "../../../test/kit/rules.ts";
import type { Trace } from "./trace.ts";
import { dueUpTo, nextDue } from "./due.ts";
import { explainClock } from "./explain.ts";
import { readClocks } from "./readings.ts";

const classified = ["classified", "2026-11-23 09:00"] as const;
const critico = [["critico", "2026-11-23 09:00"]] as const;

function rounds(trace: Trace, now: string): (string | null)[][] {
  return readClocks(watch(AVANCE, trace), wall(now)).map((r) => [
    wallOf(r.from),
    wallOf(r.limit),
    r.status,
  ]);
}

describe("the rhythm of periodic updates", () => {
  it("each round is kept by progress told, and the next starts there", () => {
    const trace = traceOf([classified, ["told.progress", "2026-11-23 09:40"]], {
      severities: critico,
    });
    expect(rounds(trace, "2026-11-23 10:00")).toEqual([
      ["2026-11-23 09:00", "2026-11-23 10:00", "met"],
      ["2026-11-23 09:40", "2026-11-23 10:40", "running"],
    ]);
  });

  it("slows down as the severity lasts, by the step at the start of each round", () => {
    const trace = traceOf([classified], { severities: critico });
    expect(rounds(trace, "2026-11-23 16:00").map(([, limit]) => limit)).toEqual([
      "2026-11-23 10:00",
      "2026-11-23 11:00",
      "2026-11-23 12:00",
      "2026-11-23 13:00",
      "2026-11-23 15:00",
      "2026-11-23 17:00",
    ]);
  });

  it("each round that is not kept is missed at its deadline, and recorded once", () => {
    const trace = traceOf([classified], { severities: critico });
    const until = { now: wall("2026-11-23 11:30"), readUpTo: null };
    const list = dueUpTo(watch(AVANCE, trace), NOTHING, until);
    expect(list.map((d) => [d.round, wallOf(d.at)])).toEqual([
      [1, "2026-11-23 10:00"],
      [2, "2026-11-23 11:00"],
    ]);
    expect(wallOf(nextDue(watch(AVANCE, trace), NOTHING, until)?.at)).toBe("2026-11-23 12:00");
  });

  it("progress told as a round starts does not keep it, nor end the rhythm", () => {
    const trace = traceOf([classified, ["told.progress", "2026-11-23 09:00"]], {
      severities: critico,
    });
    expect(rounds(trace, "2026-11-23 10:30")).toEqual([
      ["2026-11-23 09:00", "2026-11-23 10:00", "missed"],
      ["2026-11-23 10:00", "2026-11-23 11:00", "running"],
    ]);
  });

  it("rule 8: a change of severity starts it again", () => {
    const trace = traceOf([classified], {
      severities: [...critico, ["medio-alto", "2026-11-23 09:30"]],
    });
    expect(rounds(trace, "2026-11-23 12:00")).toEqual([
      ["2026-11-23 09:00", "2026-11-23 10:00", "cancelled"],
      ["2026-11-23 09:30", "2026-11-23 13:30", "running"],
    ]);
  });

  it("rule 2: a change of severity exactly at the deadline comes before it", () => {
    const trace = traceOf([classified], {
      severities: [...critico, ["medio-alto", "2026-11-23 10:00"]],
    });
    expect(rounds(trace, "2026-11-23 10:30").map(([, , status]) => status)).toEqual([
      "cancelled",
      "running",
    ]);
  });

  it("progress told exactly at the deadline keeps the round", () => {
    const trace = traceOf([classified, ["told.progress", "2026-11-23 10:00"]], {
      severities: critico,
    });
    expect(rounds(trace, "2026-11-23 10:30")[0]?.[2]).toBe("met");
  });

  it("waiting for the client pauses it; a solution ends it until it is undone", () => {
    const waiting = traceOf([classified], {
      severities: critico,
      pauses: [["waiting-for-client", "2026-11-23 09:30", null]],
    });
    expect(rounds(waiting, "2026-11-24 10:00")).toEqual([
      ["2026-11-23 09:00", "2026-11-24 10:30", "paused"],
    ]);
    const solved = traceOf([classified, ["solved", "2026-11-23 09:30"]], { severities: critico });
    expect(read(AVANCE, solved, "2026-11-24 10:00")).toMatchObject({
      status: "met",
      provisional: true,
    });
    const undone = traceOf(
      [classified, ["solved", "2026-11-23 09:30"], ["reopened", "2026-11-23 17:00"]],
      { severities: critico },
    );
    expect(wallOf(read(AVANCE, undone, "2026-11-23 17:10").limit)).toBe("2026-11-23 17:30");
  });

  it("a severity without steps has no rounds, until it changes", () => {
    const trace = traceOf([classified], {
      severities: [
        ["otra", "2026-11-23 09:00"],
        ["critico", "2026-11-23 12:00"],
      ],
    });
    expect(rounds(trace, "2026-11-23 11:00")).toEqual([[null, null, "idle"]]);
    expect(rounds(trace, "2026-11-23 12:30")).toEqual([
      ["2026-11-23 12:00", "2026-11-23 13:00", "running"],
    ]);
  });

  it("open dates as a step", () => {
    const trace = traceOf([["classified", "2026-11-13 11:00"]], {
      severities: [["bajo", "2026-11-13 11:00"]],
    });
    expect(rounds(trace, "2026-11-13 12:00")[0]?.[1]).toBe("2026-11-17 11:00");
  });
});

describe("the rhythm at its edges", () => {
  const statuses = (trace: Trace, now: string): string[] =>
    rounds(trace, now).map(([from, , status]) => `${from} ${status}`);

  it("rule 2: the round is missed at its very deadline, and the next starts there, not before", () => {
    const trace = traceOf([classified], { severities: critico });
    expect(statuses(trace, "2026-11-23 09:59:59.999")).toEqual(["2026-11-23 09:00 running"]);
    expect(statuses(trace, "2026-11-23 10:00")).toEqual([
      "2026-11-23 09:00 missed",
      "2026-11-23 10:00 running",
    ]);
  });

  it("ends with the solution or with the ticket at the very deadline, which breaks nothing", () => {
    const solved = traceOf([classified, ["solved", "2026-11-23 10:00"]], { severities: critico });
    expect(statuses(solved, "2026-11-23 12:00")).toEqual(["2026-11-23 09:00 met"]);
    const ended = traceOf([classified], {
      severities: critico,
      ended: ["closed", "2026-11-23 10:00"],
    });
    expect(statuses(ended, "2026-11-23 12:00")).toEqual(["2026-11-23 09:00 cancelled"]);
    const late = traceOf([classified, ["solved", "2026-11-23 10:00:00.001"]], {
      severities: critico,
    });
    expect(statuses(late, "2026-11-23 12:00")).toEqual([
      "2026-11-23 09:00 missed",
      "2026-11-23 10:00 met",
    ]);
  });

  it("solved before the ticket closes, it is met and final; closed unsolved, it is cancelled", () => {
    const solved = traceOf([classified, ["solved", "2026-11-23 09:30"]], {
      severities: critico,
      ended: ["closed", "2026-11-23 09:45"],
    });
    expect(read(AVANCE, solved, "2026-11-24 12:00")).toMatchObject({
      status: "met",
      stopped: wall("2026-11-23 09:30"),
      provisional: false,
    });
  });

  it("a change of severity before it starts, or at its start, starts nothing twice", () => {
    const trace = traceOf([classified], {
      severities: [
        ["bajo", "2026-11-20 09:00"],
        ["medio-alto", "2026-11-23 09:00"],
        ["critico", "2026-11-23 09:00"],
      ],
    });
    expect(rounds(trace, "2026-11-23 09:30")).toEqual([
      ["2026-11-23 09:00", "2026-11-23 10:00", "running"],
    ]);
  });

  it("counts how long the severity has lasted on the wall clock, where that is its time", () => {
    const hour = { unit: "elapsed", ms: 3_600_000 } as const;
    const plain = {
      ...AVANCE,
      calendar: null,
      every: {
        "*": [{ every: hour, until: 2 * 3_600_000 }, { every: { ...hour, ms: 10 * 3_600_000 } }],
      },
    };
    const trace = traceOf([["classified", "2026-11-22 23:00"]], {
      severities: [["critico", "2026-11-22 23:00"]],
    });
    const limits = readClocks(watch(plain, trace), wall("2026-11-23 09:00")).map((r) =>
      wallOf(r.limit),
    );
    // The second round starts an hour in; the third at two hours, which are not under two any more.
    expect(limits).toEqual(["2026-11-23 00:00", "2026-11-23 01:00", "2026-11-23 11:00"]);
  });

  it("one rhythm may be for all severities, and where its last step is over it has no more rounds", () => {
    const step = { unit: "hours", ms: 3_600_000, calendar: "oficina" } as const;
    const brief = { ...AVANCE, every: { "*": [{ every: step, until: 2 * 3_600_000 }] } };
    const severities = [...critico, ["bajo", "2026-11-23 16:00"]] as const;
    const lived = (trace: Trace, now: string): string[] =>
      readClocks(watch(brief, trace), wall(now)).map((r) => `${wallOf(r.from)} ${r.status}`);
    const two = ["2026-11-23 09:00 missed", "2026-11-23 10:00 missed"];
    const trace = traceOf([classified], { severities: critico });
    expect(lived(trace, "2026-11-24 17:00")).toEqual(two);
    expect(
      nextDue(watch(brief, trace), NOTHING, { now: wall("2026-11-23 11:00"), readUpTo: null }),
    ).toBeNull();
    expect(lived(traceOf([classified], { severities }), "2026-11-23 16:30")).toEqual([
      ...two,
      "2026-11-23 16:00 running",
    ]);
    const ended = traceOf([classified], { severities, ended: ["closed", "2026-11-23 16:00"] });
    expect(lived(ended, "2026-11-23 16:30")).toEqual(two);
  });

  it("is numbered from one, round by round, and each is recorded by its own deadline", () => {
    const trace = traceOf([classified, ["told.progress", "2026-11-23 11:30"]], {
      severities: critico,
    });
    expect(
      readClocks(watch(AVANCE, trace), wall("2026-11-23 12:00")).map(
        (r) => `${r.round} ${r.status}`,
      ),
    ).toEqual(["1 missed", "2 missed", "3 met", "4 running"]);
    const until = { now: wall("2026-11-23 12:00"), readUpTo: null };
    const first = dueUpTo(watch(AVANCE, trace), NOTHING, until);
    const recorded = {
      ...NOTHING,
      recordedBreaches: record(NOTHING, first.slice(0, 1)).recordedBreaches,
    };
    expect(dueUpTo(watch(AVANCE, trace), recorded, until).map((d) => wallOf(d.at))).toEqual([
      "2026-11-23 11:00",
    ]);
  });

  it("of several words of progress the first keeps the round, the next the round that it began", () => {
    const trace = traceOf(
      [
        classified,
        ["told.progress", "2026-11-23 09:20"],
        ["told.progress", "2026-11-23 09:50"],
        ["told.progress", "2026-11-23 10:05"],
      ],
      { severities: critico },
    );
    expect(statuses(trace, "2026-11-23 10:10")).toEqual([
      "2026-11-23 09:00 met",
      "2026-11-23 09:20 met",
      "2026-11-23 09:50 met",
      "2026-11-23 10:05 running",
    ]);
  });

  it("counts how long the severity has lasted in its own hours: a night is nothing", () => {
    const trace = traceOf([["classified", "2026-11-20 17:00"]], {
      severities: [["critico", "2026-11-20 17:00"]],
    });
    expect(rounds(trace, "2026-11-23 14:30").map(([, limit]) => limit)).toEqual([
      "2026-11-20 18:00",
      "2026-11-23 10:00",
      "2026-11-23 11:00",
      "2026-11-23 12:00",
      "2026-11-23 14:00",
      "2026-11-23 16:00",
    ]);
  });

  it("each round is explained under the severity that it began with", () => {
    const trace = traceOf([classified], { severities: critico });
    const found = explainClock(
      watch(AVANCE, trace),
      { clock: AVANCE.id, policy: 1, round: 1 },
      wall("2026-11-23 11:30"),
    );
    expect(found).toMatchObject({ round: 1, severity: "critico", within: null, status: "missed" });
    expect(found?.segments).toMatchObject([{ severity: "critico", why: "open", used: 3_600_000 }]);
  });
});
