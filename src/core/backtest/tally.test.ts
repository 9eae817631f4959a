import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Course, Outcome } from "./outcome.ts";
import { tallyOf } from "./tally.ts";
import type { Compared } from "./tally.ts";

const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  clock: "solucion",
  severity: "alta",
  level: "mesa",
  result: "met",
  limit: 100,
  stopped: 50,
  lateBy: 0,
  share: null,
  ...more,
});
const course = (...outcomes: Outcome[]): Course => ({
  outcomes,
  silentAt: null,
  spokeAfter: false,
});
const compared = (folio: string, before: Course, after: Course): Compared => ({
  folio,
  before,
  after,
  unknownSeverity: false,
});
const missed = (lateBy: number, more: Partial<Outcome> = {}) =>
  outcome({ result: "missed", lateBy, ...more });

function reported(list: readonly Compared[], most = 10) {
  const tally = tallyOf(most);
  for (const one of list) tally.add(one);
  return tally.report();
}

describe("how much of a promise is used", () => {
  const usage = (shares: readonly number[]) =>
    reported(shares.map((share) => compared("A", course(), course(outcome({ share }))))).usage[0];

  it("is exact where it is a whole number of hundredths", () => {
    for (let n = 1; n <= 300; n++)
      expect(usage([n / 100])).toMatchObject({ measured: 1, half: n / 100, nineInTen: n / 100 });
  });

  it("is said in hundredths, upwards, and three times the promise at most", () => {
    expect(usage([0.071])?.half).toBe(0.08);
    expect(usage([0.0001])?.half).toBe(0.01);
    expect(usage([0])?.half).toBe(0);
    expect(usage([7])?.half).toBe(3);
  });

  it("is what half and nine in ten of those measured stay within", () =>
    fc.assert(
      fc.property(fc.array(fc.nat(299), { minLength: 1, maxLength: 60 }), (steps) => {
        const sorted = steps.toSorted((a, b) => a - b);
        const rank = (tenths: number) => sorted[Math.ceil((sorted.length * tenths) / 10) - 1] ?? 0;
        expect(usage(steps.map((step) => step / 100))).toEqual({
          clock: "solucion",
          severity: "alta",
          measured: steps.length,
          half: rank(5) / 100,
          nineInTen: rank(9) / 100,
        });
      }),
    ));

  it("is of the draft alone, by clock and severity, where it was measured", () => {
    const report = reported([
      compared("A", course(outcome({ share: 0.5 })), course(outcome({ share: null }))),
      compared(
        "B",
        course(),
        course(outcome({ share: 0.2 }), outcome({ share: 0.3, severity: "baja" })),
      ),
    ]);
    expect(report.usage.map(({ severity, half }) => [severity, half])).toEqual([
      ["alta", 0.2],
      ["baja", 0.3],
    ]);
  });
});

describe("what a back-test counts", () => {
  it("is each promise by clock, severity and level, as it was and as it would be", () => {
    const { rows } = reported([
      compared("A", course(outcome()), course(missed(5))),
      compared("B", course(missed(1)), course(outcome({ result: "open" }))),
      compared("C", course(outcome({ level: "fabrica" })), course()),
    ]);
    expect(rows).toEqual([
      {
        clock: "solucion",
        severity: "alta",
        level: "mesa",
        before: { met: 1, missed: 1, open: 0 },
        after: { met: 0, missed: 1, open: 1 },
      },
      expect.objectContaining({ level: "fabrica", before: { met: 1, missed: 0, open: 0 } }),
    ]);
  });

  it("is a ticket once as worse and once as better, however many of its promises are", () => {
    const worse = compared(
      "A",
      course(outcome(), outcome({ clock: "contacto" }), missed(1, { clock: "avance" })),
      course(missed(1), missed(1, { clock: "contacto" }), outcome({ clock: "avance" })),
    );
    expect(reported([worse])).toMatchObject({ tickets: 1, worse: 1, better: 1 });
    const same = compared("B", course(missed(1)), course(missed(99)));
    expect(reported([same])).toMatchObject({ tickets: 1, worse: 0, better: 0, changed: [] });
  });

  it("is a closing too soon where the client spoke after it, and had not before", () => {
    const silent = (at: number | null, spoke: boolean): Course => ({
      outcomes: [],
      silentAt: at,
      spokeAfter: spoke,
    });
    const report = reported([
      compared("A", silent(null, false), silent(0, true)),
      compared("B", silent(5, true), silent(4, true)),
      compared("C", silent(5, false), silent(null, false)),
    ]);
    expect(report.closings).toEqual({ before: 2, after: 2, tooSoon: 1 });
    const unknown = { ...compared("D", course(), course()), unknownSeverity: true };
    expect(reported([unknown])).toMatchObject({ tickets: 1, unknownSeverity: 1 });
  });

  it("names the round that is missed where it was not, and how late", () => {
    const before = course(outcome({ limit: 1 }), outcome({ limit: 2 }), outcome({ limit: 3 }));
    const after = course(
      outcome({ limit: 4 }),
      missed(7, { limit: 5, severity: "baja" }),
      missed(9, { limit: 6 }),
    );
    expect(tallyOf(1).add(compared("A", before, after))).toEqual([
      {
        folio: "A",
        clock: "solucion",
        severity: "baja",
        missed: { before: 0, after: 2 },
        limit: { before: 2, after: 5 },
        lateBy: 9,
      },
    ]);
    expect(tallyOf(1).add(compared("A", after, before))).toMatchObject([
      {
        severity: "alta",
        missed: { before: 2, after: 0 },
        limit: { before: 5, after: 2 },
        lateBy: 0,
      },
    ]);
  });

  it("names the worst, later before less late, whatever the order in which they come", () => {
    const one = fc.record({
      folio: fc.constantFrom("A", "B", "C", "D", "E"),
      late: fc.nat(3),
      grown: fc.integer({ min: -2, max: 2 }),
    });
    const list = fc.uniqueArray(one, {
      maxLength: 12,
      selector: ({ folio, late, grown }) => `${folio} ${late} ${grown}`,
    });
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 6 }), (given, most) => {
        const all = given.map(({ folio, late, grown }) => {
          const many = (n: number, lateBy: number) =>
            course(...Array.from({ length: n }, () => missed(lateBy)));
          return compared(folio, many(2, 0), many(2 + grown, late));
        });
        const tell = (report: ReturnType<typeof reported>) =>
          report.changed.map(({ folio, lateBy, missed: n }) => [n.after - n.before, lateBy, folio]);
        const found = tell(reported(all, most));
        const every = tell(reported(all, 99));
        expect(tell(reported(all.toReversed(), most)).map(String)).toEqual(found.map(String));
        expect(found).toEqual(every.slice(0, most));
        for (const [i, [grown = 0, late = 0]] of every.entries()) {
          const [before = Infinity, later = Infinity] = (every[i - 1] ?? []) as number[];
          expect(before > Number(grown) || (before === grown && later >= Number(late))).toBe(true);
        }
      }),
    );
  });
});
