import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asOf, calendarsFor, life } from "../../../test/kit/lives.ts";
import {
  ATENCION,
  clock,
  NOTHING,
  PLAIN_VIEW,
  PRIMER_CONTACTO,
  record,
  RESOLUCION,
  SIGUIENTE,
  SILENCIO,
  traceOf,
  wall,
  wallOf,
  watch,
} from "../../../test/kit/rules.ts";
import { livesOf, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import type { ClockRule } from "../policy/clock-rule.ts";
import { dueUpTo } from "./due.ts";
import { reviseAfter } from "./revise.ts";
import type { Trace } from "./trace.ts";
import type { Recorded, Watched } from "./watched.ts";

const filed = ["received", "2026-11-20 17:00"] as const;
const contacted = (at: string) => ["contacted", at] as const;
const critico = [["critico", "2026-11-23 09:00"]] as const;

/** What was recorded up to then while nobody knew better, and what changes once it is known. */
function revised(
  rules: ClockRule | readonly ClockRule[],
  [before, after]: readonly [Trace, Trace],
  at: string,
) {
  const now = wall(at);
  const dues = dueUpTo(watch(rules, before), NOTHING, { now, readUpTo: null });
  const recorded = record(NOTHING, dues);
  return reviseAfter(before, watch(rules, after), { recorded, now });
}

const said = (list: ReturnType<typeof revised>): string[] =>
  list.map(({ what, clock: id, at, how }) => `${what} ${id} ${how} ${wallOf(at)}`);

describe("rule 1: a fact that arrives late", () => {
  it("moves a breach: it is withdrawn where it was, and added where it is", () => {
    const marks = [contacted("2026-11-23 09:00")];
    const before = traceOf(marks, { severities: critico });
    const after = traceOf(marks, {
      severities: critico,
      pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 11:00"]],
    });
    expect(said(revised(RESOLUCION, [before, after], "2026-11-23 18:00"))).toEqual([
      "breach-withdrawn resolucion late 2026-11-23 15:00",
      "breach-added resolucion late 2026-11-23 16:00",
    ]);
    expect(said(revised(RESOLUCION, [before, after], "2026-11-23 15:59:59.999"))).toEqual([
      "breach-withdrawn resolucion late 2026-11-23 15:00",
    ]);
  });

  it("names the change of severity that turns out to have made it late", () => {
    const marks = [contacted("2026-11-23 09:00")];
    const known = traceOf(marks, {
      severities: [...critico, ["bajo", "2026-11-23 14:00"], ["critico", "2026-11-23 17:00"]],
      pauses: [["waiting-for-client", "2026-11-23 10:00", "2026-11-23 14:00"]],
    });
    const sooner = { ...known, pauses: [{ ...known.pauses[0], to: wall("2026-11-23 11:00") }] };
    const list = revised(RESOLUCION, [known, sooner as Trace], "2026-11-23 17:30");
    expect(list).toEqual([
      {
        what: "breach-added",
        clock: "resolucion",
        round: 1,
        deadline: wall("2026-11-23 16:00"),
        at: wall("2026-11-23 17:00"),
        how: "reclassified",
      },
    ]);
  });

  it("adds no breach to a clock that promises nothing of the desk", () => {
    const before = traceOf([filed, contacted("2026-11-20 18:00")]);
    const after = traceOf([filed, contacted("2026-11-23 13:00")]);
    const rules = [
      clock({ id: "promesa" }),
      clock({ id: "sin-promesa", breach: false, then: [{ do: "open", channel: "phone" }] }),
      clock({ id: "del-cliente", against: "client" }),
    ];
    expect(said(revised(rules, [before, after], "2026-11-23 14:00"))).toEqual([
      "breach-added promesa late 2026-11-23 12:00",
    ]);
  });

  it("withdraws what was recorded, and says nothing of what was not or was withdrawn before", () => {
    const now = wall("2026-11-23 14:00");
    const deadline = wall("2026-11-23 12:00");
    const after = watch(PRIMER_CONTACTO, traceOf([filed, contacted("2026-11-23 11:00")]));
    const breach = { clock: "primer-contacto", round: 1, deadline, how: "late" } as const;
    const with_ = (own: Partial<Recorded["recordedBreaches"][number]>): Recorded => ({
      ...NOTHING,
      recordedBreaches: [{ ...breach, withdrawn: false, ...own }],
    });
    const list = (recorded: Recorded) => reviseAfter(traceOf([filed]), after, { recorded, now });
    expect(list(with_({}))).toHaveLength(1);
    expect(list(NOTHING)).toEqual([]);
    expect(list(with_({ withdrawn: true }))).toEqual([]);
    expect(list(with_({ clock: "otro" }))).toEqual([]);
    expect(list(with_({ deadline: deadline + 1 }))).toEqual([]);
  });

  it("does not add again what is recorded already", () => {
    const now = wall("2026-11-23 14:00");
    const after = traceOf([filed]);
    const before = traceOf([filed, contacted("2026-11-20 17:30")]);
    const recorded = record(
      NOTHING,
      dueUpTo(watch(PRIMER_CONTACTO, after), NOTHING, { now, readUpTo: null }),
    );
    const known = { recorded, now };
    expect(reviseAfter(before, watch(PRIMER_CONTACTO, after), known)).toEqual([]);
  });

  it("leaves what falls due only now to time, at its instant", () => {
    const before = traceOf([filed, contacted("2026-11-20 17:30")]);
    expect(said(revised(PRIMER_CONTACTO, [before, traceOf([filed])], "2026-11-23 12:00"))).toEqual([
      "breach-added primer-contacto late 2026-11-23 12:00",
    ]);
    expect(revised(PRIMER_CONTACTO, [before, traceOf([filed])], "2026-11-23 11:59:59.999")).toEqual(
      [],
    );
  });

  it("withdraws a closing only where it was recorded, and no passing that closes nothing", () => {
    const silent = traceOf([["asked", "2026-11-23 10:00"]]);
    const spoken = traceOf([
      ["asked", "2026-11-23 10:00"],
      ["client-said", "2026-11-24 10:00"],
    ]);
    const tells = { ...SILENCIO, then: [{ do: "tell", message: "aviso" }] as const };
    expect(said(revised(SILENCIO, [silent, spoken], "2026-11-26 10:00"))).toEqual([
      "closing-withdrawn silencio late 2026-11-25 10:00",
    ]);
    expect(revised(tells, [silent, spoken], "2026-11-26 10:00")).toEqual([]);
    const known = { recorded: NOTHING, now: wall("2026-11-26 10:00") };
    expect(reviseAfter(silent, watch(SILENCIO, spoken), known)).toEqual([]);
  });

  it("withdraws a closing that is one consequence among others", () => {
    const both = {
      ...SILENCIO,
      then: [
        { do: "tell", message: "aviso" },
        { do: "close", reason: "silence" },
      ] as const,
    };
    const silent = traceOf([["asked", "2026-11-23 10:00"]]);
    const spoken = traceOf([
      ["asked", "2026-11-23 10:00"],
      ["client-said", "2026-11-24 10:00"],
    ]);
    expect(said(revised(both, [silent, spoken], "2026-11-26 10:00"))).toEqual([
      "closing-withdrawn silencio late 2026-11-25 10:00",
    ]);
  });

  it("changes nothing where the history is not measured, or where its clock does not apply", () => {
    const after = { ...traceOf([filed]), incomplete: true };
    const before = traceOf([filed, contacted("2026-11-20 17:30")]);
    expect(revised(PRIMER_CONTACTO, [before, after], "2026-11-30 12:00")).toEqual([]);
    const elsewhere = { ...PRIMER_CONTACTO, when: { is: "kind", in: ["pago"] } as const };
    expect(revised(elsewhere, [before, traceOf([filed])], "2026-11-30 12:00")).toEqual([]);
  });

  it("names of many rounds each that it changes", () => {
    const said3 = ["2026-11-23 09:00", "2026-11-24 09:00"].map(
      (at) => ["client-said", at] as const,
    );
    const answered = traceOf([said3[0] ?? filed, ["told", "2026-11-23 10:00"], said3[1] ?? filed]);
    const never = traceOf(said3);
    expect(said(revised(SIGUIENTE, [never, answered], "2026-11-25 12:00"))).toEqual([
      "breach-withdrawn siguiente-respuesta late 2026-11-23 13:00",
      "breach-added siguiente-respuesta late 2026-11-24 13:00",
    ]);
    expect(said(revised([SIGUIENTE, ATENCION], [answered, never], "2026-11-25 12:00"))).toEqual([
      "breach-withdrawn siguiente-respuesta late 2026-11-24 13:00",
      "breach-added siguiente-respuesta late 2026-11-23 13:00",
    ]);
  });
});

describe("rule 1: whatever arrives late", () => {
  it(
    "what stood, less what is withdrawn, with what is added, is what would have been recorded at once",
    () => {
      fc.assert(
        fc.property(life(), fc.nat(1000), fc.nat(1000), (lived, share, place) => {
          const { start, now, trace } = lived;
          const rules = [
            clock({ calendar: "one", pauses: ["waiting-for-client"], within: lived.within }),
            clock({ ...SIGUIENTE, within: lived.within, calendar: "one" }),
          ];
          const calendars = calendarsFor(lived);
          const watched = (of: Trace): Watched => ({
            rules,
            trace: of,
            calendars,
            view: PLAIN_VIEW,
          });
          const end = trace.ended?.at ?? now;
          const at = start + Math.floor(((end - start) * share) / 1000);
          const before = asOf(trace, now);
          const mark = place % 2 === 0 ? ("contacted" as const) : ("told" as const);
          const seq = trace.moments.length + 1;
          const moments = [...before.moments, { mark, at, seq }].toSorted((a, b) => a.at - b.at);
          const after = { ...before, moments };
          const until = { now, readUpTo: null };
          const breaches = (of: Trace): string[] =>
            dueUpTo(watched(of), NOTHING, until)
              .filter((due) => due.due === "breach")
              .map((due) => `${due.clock} ${due.at} ${due.how}`)
              .toSorted();
          const recorded = record(NOTHING, dueUpTo(watched(before), NOTHING, until));
          const revisions = reviseAfter(before, watched(after), { recorded, now });
          const named = (what: string): string[] =>
            revisions.filter((r) => r.what === what).map((r) => `${r.clock} ${r.at} ${r.how}`);
          const kept = breaches(before).filter((b) => !named("breach-withdrawn").includes(b));
          expect([...kept, ...named("breach-added")].toSorted()).toEqual(breaches(after));
        }),
        { numRuns: livesOf(300) },
      );
    },
    RUNS_TIMEOUT,
  );
});
