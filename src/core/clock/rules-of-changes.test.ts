import { describe, expect, it } from "vitest";
import {
  clock,
  dueBy,
  elapsed,
  HOUR,
  OFICINA,
  hours,
  NOTHING,
  read,
  RESOLUCION,
  traceOf,
  wall,
  wallOf,
  watch,
} from "../../../test/kit/rules.ts";
import { calendarOf } from "../calendar/calendar.ts";
import { nextDue } from "./due.ts";
import { readClocks } from "./readings.ts";
import type { Trace } from "./trace.ts";

describe("rule 7: pauses", () => {
  const severities = [["critico", "2026-11-23 09:00"]] as const;

  it("each clock says which reasons pause it", () => {
    const trace = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities,
      pauses: [["waiting-for-third-party", "2026-11-23 10:00", null]],
    });
    expect(read(RESOLUCION, trace, "2026-11-23 11:00")).toMatchObject({
      status: "running",
      used: 2 * HOUR,
    });
  });

  it("overlaps are united", () => {
    const trace = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities,
      pauses: [
        ["waiting-for-client", "2026-11-23 10:00", "2026-11-23 12:00"],
        ["waiting-for-client", "2026-11-23 11:00", "2026-11-23 13:00"],
      ],
    });
    expect(read(RESOLUCION, trace, "2026-11-23 14:00").used).toBe(2 * HOUR);
  });

  it("they survive a change of severity", () => {
    const trace = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities: [...severities, ["medio-alto", "2026-11-23 11:00"]],
      pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 12:00"]],
    });
    const reading = read(RESOLUCION, trace, "2026-11-23 13:00");
    expect(reading.used).toBe(2 * HOUR);
    expect(wallOf(reading.limit)).toBe("2026-11-24 18:00");
  });

  it("a paused clock cannot breach, and shows what it would be if the pause ended now", () => {
    const trace = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities,
      pauses: [["waiting-for-client", "2026-11-23 10:00", null]],
    });
    const reading = read(RESOLUCION, trace, "2026-12-01 10:00");
    expect(reading).toMatchObject({ status: "paused", used: HOUR, breach: null });
    expect(wallOf(reading.limit)).toBe("2026-12-01 15:00");
    const until = { now: wall("2026-12-01 10:00"), readUpTo: null };
    expect(nextDue(watch(RESOLUCION, trace), NOTHING, until)).toBe(null);
  });

  it("a pause with an end that is known already wakes the clock after it", () => {
    const rule = clock({ pauses: ["scheduled"] });
    const trace = traceOf([["received", "2026-11-23 09:00"]], {
      pauses: [["scheduled", "2026-11-23 10:00", "2026-11-24 10:00"]],
    });
    const until = { now: wall("2026-11-23 11:00"), readUpTo: null };
    expect(read(rule, trace, "2026-11-23 11:00").status).toBe("paused");
    expect(wallOf(nextDue(watch(rule, trace), NOTHING, until)?.at)).toBe("2026-11-24 13:00");
  });
});

