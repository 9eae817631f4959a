import { describe, expect, it } from "vitest";
import {
  ATENCION,
  calendars,
  clock,
  dates,
  dueBy,
  hours,
  NOTHING,
  PLAIN_VIEW,
  PRIMER_CONTACTO,
  read,
  record,
  RESOLUCION,
  SILENCIO,
  traceOf,
  wall,
  wallOf,
  watch,
} from "../../../test/kit/rules.ts";
import { dueUpTo, nextDue } from "./due.ts";
import { readClocks } from "./readings.ts";
import type { Recorded } from "./watched.ts";

describe("rule 11: a breach happens at the exact instant of the deadline", () => {
  it("whenever it is noticed", () => {
    const trace = traceOf([["received", "2026-11-20 17:00"]]);
    const plain = { ...PRIMER_CONTACTO, warn: [] };
    for (const noticed of ["2026-11-23 12:00", "2026-11-23 12:07", "2027-03-01 09:00"]) {
      expect(dueBy(plain, trace, { now: noticed })).toEqual(["breach 2026-11-23 12:00"]);
    }
    expect(dueBy(plain, trace, { now: "2026-11-23 11:59:59.999" })).toEqual([]);
  });

  it("meeting happens at the event's own instant, and by a solution it is provisional until the ticket ends", () => {
    const marks = [
      ["contacted", "2026-11-23 09:00"],
      ["solved", "2026-11-23 11:00"],
    ] as const;
    const severities = [["critico", "2026-11-23 09:00"]] as const;
    expect(read(RESOLUCION, traceOf(marks, { severities }), "2026-11-24 11:00")).toMatchObject({
      status: "met",
      stopped: wall("2026-11-23 11:00"),
      provisional: true,
    });
    const ended = ["closed", "2026-11-24 10:00"] as const;
    expect(
      read(RESOLUCION, traceOf(marks, { severities, ended }), "2026-11-24 11:00").provisional,
    ).toBe(false);
  });
});

describe("rule 12: after downtime every missed instant is recorded once, with its true time, in order", () => {
  const trace = traceOf([
    ["received", "2026-11-20 17:00"],
    ["asked", "2026-11-20 17:30"],
  ]);
  const rules = [SILENCIO, ATENCION, PRIMER_CONTACTO];
  const until = { now: wall("2026-12-01 09:00"), readUpTo: null };

  it("in the order of their instants", () => {
    const list = dueUpTo(watch(rules, trace), NOTHING, until);
    expect(list.map((d) => `${d.clock} ${d.due} ${wallOf(d.at)}`)).toEqual([
      "atencion breach 2026-11-21 17:00",
      "atencion passing 2026-11-21 17:00",
      "primer-contacto warning 2026-11-23 11:00",
      "primer-contacto breach 2026-11-23 12:00",
      "silencio warning 2026-11-23 17:30",
      "silencio passing 2026-11-24 17:30",
    ]);
  });

  it("once: what is recorded is not due again", () => {
    const recorded = record(NOTHING, dueUpTo(watch(rules, trace), NOTHING, until));
    expect(dueUpTo(watch(rules, trace), recorded, until)).toEqual([]);
  });
});

