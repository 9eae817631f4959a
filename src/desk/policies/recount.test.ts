import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { done, local, promise, seenByStaff, wallOf } from "../../../test/kit/stories.ts";
import { isRefusal } from "../../core/refusal.ts";
import { recountDesks } from "../../jobs/recount.ts";
import { runOnce } from "../../jobs/run.ts";
import { withClient } from "../../store/connect.ts";
import { settle } from "../../store/settle.ts";
import { reply } from "../tickets/reply.ts";
import { listExceptions } from "./list-exceptions.ts";
import { previewException } from "./preview-exception.ts";
import { publishException } from "./publish-exception.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(() => test.close());

const closed = (date: string) => ({ calendar: "oficina", date, open: [], why: "Simulacro" });

async function publish(date: string): Promise<number> {
  const exception = closed(date);
  return done(await publishException(test.plazo, test.desk, { exception, by: "prueba" })).published;
}

async function moves(folio: string): Promise<unknown[]> {
  const { events } = await seenByStaff(test, { place: { desk: test.desk, folio } });
  return events.flatMap(({ at, fact }) =>
    fact.type === "limit-moved"
      ? [[wallOf(at), fact.clock, wallOf(fact.promised), wallOf(fact.deadline)]]
      : [],
  );
}

const behind = async (): Promise<number> => {
  const { rows } = await test.plazo.db.worker.query<{ n: number }>(
    "select count(*)::integer as n from ticket where exceptions < (select max(number) from calendar_exception)",
  );
  return rows[0]?.n ?? -1;
};

describe("an exception that is published while tickets are open (rule 10)", () => {
  const folios: string[] = [];
  beforeEach(async () => {
    if (folios.length > 0) return;
    for (let i = 0; i < 7; i += 1) folios.push((await fileOne(test)).folio);
  });

  it("is shown before it is published: which limits move, and to when; nothing is written", async () => {
    const wish = { exception: closed("2026-11-23"), after: 0 };
    const seen = done(await previewException(test.plazo, test.desk, wish));
    expect(seen).toMatchObject({ looked: 7, next: null });
    expect(seen.moved.map(({ folio }) => folio)).toEqual(folios);
    const [first] = seen.moved;
    expect([first?.clock, wallOf(first?.before ?? 0), wallOf(first?.after ?? 0)]).toEqual([
      "primer-contacto",
      "2026-11-23 12:00",
      "2026-11-24 12:00",
    ]);
    expect(await moves(folios[0] ?? "")).toEqual([]);
    const far = done(
      await previewException(test.plazo, test.desk, { exception: closed("2027-03-01"), after: 0 }),
    );
    expect([far.looked, far.moved]).toEqual([7, []]);
  });

  it("is recounted a batch at a time, and goes on where a worker was killed", async () => {
    await publish("2026-11-23");
    expect(await behind()).toBe(7);
    // Whoever looks meanwhile reads both dates already, before it is recorded.
    const place = { desk: test.desk, folio: folios[0] ?? "" };
    const { promises, events } = await seenByStaff(test, { place });
    const contact = promises.find(({ rule }) => rule.id === "primer-contacto");
    expect([contact?.promised, contact?.limit].map((at) => wallOf(at ?? 0))).toEqual([
      "2026-11-23 12:00",
      "2026-11-24 12:00",
    ]);
    expect(events.map(({ fact }) => fact.type)).toEqual(["filed"]);
    // The worker dies after it has woken two tickets, before it passes them.
    expect(await recountDesks(test.plazo, 2)).toEqual([]);
    expect(await behind()).toBe(7);
    const limits = { batch: 3, stopped: () => false };
    const [one, two] = [await runOnce(test.plazo, limits), await runOnce(test.plazo, limits)];
    expect([one.passed.length, two.passed.length]).toEqual([3, 3]);
    expect(await behind()).toBe(1);
    await test.work();
    expect(await behind()).toBe(0);
    const all = await Promise.all(folios.map(moves));
    expect(all.flat()).toHaveLength(7);
    expect(all[0]).toEqual([
      ["2026-11-20 17:00", "primer-contacto", "2026-11-23 12:00", "2026-11-24 12:00"],
    ]);
  });

  it("is recorded once, whoever else works and however often", async () => {
    await Promise.all([1, 2, 3].map(() => runOnce(test.plazo)));
    await test.work();
    expect(await moves(folios[0] ?? "")).toHaveLength(1);
  });

  it("is recorded by the first act after it, before the worker comes", async () => {
    const [folio = ""] = folios;
    const published = await publish("2026-11-24");
    done(await reply(test.plazo, { desk: test.desk, folio }, { by: ximena, text: "Lo reviso." }));
    const { events } = await seenByStaff(test, { place: { desk: test.desk, folio } });
    expect(events.slice(-2).map(({ at, fact }) => [fact.type, at])).toEqual([
      ["limit-moved", published],
      ["contacted", published],
    ]);
    expect(events.at(-2)?.fact).toMatchObject({ promised: local("2026-11-23 12:00") });
    await test.work();
    expect(await moves(folio)).toHaveLength(2);
  });

  it("ends its recount once everything that was being written is there", async () => {
    await test.work();
    await test.passTo(61_000);
    const { rows } = await test.plazo.db.worker.query("select 1 from recount");
    expect(rows).toEqual([]);
  });

  it("moves nothing of a ticket filed after it, which was told the new date at once", async () => {
    const { folio } = await fileOne(test);
    await test.work();
    expect(await moves(folio)).toEqual([]);
    const place = { desk: test.desk, folio };
    expect((await promise(test, { place }, "primer-contacto")).limit).toBe(
      "2026-11-25 12:01:01.000",
    );
  });

  it("is missed at the computed limit, with the date that was told beside it", async () => {
    await test.passTo("2026-11-26T15:00:00Z");
    const place = { desk: test.desk, folio: folios[1] ?? "" };
    const { events, promises } = await seenByStaff(test, { place });
    const breach = events.find(({ fact }) => fact.type === "breached");
    expect(wallOf(breach?.at ?? 0)).toBe("2026-11-25 12:00");
    const contact = promises.find(({ rule }) => rule.id === "primer-contacto");
    expect([contact?.status, wallOf(contact?.promised ?? 0)]).toEqual([
      "missed",
      "2026-11-23 12:00",
    ]);
  });

  it("is listed with its reason, the newest first", async () => {
    const listed = done(await listExceptions(test.plazo, test.desk));
    expect(listed.exceptions).toMatchObject([
      { number: 2, date: "2026-11-24", why: "Simulacro", author: "prueba" },
      { number: 1, date: "2026-11-23" },
    ]);
    expect(listed.calendars.map(({ id }) => id)).toContain("oficina");
    const older = done(await listExceptions(test.plazo, test.desk, { before: 2 }));
    expect(older.exceptions.map(({ number }) => number)).toEqual([1]);
  });
});

