import { describe, expect, it } from "vitest";
import {
  dueBy,
  HOUR,
  NOTHING,
  PRIMER_CONTACTO,
  read,
  RESOLUCION,
  SIGUIENTE,
  traceOf,
  wall,
  wallOf,
  watch,
} from "../../../test/kit/rules.ts";
import { nextDue } from "./due.ts";
import { mergeTraces } from "./merge.ts";
import { readClocks } from "./readings.ts";

describe("rule 13: reopening", () => {
  const severities = [["critico", "2026-11-23 09:00"]] as const;

  it("the same clock goes on, and the time spent solved is not counted", () => {
    const trace = traceOf(
      [
        ["contacted", "2026-11-23 09:00"],
        ["solved", "2026-11-23 11:00"],
        ["reopened", "2026-11-24 10:00"],
      ],
      { severities },
    );
    const reading = read(RESOLUCION, trace, "2026-11-24 12:00");
    expect(reading).toMatchObject({ status: "running", used: 4 * HOUR, stopped: null, round: 1 });
    expect(wallOf(reading.limit)).toBe("2026-11-24 14:00");
  });

  it("thanks do not reopen", () => {
    const trace = traceOf(
      [
        ["contacted", "2026-11-23 09:00"],
        ["solved", "2026-11-23 11:00"],
        ["client-said", "2026-11-24 10:00"],
      ],
      { severities },
    );
    expect(read(RESOLUCION, trace, "2026-11-26 12:00").status).toBe("met");
  });

  it("solved again after a reopening stops it again; a breach in between stays", () => {
    const trace = traceOf(
      [
        ["contacted", "2026-11-23 09:00"],
        ["solved", "2026-11-23 11:00"],
        ["reopened", "2026-11-23 12:00"],
        ["solved", "2026-11-23 17:00"],
      ],
      { severities },
    );
    const reading = read(RESOLUCION, trace, "2026-11-26 12:00");
    expect(reading.breach).toEqual({ at: wall("2026-11-23 16:00"), how: "late" });
    expect(reading.stopped).toBe(wall("2026-11-23 17:00"));
  });

  it("a clock that starts when the ticket is solved already stops as it starts", () => {
    const trace = traceOf(
      [
        ["solved", "2026-11-23 09:00"],
        ["contacted", "2026-11-23 10:00"],
      ],
      { severities },
    );
    expect(read(RESOLUCION, trace, "2026-11-26 12:00")).toMatchObject({
      status: "met",
      used: 0,
      stopped: wall("2026-11-23 10:00"),
    });
  });

  it("a first-contact clock is not started again by a reopening", () => {
    const trace = traceOf([
      ["received", "2026-11-23 09:00"],
      ["contacted", "2026-11-23 10:00"],
      ["solved", "2026-11-23 11:00"],
      ["reopened", "2026-11-24 10:00"],
    ]);
    expect(read(PRIMER_CONTACTO, trace, "2026-11-26 12:00")).toMatchObject({
      status: "met",
      used: HOUR,
    });
  });
});

describe("rule 14: next reply, and what ends without measure", () => {
  it("starts at the first message not yet answered, and each answer ends a round", () => {
    const trace = traceOf([
      ["client-said", "2026-11-23 09:00"],
      ["client-said", "2026-11-23 10:00"],
      ["told", "2026-11-23 12:00"],
      ["told", "2026-11-23 12:30"],
      ["client-said", "2026-11-23 16:00"],
    ]);
    const readings = readClocks(watch(SIGUIENTE, trace), wall("2026-11-23 17:00"));
    expect(readings.map((r) => [r.round, wallOf(r.from), r.status, wallOf(r.limit)])).toEqual([
      [1, "2026-11-23 09:00", "met", "2026-11-23 13:00"],
      [2, "2026-11-23 16:00", "running", "2026-11-24 11:00"],
    ]);
  });

  it("withdrawn and spam end clocks as cancelled, neither met nor missed", () => {
    const trace = traceOf([["received", "2026-11-20 17:00"]], {
      ended: ["cancelled", "2026-11-23 10:00"],
    });
    expect(read(PRIMER_CONTACTO, trace, "2026-11-30 10:00")).toMatchObject({
      status: "cancelled",
      breach: null,
    });
    expect(dueBy(PRIMER_CONTACTO, trace, { now: "2026-11-30 10:00" })).toEqual([]);
  });

  it("a breach from before the end does not vanish with it", () => {
    const trace = traceOf([["received", "2026-11-20 17:00"]], {
      ended: ["cancelled", "2026-11-23 14:00"],
    });
    expect(read(PRIMER_CONTACTO, trace, "2026-11-30 10:00").status).toBe("missed");
  });
});

