import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bruno, fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { keepFigures } from "../../jobs/figures.ts";
import { measuredUpTo } from "../../store/figures/measured.ts";
import { arrivalsOf, complianceCells, reopenedOf } from "../../store/figures/read.ts";
import { withAlongside } from "../../store/alongside.ts";
import { inDesk } from "../../store/transaction.ts";
import { publishException } from "../policies/publish-exception.ts";
import { classify } from "../tickets/classify.ts";
import { note } from "../tickets/note.ts";
import { solve } from "../tickets/solve.ts";

let test: TestDesk;
beforeAll(async () => {
  // Thursday 19 November 2026, 10:00 in Mexico City.
  test = await openTestDesk("hib2b", "2026-11-19T16:00:00Z");
});
afterAll(() => test.close());

async function measure(): Promise<number> {
  const { measured, faults } = await keepFigures(test.plazo, {
    batch: 100,
    stopped: () => false,
  });
  expect(faults).toEqual([]);
  return measured;
}

/** Does something whose transaction is held just before its commit until `finish` is called. */
async function held(work: () => Promise<unknown>): Promise<() => Promise<void>> {
  const gate = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const done = withAlongside(async () => {
    reached.resolve();
    await gate.promise;
  }, work);
  await reached.promise;
  return async () => {
    gate.resolve();
    await done;
  };
}

describe("what the figures are measured from", () => {
  it("misses no ticket however late its transaction is committed, and measures none twice", async () => {
    const { folio } = await fileOne(test);
    expect(await measure()).toBe(1);
    expect(await measure()).toBe(0);
    // A quiet desk is not behind, however long nothing happens.
    test.time.advance(60 * MINUTE);
    const upTo = () => inDesk(test.plazo.db, test.desk, (tx) => measuredUpTo(tx, test.time.read()));
    expect(await upTo()).toBe(test.time.read());
    const finish = await held(() =>
      note(test.plazo, { desk: test.desk, folio }, { by: ximena, text: "Tarda." }),
    );
    test.time.advance(20 * MINUTE);
    await fileOne(test);
    expect(await measure()).toBe(1);
    test.time.advance(20 * MINUTE);
    await fileOne(test);
    expect(await measure()).toBe(1);
    await finish();
    expect(await measure()).toBe(1);
    expect(await measure()).toBe(0);
  });

  it("sums arrivals and solutions by week as the tickets stand now, not as they stood", async () => {
    const week = { from: "2026-11-16", to: "2026-11-22" };
    const none = { severity: null, level: null };
    const sums = () =>
      inDesk(test.plazo.db, test.desk, async (tx) => ({
        all: (await arrivalsOf(tx, week, none)).reduce((sum, { n }) => sum + n, 0),
        grave: await arrivalsOf(tx, week, { ...none, severity: "critico" }),
        solved: await reopenedOf(tx, week, none),
      }));
    const before = await sums();
    const { folio } = await fileOne(test);
    const place = { desk: test.desk, folio };
    await measure();
    expect((await sums()).all).toBe(before.all + 1);
    await classify(test.plazo, place, { by: ximena, severity: "critico" });
    await measure();
    expect(await sums()).toEqual({
      ...before,
      all: before.all + 1,
      grave: [{ weekday: 4, hour: 11, n: 1 }],
    });
    await classify(test.plazo, place, { by: ximena, severity: "bajo" });
    await solve(test.plazo, place, { by: ximena, cause: "c", remedy: "r" });
    await measure();
    const { solved } = before.solved;
    expect(await sums()).toEqual({
      ...{ all: before.all + 1, grave: [] },
      solved: { solved: solved + 1, reopened: 0 },
    });
  });

  it("moves a promise to the week in which it falls due once a day is declared closed, though nobody touches its ticket", async () => {
    // Friday 20 November, 17:00: four hours of service end on Monday 23, 12:00.
    await test.passTo("2026-11-20T23:00:00Z");
    await measure();
    await fileOne(test);
    await measure();
    const due = () =>
      inDesk(test.plazo.db, test.desk, (tx) =>
        complianceCells(
          tx,
          { from: "2026-11-23", to: "2026-12-31" },
          { severity: null, level: null, now: Date.parse("2026-12-20T00:00:00Z") },
        ),
      ).then((cells) => new Set(cells.map(({ week }) => week)));
    expect(await due()).toEqual(new Set(["2026-11-23"]));
    for (const date of ["23", "24", "25", "26", "27"]) {
      const exception = {
        calendar: "oficina",
        date: `2026-11-${date}`,
        open: [],
        why: "Inventario",
      };
      const done = await publishException(test.plazo, test.desk, { exception, by: bruno.id });
      expect(isRefusal(done)).toBe(false);
    }
    await test.work();
    await measure();
    expect(await due()).toEqual(new Set(["2026-11-30"]));
  });
});
