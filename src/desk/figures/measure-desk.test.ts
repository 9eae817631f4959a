import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bruno, fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { keepFigures } from "../../jobs/figures.ts";
import { complianceCells } from "../../store/figures/read.ts";
import { withAlongside } from "../../store/alongside.ts";
import { inDesk } from "../../store/transaction.ts";
import { publishException } from "../policies/publish-exception.ts";
import { note } from "../tickets/note.ts";

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