describe("rule 15: merge and split", () => {
  const survivor = traceOf([["received", "2026-11-23 11:00"]], {
    pauses: [["waiting-for-client", "2026-11-23 13:00", "2026-11-23 14:00"]],
  });

  it("the earliest start wins, and the earliest contact in either stops first contact", () => {
    const other = traceOf([
      ["received", "2026-11-23 09:00"],
      ["contacted", "2026-11-23 12:00"],
    ]);
    const merged = mergeTraces(survivor, other, 9);
    expect(read(PRIMER_CONTACTO, merged, "2026-11-23 15:00")).toMatchObject({
      from: wall("2026-11-23 09:00"),
      stopped: wall("2026-11-23 12:00"),
      used: 3 * HOUR,
    });
    expect(merged.moments.map((m) => [m.mark, m.seq])).toEqual([
      ["received", 9],
      ["received", 1],
      ["contacted", 9],
    ]);
  });

  it("a later start and a later contact change nothing", () => {
    const contacted = traceOf([
      ["received", "2026-11-23 09:00"],
      ["contacted", "2026-11-23 10:00"],
    ]);
    const other = traceOf([
      ["received", "2026-11-23 09:30"],
      ["contacted", "2026-11-23 10:30"],
    ]);
    expect(mergeTraces(contacted, other, 9)).toEqual(contacted);
  });

  it("a contact that neither had is not made, and the earliest may come before the start", () => {
    const plain = traceOf([["received", "2026-11-23 10:00"]]);
    expect(mergeTraces(survivor, plain, 9).moments.map((m) => m.mark)).toEqual([
      "received",
      "received",
    ]);
    const known = traceOf([
      ["contacted", "2026-11-23 08:00"],
      ["received", "2026-11-23 09:00"],
    ]);
    expect(mergeTraces(survivor, known, 9).moments.map((m) => m.mark)).toEqual([
      "contacted",
      "received",
      "received",
    ]);
  });

  it("the survivor's pauses count", () => {
    const paused = { ...PRIMER_CONTACTO, pauses: ["waiting-for-client"] as const };
    const other = traceOf([["received", "2026-11-23 10:00"]], {
      pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 17:00"]],
    });
    const reading = read(paused, mergeTraces(survivor, other, 9), "2026-11-23 14:30");
    expect(wallOf(reading.limit)).toBe("2026-11-23 15:00");
  });

  it("the other's clocks end as merged", () => {
    const other = traceOf([["received", "2026-11-23 09:00"]], {
      ended: ["merged", "2026-11-23 11:30"],
    });
    expect(read(PRIMER_CONTACTO, other, "2026-11-30 10:00")).toMatchObject({
      status: "merged",
      breach: null,
    });
  });

  it("a trace that was never received cannot be merged", () => {
    expect(() => mergeTraces(survivor, traceOf([]), 9)).toThrow(/never received/);
  });

  it("split: the child's clock starts when the split message arrived", () => {
    const child = traceOf([["received", "2026-11-23 09:30"]]);
    expect(wallOf(read(PRIMER_CONTACTO, child, "2026-11-23 17:00").from)).toBe("2026-11-23 09:30");
  });
});

describe("rule 16: incomplete imported history is not measured, never met", () => {
  const trace = traceOf(
    [
      ["received", "2026-11-20 17:00"],
      ["contacted", "2026-11-20 17:10"],
    ],
    { incomplete: true },
  );

  it("whatever it says", () => {
    for (const rule of [PRIMER_CONTACTO, RESOLUCION, SIGUIENTE]) {
      expect(read(rule, trace, "2026-11-30 10:00")).toMatchObject({
        status: "not-measured",
        limit: null,
        breach: null,
      });
    }
  });

  it("its start is shown, and one that has not started is not measured either", () => {
    const reading = read(PRIMER_CONTACTO, trace, "2026-11-30 10:00");
    expect(reading).toMatchObject({ round: 1, from: wall("2026-11-20 17:00"), used: 0 });
    const unsolved = { ...RESOLUCION, from: ["solved"] as const };
    expect(read(unsolved, trace, "2026-11-30 10:00")).toMatchObject({
      status: "not-measured",
      round: 1,
      from: null,
    });
    const measured = { ...trace, incomplete: false };
    expect(read(unsolved, measured, "2026-11-30 10:00")).toMatchObject({
      status: "idle",
      round: 1,
      limit: null,
      used: 0,
      warnings: [],
      provisional: false,
    });
  });

  it("and nothing falls due of it", () => {
    const until = { now: wall("2026-11-20 17:05"), readUpTo: null };
    expect(dueBy(RESOLUCION, trace, { now: "2026-12-30 10:00" })).toEqual([]);
    expect(nextDue(watch(RESOLUCION, trace), NOTHING, until)).toBe(null);
  });
});