describe("rule 8: change of severity", () => {
  const contacted = [["contacted", "2026-11-23 09:00"]] as const;

  it("applies the new promise to the same accumulated time from the same start", () => {
    const trace = traceOf(contacted, {
      severities: [
        ["bajo", "2026-11-23 09:00"],
        ["critico", "2026-11-23 12:00"],
      ],
    });
    const reading = read(RESOLUCION, trace, "2026-11-23 13:00");
    expect(wallOf(reading.limit)).toBe("2026-11-23 15:00");
    expect(wallOf(reading.target)).toBe("2026-11-23 10:00");
    expect(reading.used).toBe(4 * HOUR);
  });

  it("already over the new limit: a breach at the change, reclassified, apart from late", () => {
    const trace = traceOf(contacted, {
      severities: [
        ["bajo", "2026-11-23 09:00"],
        ["critico", "2026-11-24 11:00"],
      ],
    });
    const reading = read(RESOLUCION, trace, "2026-11-24 11:00");
    expect(reading.status).toBe("missed");
    expect(reading.breach).toEqual({ at: wall("2026-11-24 11:00"), how: "reclassified" });
    expect(dueBy(RESOLUCION, trace, { now: "2026-11-24 11:00" })).toContain(
      "breach 2026-11-24 11:00",
    );
  });

  it("used up exactly, and long ago: reclassified; used up exactly now: it falls due now", () => {
    const rule = clock({ within: { a: { limit: hours(32) }, b: { limit: hours(1) } } });
    const filed = [["received", "2026-11-20 17:00"]] as const;
    const change = (at: string): Trace =>
      traceOf(filed, {
        severities: [
          ["a", "2026-11-20 17:00"],
          ["b", at],
        ],
      });
    expect(read(rule, change("2026-11-22 12:00"), "2026-11-22 12:00").breach).toEqual({
      at: wall("2026-11-22 12:00"),
      how: "reclassified",
    });
    expect(read(rule, change("2026-11-20 18:00"), "2026-11-20 18:00").breach).toEqual({
      at: wall("2026-11-20 18:00"),
      how: "late",
    });
  });

  it("lowering never erases a breach, which stays at its exact instant", () => {
    const trace = traceOf(contacted, {
      severities: [
        ["critico", "2026-11-23 09:00"],
        ["bajo", "2026-11-23 15:00:00.001"],
      ],
    });
    const reading = read(RESOLUCION, trace, "2026-11-25 09:00");
    expect(reading.status).toBe("missed");
    expect(reading.breach).toEqual({ at: wall("2026-11-23 15:00"), how: "late" });
    expect(wallOf(reading.limit)).toBe("2026-11-26 14:00");
  });

  it("a change while it is paused breaches when the clock goes on, unless taken back before", () => {
    const pauses = [["waiting-for-client", "2026-11-24 11:00", "2026-11-24 13:00"]] as const;
    const raised = [
      ["bajo", "2026-11-23 09:00"],
      ["critico", "2026-11-24 12:00"],
    ] as const;
    const trace = traceOf(contacted, { severities: raised, pauses });
    expect(read(RESOLUCION, trace, "2026-11-24 12:30").breach).toBe(null);
    expect(read(RESOLUCION, trace, "2026-11-24 13:00").breach).toEqual({
      at: wall("2026-11-24 13:00"),
      how: "reclassified",
    });
    const back = [...raised, ["bajo", "2026-11-24 13:00"]] as const;
    const taken = traceOf(contacted, { severities: back, pauses });
    expect(read(RESOLUCION, taken, "2026-11-24 14:00").breach).toBe(null);
  });

  it("each stretch is counted on the calendar that was in force", () => {
    const rule = clock({
      within: {
        a: { limit: hours(8) },
        b: { limit: hours(12, "guardia") },
        c: { limit: elapsed(20) },
      },
    });
    const filed = [["received", "2026-11-20 17:00"]] as const;
    const onGuard = traceOf(filed, {
      severities: [
        ["a", "2026-11-20 17:00"],
        ["b", "2026-11-20 20:00"],
      ],
    });
    // One office hour, then two until 22:00, six on Saturday, three on Monday from 7:00.
    expect(wallOf(read(rule, onGuard, "2026-11-20 21:00").limit)).toBe("2026-11-23 10:00");
    const byWall = traceOf(filed, {
      severities: [
        ["a", "2026-11-20 17:00"],
        ["c", "2026-11-20 20:00"],
      ],
    });
    expect(wallOf(read(rule, byWall, "2026-11-20 21:00").limit)).toBe("2026-11-21 15:00");
  });

  it("warns again of the new deadline, at the change if it has been overtaken", () => {
    const trace = traceOf(contacted, {
      severities: [
        ["bajo", "2026-11-23 09:00"],
        ["critico", "2026-11-23 12:00"],
        ["bajo", "2026-11-23 13:00"],
      ],
    });
    expect(dueBy(RESOLUCION, trace, { now: "2026-11-23 17:00" })).toEqual([
      "warning 2026-11-23 12:00",
      "warning 2026-11-23 15:00",
    ]);
  });
});

describe("rule 9: change of policy", () => {
  it("only the rules of the policy that binds it are read; pauses survive another version's", () => {
    const trace = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities: [["critico", "2026-11-23 09:00"]],
      pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 12:00"]],
    });
    const later = { ...RESOLUCION, within: { critico: { limit: hours(3) } } };
    expect(wallOf(read(RESOLUCION, trace, "2026-11-23 12:00").limit)).toBe("2026-11-23 17:00");
    expect(wallOf(read(later, trace, "2026-11-23 12:00").limit)).toBe("2026-11-23 14:00");
  });
});

describe("rule 10: change of calendar", () => {
  it("used time stays, the remainder counts on the new hours from the publication on", () => {
    const published = wall("2026-11-23 13:00");
    const changed = calendarOf({
      ...OFICINA,
      exceptions: [{ date: "2026-11-23", open: [], published, why: "Corte de luz" }],
    });
    const trace = traceOf([["received", "2026-11-23 10:00"]]);
    const watched = { ...watch(clock(), trace), calendars: () => changed };
    const reading = readClocks(watched, wall("2026-11-23 17:00"))[0];
    expect(reading?.used).toBe(3 * HOUR);
    expect(wallOf(reading?.limit)).toBe("2026-11-24 10:00");
    expect(wallOf(read(clock(), trace, "2026-11-23 12:00").limit)).toBe("2026-11-23 14:00");
  });
});
