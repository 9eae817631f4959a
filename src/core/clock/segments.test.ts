import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarsFor, life } from "../../../test/kit/lives.ts";
import {
  ATENCION,
  clock,
  HOUR,
  hours,
  OFICINA,
  PLAIN_VIEW,
  PRIMER_CONTACTO,
  RESOLUCION,
  SIGUIENTE,
  traceOf,
  wall,
  wallOf,
  watch,
} from "../../../test/kit/rules.ts";
import { livesOf, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import { calendarOf } from "../calendar/calendar.ts";
import type { Explanation } from "./clock.ts";
import { explainClock } from "./explain.ts";
import { readClocks } from "./readings.ts";
import type { Watched } from "./watched.ts";

function explained(watched: Watched, now: string, round?: number): Explanation {
  const clock = watched.rules[0]?.id ?? "";
  const which = { clock, policy: 3, ...(round === undefined ? {} : { round }) };
  const found = explainClock(watched, which, wall(now));
  if (found === null) throw new Error("nothing to explain");
  return found;
}

function lines({ segments }: Explanation): string[] {
  return segments.map(
    (s) => `${wallOf(s.from)} → ${wallOf(s.to)} ${s.why} ${String(s.facts["reason"] ?? "")}`,
  );
}

const contacted = ["contacted", "2026-11-23 09:00"] as const;
const critico = [["critico", "2026-11-23 09:00"]] as const;
const waits = { ...RESOLUCION, pauses: ["waiting-for-client", "waiting-for-third-party"] as const };

describe("rule 19: why a stretch does not count", () => {
  it("of pauses that overlap, the one that began first is named, then the next, then the solution", () => {
    const trace = traceOf(
      [contacted, ["solved", "2026-11-23 11:30"], ["reopened", "2026-11-23 13:00"]],
      {
        severities: critico,
        pauses: [
          ["waiting-for-client", "2026-11-23 10:00", "2026-11-23 11:00"],
          ["waiting-for-third-party", "2026-11-23 10:30", "2026-11-23 12:00"],
          ["waiting-for-client", "2026-11-23 12:30", "2026-11-23 12:45"],
        ],
      },
    );
    expect(lines(explained(watch(waits, trace), "2026-11-23 13:30"))).toEqual([
      "2026-11-23 09:00 → 2026-11-23 10:00 open ",
      "2026-11-23 10:00 → 2026-11-23 11:00 paused waiting-for-client",
      "2026-11-23 11:00 → 2026-11-23 12:00 paused waiting-for-third-party",
      "2026-11-23 12:00 → 2026-11-23 12:30 solved ",
      "2026-11-23 12:30 → 2026-11-23 12:45 paused waiting-for-client",
      "2026-11-23 12:45 → 2026-11-23 13:00 solved ",
      "2026-11-23 13:00 → 2026-11-23 18:00 open ",
    ]);
  });

  it("a pause that does not pause this clock is not named, nor one that is over before it starts", () => {
    const trace = traceOf([contacted], {
      severities: critico,
      pauses: [
        ["waiting-for-client", "2026-11-20 10:00", "2026-11-20 11:00"],
        ["waiting-for-authorisation", "2026-11-23 10:00", "2026-11-23 11:00"],
      ],
    });
    expect(lines(explained(watch(waits, trace), "2026-11-23 13:30"))).toEqual([
      "2026-11-23 09:00 → 2026-11-23 15:00 open ",
    ]);
  });

  it("each says its clause, calendar and version; a pause and a solution too", () => {
    const trace = traceOf(
      [contacted, ["solved", "2026-11-23 11:00"], ["reopened", "2026-11-23 12:00"]],
      {
        severities: critico,
        pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 11:00"]],
      },
    );
    const { segments } = explained(watch(RESOLUCION, trace), "2026-11-23 12:30");
    const source = { clause: "HB-14", calendar: "oficina", policy: 3 };
    expect(segments.map(({ facts }) => facts)).toEqual([
      source,
      { ...source, reason: "waiting-for-client", since: wall("2026-11-23 10:00") },
      source,
      source,
    ]);
    expect(segments.map(({ counted, used }) => [counted, used / HOUR])).toEqual([
      [true, 1],
      [false, 0],
      [false, 0],
      [true, 5],
    ]);
  });

  it("names every clause that it rests on", () => {
    const both = { ...PRIMER_CONTACTO, clause: ["HB-13", "HB-14"] };
    const filed = traceOf([["received", "2026-11-20 17:00"]]);
    const { segments, clause } = explained(watch(both, filed), "2026-11-20 17:00");
    expect(segments[0]?.facts["clause"]).toBe("HB-13, HB-14");
    expect(clause).toEqual(["HB-13", "HB-14"]);
  });

  it("of the wall clock it names no calendar, and of a policy that is not numbered no version", () => {
    const filed = traceOf([["received", "2026-11-20 17:00"]]);
    const now = wall("2026-11-20 17:00");
    const plain = { ...ATENCION, clause: [] };
    const found = explainClock(watch(plain, filed), { clock: plain.id, policy: null }, now);
    expect(found?.segments.map(({ facts }) => facts)).toEqual([{}]);
    expect(found).toMatchObject({ calendar: null, policy: null, clause: [] });
  });

  it("a holiday says its date, its name in both languages, its article and its table; a break its date", () => {
    const own = calendarOf({
      ...OFICINA,
      breaks: { "2026-11-13": [["14:00", "15:00"]] },
      closedDates: [{ date: "2026-11-17", name: { es: "Aniversario", en: "Anniversary" } }],
    });
    const filed = traceOf([["received", "2026-11-13 13:00"]]);
    const watched = {
      ...watch(clock({ within: { "*": { limit: hours(8) } } }), filed),
      calendars: () => own,
    };
    const { segments } = explained(watched, "2026-11-13 13:00");
    const of = (why: string) => segments.filter((s) => s.why === why).map(({ facts }) => facts);
    const source = { clause: "HB-13", calendar: "oficina", policy: 3 };
    expect(of("break")).toEqual([{ ...source, date: "2026-11-13" }]);
    const [revolution, own17] = of("holiday");
    expect(revolution).toEqual({
      ...source,
      date: "2026-11-16",
      name: expect.any(String),
      nameEn: expect.any(String),
      source: expect.stringContaining("74"),
      table: "mx-lft",
    });
    expect(own17).toEqual({
      ...source,
      date: "2026-11-17",
      name: "Aniversario",
      nameEn: "Anniversary",
    });
  });

  it("an exception without a reason or a publication says its date alone", () => {
    const own = calendarOf({ ...OFICINA, exceptions: [{ date: "2026-11-23", open: [] }] });
    const trace = traceOf([["received", "2026-11-20 17:00"]]);
    const { segments } = explained(
      { ...watch(clock(), trace), calendars: () => own },
      "2026-11-20 17:00",
    );
    expect(segments.find(({ why }) => why === "exception")?.facts).toEqual({
      clause: "HB-13",
      calendar: "oficina",
      policy: 3,
      date: "2026-11-23",
    });
  });
});

describe("rule 19: which deadline, and how far", () => {
  const marks = [
    ["client-said", "2026-11-23 09:00"],
    ["told", "2026-11-23 10:00"],
    ["client-said", "2026-11-23 12:00"],
  ] as const;

  it("of many rounds the current one, or the one that is asked for", () => {
    const watched = watch(SIGUIENTE, traceOf(marks));
    expect(explained(watched, "2026-11-23 13:00")).toMatchObject({
      round: 2,
      from: wall("2026-11-23 12:00"),
      limit: wall("2026-11-23 16:00"),
      target: null,
      status: "running",
      within: { limit: hours(4) },
      assumed: null,
    });
    expect(explained(watched, "2026-11-23 13:00", 1)).toMatchObject({
      round: 1,
      from: wall("2026-11-23 09:00"),
      status: "met",
    });
  });

  it("with the target of its severity, what is promised in it, and what was assumed", () => {
    const assumed = { ...RESOLUCION, assumed: "corridas" };
    const trace = traceOf([contacted], { severities: critico });
    expect(explained(watch(assumed, trace), "2026-11-23 09:30")).toMatchObject({
      severity: "critico",
      target: wall("2026-11-23 10:00"),
      limit: wall("2026-11-23 15:00"),
      promised: null,
      within: RESOLUCION.within["critico"],
      assumed: "corridas",
    });
  });

  it("up to now where its severity promises nothing", () => {
    const trace = traceOf([contacted], { severities: [["otra", "2026-11-23 09:00"]] });
    const found = explained(watch(RESOLUCION, trace), "2026-11-23 11:00");
    expect(found).toMatchObject({ limit: null, target: null, within: null });
    expect(lines(found)).toEqual(["2026-11-23 09:00 → 2026-11-23 11:00 open "]);
  });

  it("up to its end where a wait was open when it ended, which is shown up to there", () => {
    const trace = traceOf([contacted, ["solved", "2026-11-23 12:00"]], {
      severities: critico,
      pauses: [["waiting-for-client", "2026-11-23 10:00", null]],
    });
    const found = explained(watch(RESOLUCION, trace), "2026-11-25 11:00");
    expect(lines(found)).toEqual([
      "2026-11-23 09:00 → 2026-11-23 10:00 open ",
      "2026-11-23 10:00 → 2026-11-23 12:00 paused waiting-for-client",
    ]);
    // Had it gone on from there, the five hours that were left would have ended at 17:00.
    expect(wallOf(found.limit)).toBe("2026-11-23 17:00");
  });

  it("a wait that began as it stopped, or that outlasted it, moves no deadline of it", () => {
    const after = traceOf([contacted, ["solved", "2026-11-23 12:00"]], {
      severities: critico,
      pauses: [["waiting-for-client", "2026-11-23 12:00", "2026-11-23 16:00"]],
    });
    expect(wallOf(explained(watch(RESOLUCION, after), "2026-11-25 11:00").limit)).toBe(
      "2026-11-23 15:00",
    );
    const across = traceOf([contacted, ["solved", "2026-11-23 12:00"]], {
      severities: critico,
      pauses: [["waiting-for-client", "2026-11-23 11:00", "2026-11-23 16:00"]],
    });
    expect(wallOf(explained(watch(RESOLUCION, across), "2026-11-25 11:00").limit)).toBe(
      "2026-11-23 16:00",
    );
  });

  it("is nothing where the clock does not apply", () => {
    const elsewhere = { ...PRIMER_CONTACTO, when: { is: "kind", in: ["pago"] } as const };
    const filed = traceOf([["received", "2026-11-20 17:00"]]);
    const now = wall("2026-11-20 17:00");
    expect(
      explainClock(watch(elsewhere, filed), { clock: elsewhere.id, policy: 1 }, now),
    ).toBeNull();
  });
});

describe("rule 19: whatever happened", () => {
  it(
    "segments follow each other without a gap, and what counts in them is the time used",
    () => {
      fc.assert(
        fc.property(life(), (lived) => {
          const { trace, now } = lived;
          const rule = clock({
            to: ["solved"],
            calendar: "one",
            pauses: ["waiting-for-client", "waiting-for-third-party"],
            within: lived.within,
          });
          const watched = {
            rules: [rule],
            trace,
            calendars: calendarsFor(lived),
            view: PLAIN_VIEW,
          };
          const found = explainClock(watched, { clock: rule.id, policy: 1 }, now);
          if (found === null) return;
          const { segments } = found;
          let at = found.from;
          let total = 0;
          for (const segment of segments) {
            expect(segment.from).toBe(at);
            expect(segment.to).toBeGreaterThan(segment.from);
            expect(segment.used).toBe(segment.counted ? segment.to - segment.from : 0);
            total += segment.used;
            expect(segment.total).toBe(total);
            at = segment.to;
          }
          const reading = readClocks(watched, now).at(-1);
          const isOver = (reading?.stopped ?? trace.ended) !== null;
          if (isOver) expect(total).toBe(reading?.used);
        }),
        { numRuns: livesOf(300) },
      );
    },
    RUNS_TIMEOUT,
  );
});
