import { describe, expect, it } from "vitest";
import {
  ATENCION,
  clock,
  dates,
  dueBy,
  elapsed,
  HOUR,
  hours,
  NOTHING,
  OFICINA,
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

const contacted = ["contacted", "2026-11-23 09:00"] as const;
const critico = [["critico", "2026-11-23 09:00"]] as const;

describe("rule 7: pauses of any place", () => {
  it("one from before the clock's start takes nothing away", () => {
    const trace = traceOf([contacted], {
      severities: critico,
      pauses: [["waiting-for-client", "2026-11-20 10:00", "2026-11-20 12:00"]],
    });
    const reading = read(RESOLUCION, trace, "2026-11-23 10:00");
    expect([reading.used, wallOf(reading.limit)]).toEqual([HOUR, "2026-11-23 15:00"]);
  });

  it("one that holds the clock's start moves it to its own end", () => {
    const trace = traceOf([contacted], {
      severities: critico,
      pauses: [["waiting-for-client", "2026-11-20 10:00", "2026-11-23 10:00"]],
    });
    const reading = read(RESOLUCION, trace, "2026-11-23 11:00");
    expect([reading.used, wallOf(reading.limit)]).toEqual([HOUR, "2026-11-23 16:00"]);
  });

  it("it is paused from the very instant at which the pause begins, and runs from that at which it ends", () => {
    const trace = traceOf([contacted], {
      severities: critico,
      pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 11:00"]],
    });
    const statusAt = (now: string): string => read(RESOLUCION, trace, now).status;
    expect(
      ["2026-11-23 09:59:59.999", "2026-11-23 10:00", "2026-11-23 10:59:59.999"].map(statusAt),
    ).toEqual(["running", "paused", "paused"]);
    expect(statusAt("2026-11-23 11:00")).toBe("running");
  });

  it("one that begins later is not looked at, even where the record knows it already", () => {
    const trace = traceOf([contacted], {
      severities: critico,
      pauses: [
        ["waiting-for-client", "2026-11-23 10:00", "2026-11-23 11:00"],
        ["waiting-for-client", "2026-11-23 13:00", "2026-11-23 14:00"],
      ],
    });
    const rule = { ...RESOLUCION, warn: [] };
    const due = (now: string) =>
      nextDue(watch(rule, trace), NOTHING, { now: wall(now), readUpTo: null })?.at;
    expect(wallOf(due("2026-11-23 12:00"))).toBe("2026-11-23 16:00");
    expect(wallOf(due("2026-11-23 13:00"))).toBe("2026-11-23 17:00");
  });
});

describe("rule 8: the change of severity at its edges", () => {
  it("over the new limit while it is paused without an end: no breach until it goes on", () => {
    const trace = traceOf([contacted], {
      severities: [
        ["bajo", "2026-11-23 09:00"],
        ["critico", "2026-11-24 12:00"],
      ],
      pauses: [["waiting-for-client", "2026-11-24 11:00", null]],
    });
    expect(read(RESOLUCION, trace, "2026-12-24 12:00")).toMatchObject({
      status: "paused",
      breach: null,
    });
    expect(dueBy({ ...RESOLUCION, warn: [] }, trace, { now: "2026-12-24 12:00" })).toEqual([]);
  });

  it("of two at one instant the last stands", () => {
    const trace = traceOf([contacted], {
      severities: [...critico, ["medio-alto", "2026-11-23 10:00"], ["bajo", "2026-11-23 10:00"]],
    });
    const reading = read(RESOLUCION, trace, "2026-11-24 11:00");
    expect([reading.status, wallOf(reading.limit)]).toEqual(["running", "2026-11-26 14:00"]);
  });

  it("at the instant at which it stops it shows the new promise, and breaks none", () => {
    const trace = traceOf([contacted, ["solved", "2026-11-24 11:00"]], {
      severities: [
        ["bajo", "2026-11-23 09:00"],
        ["critico", "2026-11-24 11:00"],
      ],
    });
    const reading = read(RESOLUCION, trace, "2026-11-25 11:00");
    expect(reading).toMatchObject({ status: "met", used: 11 * HOUR, breach: null });
    expect(wallOf(reading.limit)).toBe("2026-11-23 15:00");
  });

  it("after it stopped, or after the ticket ended, it changes nothing", () => {
    const severities = [...critico, ["bajo", "2026-11-23 12:00"]] as const;
    const solved = traceOf([contacted, ["solved", "2026-11-23 11:00"]], { severities });
    expect(wallOf(read(RESOLUCION, solved, "2026-11-24 11:00").limit)).toBe("2026-11-23 15:00");
    const ended = traceOf([contacted], { severities, ended: ["cancelled", "2026-11-23 11:00"] });
    expect(wallOf(read(RESOLUCION, ended, "2026-11-24 11:00").limit)).toBe("2026-11-23 15:00");
  });

  it("from before its start it is the severity that it starts with", () => {
    const trace = traceOf([contacted], {
      severities: [
        ["bajo", "2026-11-20 09:00"],
        ["critico", "2026-11-20 17:00"],
      ],
    });
    const reading = read(RESOLUCION, trace, "2026-11-23 10:00");
    expect([reading.used, wallOf(reading.limit)]).toEqual([HOUR, "2026-11-23 15:00"]);
  });

  it("to one that promises nothing there is no limit, and the time goes on counting", () => {
    const trace = traceOf([contacted], {
      severities: [...critico, ["sin-promesa", "2026-11-23 12:00"]],
    });
    expect(read(RESOLUCION, trace, "2026-11-25 09:00")).toMatchObject({
      status: "running",
      limit: null,
      target: null,
      used: 18 * HOUR,
      warnings: [],
    });
    expect(dueBy({ ...RESOLUCION, warn: [] }, trace, { now: "2026-11-30 09:00" })).toEqual([]);
  });
});

describe("rule 17: where a warning lies", () => {
  const filed = ["received", "2026-11-23 09:00"] as const;
  const lies = (rule: Parameters<typeof clock>[0], now = "2026-11-23 09:00") =>
    read(clock(rule), traceOf([filed]), now).warnings.map((at) => wallOf(at));

  it("an amount of the wall clock before a promise of service is taken off the deadline itself", () => {
    expect(lies({ warn: [{ before: elapsed(2) }], within: { "*": { limit: hours(10) } } })).toEqual(
      ["2026-11-24 08:00"],
    );
  });

  it("an amount of the wall clock before one of the wall clock moves with its pauses", () => {
    const rule = clock({
      ...ATENCION,
      pauses: ["waiting-for-client"],
      warn: [{ before: elapsed(2) }],
    });
    const trace = traceOf([filed], {
      pauses: [["waiting-for-client", "2026-11-23 20:00", "2026-11-24 01:00"]],
    });
    expect(read(rule, trace, "2026-11-24 02:00").warnings.map((at) => wallOf(at))).toEqual([
      "2026-11-24 12:00",
    ]);
  });

  it("as many dates before as are promised, or more: at the start, not at the closing of its date", () => {
    for (const n of [2, 3]) {
      const within = { "*": { limit: dates(2, "at-closing") } };
      expect(lies({ warn: [{ before: dates(n, "at-closing") }], within })).toEqual([
        "2026-11-23 09:00",
      ]);
    }
  });

  it("as many hours before as are promised, or more: at the start", () => {
    expect(lies({ warn: [{ before: hours(4) }] })).toEqual(["2026-11-23 09:00"]);
    expect(lies({ warn: [{ before: hours(4.5) }] })).toEqual(["2026-11-23 09:00"]);
  });

  it("of the wall clock it stays where it was through a pause that begins after it, and not through one before", () => {
    const rule = clock({
      pauses: ["waiting-for-client"],
      within: { "*": { limit: hours(9) } },
      warn: [{ before: elapsed(3) }],
    });
    const first = ["waiting-for-client", "2026-11-23 10:00", "2026-11-23 12:00"] as const;
    const second = ["waiting-for-client", "2026-11-24 09:30", "2026-11-24 13:00"] as const;
    const known = traceOf([filed], { pauses: [first, second] });
    // With the first pause the deadline is Tuesday 11:00, and 8:00 comes before the second begins.
    expect(dueBy(rule, known, { now: "2026-11-24 14:00" })).toEqual(["warning 2026-11-24 08:00"]);
    const moved = traceOf([filed], { pauses: [first] });
    expect(dueBy(rule, moved, { now: "2026-11-24 10:00" })).toEqual(["warning 2026-11-24 08:00"]);
  });

  it("inside a pause it comes when the pause ends, and one that begins at that very instant comes first", () => {
    const rule = clock({
      pauses: ["waiting-for-client"],
      within: { "*": { limit: hours(9) } },
      warn: [{ before: elapsed(1) }],
    });
    const at = traceOf([filed], {
      pauses: [["waiting-for-client", "2026-11-23 17:00", "2026-11-24 10:00"]],
    });
    // Without the pause it would lie at 17:00, the instant at which the pause begins; with it, at 10:00.
    expect(dueBy(rule, at, { now: "2026-11-24 10:30" })).toEqual(["warning 2026-11-24 10:00"]);
  });

  it("where nothing ever opens there is no deadline and no warning", () => {
    const never = calendarOf({ ...OFICINA, id: "nunca", weekly: {} });
    const watched = {
      ...watch(clock({ warn: [{ share: 0.5 }, { before: hours(1) }] }), traceOf([filed])),
      calendars: () => never,
    };
    expect(readClocks(watched, wall("2026-11-25 09:00"))).toMatchObject([
      { status: "running", limit: null, warnings: [], used: 0, breach: null },
    ]);
  });
});