describe("an exception that changes nothing, or cannot be", () => {
  const codeOf = async (differs: object): Promise<string | undefined> => {
    const exception = { ...closed("2026-12-24"), ...differs };
    const published = await publishException(test.plazo, test.desk, { exception, by: "prueba" });
    const seen = await previewException(test.plazo, test.desk, { exception, after: 0 });
    if (!isRefusal(published) || !isRefusal(seen)) return undefined;
    expect(seen.refused).toBe(published.refused);
    return published.refused;
  };

  it("is refused, and its preview too: a date that is over", async () => {
    expect(await codeOf({ date: "2026-11-25" })).toBe("date-over");
  });

  it.each([
    [[["24:00", "09:00"]]],
    [
      [
        ["09:00", "14:00"],
        ["13:00", "18:00"],
      ],
    ],
  ])("is refused, and its preview too: the hours %j", async (open) => {
    expect(await codeOf({ open })).toBe("hours-impossible");
  });

  it("is numbered in the order of publication, however many publish at once", async () => {
    const dates = ["2026-12-22", "2026-12-23", "2026-12-24"];
    const numbers = await Promise.all(
      dates.map(async (date) =>
        done(
          await publishException(test.plazo, test.desk, {
            exception: closed(date),
            by: "prueba",
          }),
        ),
      ),
    );
    expect(numbers.map(({ exception }) => exception).toSorted((a, b) => a - b)).toEqual([3, 4, 5]);
  });
});

describe("a recount that is cut again and again (rule 10)", () => {
  it("records each move once and leaves no ticket behind", async () => {
    const cut = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
    try {
      const filed = [];
      for (let i = 0; i < 60; i += 1) filed.push((await fileOne(cut)).folio);
      const exception = closed("2026-11-23");
      done(await publishException(cut.plazo, cut.desk, { exception, by: "prueba" }));
      let cuts = 0;
      for (let round = 0; round < 12; round += 1) {
        const working = settle(runOnce(cut.plazo, { batch: 15, stopped: () => false }));
        await sleep(round * 4);
        await withClient(cut.database.connection, "owner", (client) =>
          client.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
          ),
        );
        const ended = await working;
        if ("fault" in ended || ended.value.aside.length + ended.value.faults.length > 0) cuts += 1;
      }
      expect(cuts).toBeGreaterThan(0);
      // What a cut put aside is tried again within the hour.
      await cut.passTo(3_600_000);
      for (const folio of filed) {
        const { events } = await seenByStaff(cut, { place: { desk: cut.desk, folio } });
        const moved = events.filter(({ fact }) => fact.type === "limit-moved");
        expect([folio, moved.length]).toEqual([folio, 1]);
      }
    } finally {
      await cut.close();
    }
  }, 60_000);
});