describe("rule 17: warnings", () => {
  const filed = traceOf([["received", "2026-11-20 17:00"]]);

  it("come at a share of the target, or of the limit where there is no target", () => {
    const share = { warn: [{ share: 0.5 }] };
    expect(dueBy({ ...PRIMER_CONTACTO, ...share }, filed, { now: "2026-11-23 10:00" })).toEqual([
      "warning 2026-11-20 17:30",
    ]);
    expect(dueBy(clock(share), filed, { now: "2026-11-23 11:00" })).toEqual([
      "warning 2026-11-23 10:00",
    ]);
  });

  it("an hour before is an hour of service, never midnight", () => {
    expect(dueBy(PRIMER_CONTACTO, filed, { now: "2026-11-23 11:30" })).toEqual([
      "warning 2026-11-23 11:00",
    ]);
    const sunday = traceOf([["received", "2026-11-22 10:00"]]);
    const rule = clock({ within: { "*": { limit: hours(1.5) } }, warn: [{ before: hours(1) }] });
    expect(dueBy(rule, sunday, { now: "2026-11-23 10:00" })).toEqual(["warning 2026-11-23 09:30"]);
  });

  it("an hour of service before a deadline of the wall clock", () => {
    const rule = { ...ATENCION, warn: [{ before: hours(1) }] };
    const watched = watch(rule, filed);
    expect(wallOf(readClocks(watched, wall("2026-11-20 17:00"))[0]?.warnings[0])).toBe(
      "2026-11-20 17:00",
    );
    const midday = traceOf([["received", "2026-11-19 12:00"]]);
    expect(dueBy(rule, midday, { now: "2026-11-20 11:30" })).toEqual(["warning 2026-11-20 11:00"]);
  });

  it("open dates before a promise of hours, and hours before a promise of dates", () => {
    const long = clock({ within: { "*": { limit: hours(18) } }, warn: [{ before: dates(1) }] });
    expect(
      dueBy(long, traceOf([["received", "2026-11-18 12:00"]]), { now: "2026-11-20 11:00" }),
    ).toEqual(["warning 2026-11-19 12:00"]);
    const two = { ...SILENCIO, warn: [{ before: hours(4) }] };
    expect(
      dueBy(two, traceOf([["asked", "2026-11-19 12:00"]]), { now: "2026-11-23 11:00" }),
    ).toEqual(["warning 2026-11-20 17:00"]);
  });

  it("a share of a promise of dates is a share of its open time", () => {
    const rule = { ...SILENCIO, warn: [{ share: 0.5 }] };
    expect(
      dueBy(rule, traceOf([["asked", "2026-11-19 12:00"]]), { now: "2026-11-20 12:00" }),
    ).toEqual(["warning 2026-11-20 12:00"]);
  });

  it("never before the clock's start", () => {
    const rule = clock({ within: { "*": { limit: hours(1) } }, warn: [{ before: hours(2) }] });
    expect(dueBy(rule, filed, { now: "2026-11-20 17:00" })).toEqual(["warning 2026-11-20 17:00"]);
  });

  it("come once, although the deadline moves with a pause", () => {
    const severities = [["critico", "2026-11-23 09:00"]] as const;
    const rule = { ...RESOLUCION, warn: [{ before: hours(2) }] };
    const trace = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities,
      pauses: [["waiting-for-client", "2026-11-23 14:00", "2026-11-23 16:00"]],
    });
    const recorded: Recorded = {
      ...NOTHING,
      recordedWarnings: [
        { clock: "resolucion", round: 1, index: 0, deadline: wall("2026-11-23 15:00") },
      ],
    };
    expect(dueBy(rule, trace, { now: "2026-11-23 16:30", recorded })).toEqual([]);
  });

  it("stay where they were when a pause begins after them", () => {
    const rule = { ...RESOLUCION, warn: [{ before: hours(2) }] };
    const trace = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities: [["critico", "2026-11-23 09:00"]],
      pauses: [["waiting-for-client", "2026-11-23 14:00", "2026-11-23 16:00"]],
    });
    expect(dueBy(rule, trace, { now: "2026-11-23 16:30" })).toEqual(["warning 2026-11-23 13:00"]);
    expect(read(rule, trace, "2026-11-23 16:30").warnings.map((at) => wallOf(at))).toEqual([
      "2026-11-23 13:00",
    ]);
    const silence = clock({
      pauses: ["waiting-for-client"],
      within: { "*": { limit: dates(2) } },
      warn: [{ before: dates(1) }],
    });
    const waiting = traceOf([["received", "2026-11-23 12:00"]], {
      pauses: [["waiting-for-client", "2026-11-25 09:00", "2026-11-26 09:00"]],
    });
    expect(dueBy(silence, waiting, { now: "2026-11-30 12:00" })).toEqual([
      "warning 2026-11-24 12:00",
      "breach 2026-11-26 12:00",
    ]);
  });

  it("are withdrawn when the clock stops, and none follows the breach", () => {
    const met = traceOf([
      ["received", "2026-11-20 17:00"],
      ["contacted", "2026-11-23 10:00"],
    ]);
    expect(dueBy(PRIMER_CONTACTO, met, { now: "2026-11-24 10:00" })).toEqual([]);
    const until = { now: wall("2026-11-20 17:10"), readUpTo: null };
    expect(wallOf(nextDue(watch(PRIMER_CONTACTO, met), NOTHING, until)?.at)).toBe(
      "2026-11-23 11:00",
    );
    const stopped = { now: wall("2026-11-23 10:00"), readUpTo: null };
    expect(nextDue(watch(PRIMER_CONTACTO, met), NOTHING, stopped)).toBe(null);
    const late = clock({ warn: [{ share: 1 }] });
    expect(dueBy(late, filed, { now: "2026-11-25 10:00" })).toEqual(["breach 2026-11-23 12:00"]);
  });
});

describe("conditions: a clock counts only where its `when` holds", () => {
  it("no reading and nothing due elsewhere", () => {
    const rule = clock({ when: { is: "kind", in: ["pago"] } });
    const trace = traceOf([["received", "2026-11-20 17:00"]]);
    expect(readClocks(watch(rule, trace), wall("2026-11-25 10:00"))).toEqual([]);
    expect(dueBy(rule, trace, { now: "2026-11-25 10:00" })).toEqual([]);
    const paid = { rules: [rule], trace, calendars, view: { ...PLAIN_VIEW, kind: "pago" } };
    expect(readClocks(paid, wall("2026-11-25 10:00"))).toHaveLength(1);
  });
});
