import { describe, expect, it } from "vitest";
import {
  ATENCION,
  clock,
  OFICINA,
  PRIMER_CONTACTO,
  range,
  read,
  RESOLUCION,
  traceOf,
  wall,
  wallOf,
  watch,
} from "../../../test/kit/rules.ts";
import { calendarOf } from "../calendar/calendar.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import type { Explanation } from "./clock.ts";
import { explainClock } from "./explain.ts";
import type { Trace } from "./trace.ts";

function explain(rule: ClockRule, trace: Trace, now: string): Explanation {
  const found = explainClock(watch(rule, trace), { clock: rule.id, policy: 3 }, wall(now));
  if (found === null) throw new Error("nothing to explain");
  return found;
}

function lines({ segments }: Explanation): string[] {
  return segments.map((s) => {
    const total = s.total / 3_600_000;
    return `${wallOf(s.from)} → ${wallOf(s.to)} ${s.counted ? "+" : "-"} ${s.why} ${total}`;
  });
}

describe("rule 19: explain", () => {
  it("lists what counted and what did not, with running totals, to the deadline", () => {
    const trace = traceOf([["received", "2026-11-13 17:00"]]);
    const found = explain(PRIMER_CONTACTO, trace, "2026-11-13 17:00");
    expect(lines(found)).toEqual([
      "2026-11-13 17:00 → 2026-11-13 18:00 + open 1",
      "2026-11-13 18:00 → 2026-11-16 00:00 - outside-hours 1",
      "2026-11-16 00:00 → 2026-11-17 00:00 - holiday 1",
      "2026-11-17 00:00 → 2026-11-17 09:00 - outside-hours 1",
      "2026-11-17 09:00 → 2026-11-17 12:00 + open 4",
    ]);
    expect(found).toMatchObject({
      clock: "primer-contacto",
      clause: ["HB-13"],
      policy: 3,
      calendar: "oficina",
      status: "running",
      limit: wall("2026-11-17 12:00"),
    });
    expect(found.segments[0]?.facts).toEqual({ clause: "HB-13", calendar: "oficina", policy: 3 });
    expect(found.segments[2]?.facts).toMatchObject({
      date: "2026-11-16",
      name: expect.stringContaining("Revolución"),
      source: expect.stringContaining("74"),
    });
  });

  it("names pauses with their reason, and time spent solved", () => {
    const trace = traceOf(
      [
        ["contacted", "2026-11-23 09:00"],
        ["solved", "2026-11-23 14:00"],
        ["reopened", "2026-11-23 15:00"],
      ],
      {
        severities: [["critico", "2026-11-23 09:00"]],
        pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 11:00"]],
      },
    );
    const found = explain(RESOLUCION, trace, "2026-11-23 15:30");
    expect(lines(found)).toEqual([
      "2026-11-23 09:00 → 2026-11-23 10:00 + open 1",
      "2026-11-23 10:00 → 2026-11-23 11:00 - paused 1",
      "2026-11-23 11:00 → 2026-11-23 14:00 + open 4",
      "2026-11-23 14:00 → 2026-11-23 15:00 - solved 4",
      "2026-11-23 15:00 → 2026-11-23 17:00 + open 6",
    ]);
    expect(found.segments[1]?.facts).toMatchObject({
      reason: "waiting-for-client",
      since: wall("2026-11-23 10:00"),
    });
  });

  it("splits at each change of severity, and counts each stretch as it was", () => {
    const rule = clock({
      within: { a: { limit: { unit: "elapsed", ms: 7_200_000 } }, b: range(1, 4) },
    });
    const trace = traceOf([["received", "2026-11-20 17:00"]], {
      severities: [
        ["a", "2026-11-20 17:00"],
        ["b", "2026-11-20 18:30"],
      ],
    });
    const found = explain(rule, trace, "2026-11-20 18:30");
    expect(found.segments.map((s) => [s.severity, s.why, s.total / 3_600_000])).toEqual([
      ["a", "elapsed", 1.5],
      ["b", "outside-hours", 1.5],
      ["b", "open", 4],
    ]);
  });

  it("says which exception was published", () => {
    const published = wall("2026-11-23 13:00");
    const changed = calendarOf({
      ...OFICINA,
      exceptions: [{ date: "2026-11-23", open: [], published, why: "Corte de luz" }],
    });
    const trace = traceOf([["received", "2026-11-23 12:00"]]);
    const watched = { ...watch(clock(), trace), calendars: () => changed };
    const found = explainClock(watched, { clock: "reloj", policy: null }, wall("2026-11-23 12:00"));
    const exception = found?.segments.find((s) => s.why === "exception");
    expect(exception?.facts).toMatchObject({ name: "Corte de luz", date: "2026-11-23", published });
    expect(exception?.from).toBe(published);
  });

  it("ends where the clock stopped; and at the breach, where a change made it late", () => {
    const met = traceOf([
      ["received", "2026-11-20 17:00"],
      ["contacted", "2026-11-20 17:20"],
    ]);
    expect(explain(PRIMER_CONTACTO, met, "2026-11-25 10:00").segments).toHaveLength(1);
    const raised = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities: [
        ["bajo", "2026-11-23 09:00"],
        ["critico", "2026-11-24 11:00"],
      ],
    });
    const found = explain(RESOLUCION, raised, "2026-11-24 15:00");
    expect(wallOf(found.segments.at(-1)?.to)).toBe("2026-11-24 11:00");
    expect(found.status).toBe("missed");
  });

  it("a pause that goes on is shown up to now, and the deadline as if it ended now", () => {
    const trace = traceOf([["contacted", "2026-11-23 09:00"]], {
      severities: [["critico", "2026-11-23 09:00"]],
      pauses: [["waiting-for-client", "2026-11-23 10:00", null]],
    });
    const found = explain(RESOLUCION, trace, "2026-11-23 12:00");
    expect(lines(found)).toEqual([
      "2026-11-23 09:00 → 2026-11-23 10:00 + open 1",
      "2026-11-23 10:00 → 2026-11-23 12:00 - paused 1",
      "2026-11-23 12:00 → 2026-11-23 17:00 + open 6",
    ]);
  });

  it("an elapsed clock is one segment", () => {
    const trace = traceOf([["received", "2026-11-20 17:00"]]);
    expect(lines(explain(ATENCION, trace, "2026-11-20 17:00"))).toEqual([
      "2026-11-20 17:00 → 2026-11-21 17:00 + elapsed 24",
    ]);
  });

  it("nothing to explain: no such clock or round, not started, not measured", () => {
    const filed = traceOf([["received", "2026-11-20 17:00"]]);
    const now = wall("2026-11-20 17:00");
    const ask = (clockId: string, trace: Trace, round?: number): Explanation | null =>
      explainClock(
        watch([PRIMER_CONTACTO, RESOLUCION], trace),
        { clock: clockId, policy: 1, ...(round === undefined ? {} : { round }) },
        now,
      );
    expect(ask("otro", filed)).toBe(null);
    expect(ask("resolucion", filed)).toBe(null);
    expect(ask("primer-contacto", filed, 2)).toBe(null);
    expect(ask("primer-contacto", { ...filed, incomplete: true })).toBe(null);
    expect(ask("primer-contacto", filed, 1)?.round).toBe(1);
    expect(read(PRIMER_CONTACTO, filed, now).round).toBe(1);
  });
});
