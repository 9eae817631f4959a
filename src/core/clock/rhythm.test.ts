import { describe, expect, it } from "vitest";
import { AVANCE, NOTHING, read, traceOf, wall, wallOf, watch } from "../../../test/kit/rules.ts";
import type { Trace } from "./trace.ts";
import { dueUpTo, nextDue } from "./due.ts";
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
