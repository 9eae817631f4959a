import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drivenTime, freshDatabase } from "../../test/kit/database.ts";
import type { TestDatabase } from "../../test/kit/database.ts";
import { withClient } from "./connect.ts";
import type { Database } from "./connect.ts";
import { execute, query, queryOne, statement } from "./query.ts";
import { databaseTime, instantParameter } from "./time.ts";
import {
  acrossDesks,
  commitAfter,
  inDesk,
  inDeskAsking,
  lockOne,
  lockStatement,
  rollbackWith,
} from "./transaction.ts";
import type { Transaction } from "./transaction.ts";

const addDesk = statement(
  "test.add-desk",
  "insert into desk (id, name, created) values ($1, $2, $3)",
);
const readDesks = statement("test.read-desks", "select id, name, created from desk order by id");
const renameDesk = statement("test.rename-desk", "update desk set name = $2 where id = $1");
const noon = Date.parse("2026-11-20T12:00:00.123Z");

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const add = (tx: Transaction, id: string): Promise<number> =>
  execute(tx, addDesk, [id, id, instantParameter(noon)]);
const names = (id: string): Promise<string[]> =>
  inDesk(fresh.db, id, async (tx) =>
    (await query<{ name: string }>(tx, readDesks, [])).map((row) => row.name),
  );

describe("a transaction", () => {
  test("keeps what it wrote, to the millisecond", async () => {
    const rows = await inDesk(fresh.db, "kept", async (tx) => {
      await add(tx, "kept");
      return query(tx, readDesks, []);
    });
    expect(rows).toEqual([{ id: "kept", name: "kept", created: noon }]);
    expect(await names("kept")).toEqual(["kept"]);
  });

  test("undoes everything when its work throws", async () => {
    const thrown = inDesk(fresh.db, "thrown", async (tx) => {
      await add(tx, "thrown");
      throw new Error("a fault");
    });
    await expect(thrown).rejects.toThrow("a fault");
    expect(await names("thrown")).toEqual([]);
  });

  test("undoes everything and gives the refusal when it is rolled back with one", async () => {
    const refusal = await inDesk(fresh.db, "refused", async (tx) => {
      await add(tx, "refused");
      return rollbackWith({ refused: "not-today" } as const);
    });
    expect(refusal.refused).toBe("not-today");
    expect(await names("refused")).toEqual([]);
  });

  test("keeps what it wrote when it returns a refusal as it is", async () => {
    await inDesk(fresh.db, "noted", async (tx) => {
      await add(tx, "noted");
      return { refused: "noted" };
    });
    expect(await names("noted")).toEqual(["noted"]);
  });

  test("does not commit in silence what the server had already given up", async () => {
    const swallowed = inDesk(fresh.db, "kept", async (tx) => {
      await add(tx, "kept").then(undefined, () => undefined);
    });
    await expect(swallowed).rejects.toThrow("swallowed");
  });

  test("refuses a desk's id that could carry more than an id", () => {
    expect(() => inDesk(fresh.db, "x', true); drop table desk; --", async () => 1)).toThrow(
      "cannot be the id",
    );
  });

  test("leaves its connection usable and without a desk", async () => {
    await names("kept");
    const left = await fresh.db.app.query(
      "select nullif(current_setting('app.desk', true), '') as desk",
    );
    expect(left.rows).toEqual([{ desk: null }]);
  });
});

describe("a transaction in two round trips", () => {
  const values = (id: string): unknown[] => [id, id, instantParameter(noon)];
  const adding = (id: string) => ({ statement: addDesk, values: values(id) });
  const addingTimed = (id: string) => ({ statement: addTimed, values: values(id) });
  const addReturning = statement("test.add-returning", `${addDesk.text} returning name`);
  const addTimed = statement("test.add-timed", `${addDesk.text} returning ${databaseTime} as now`);
  const readTimed = statement(
    "test.read-timed",
    `select name, ${databaseTime} as now from desk order by id`,
  );
  const nothing = statement("test.nothing", "select 1 as one where false");

  test("hands its first statement's rows over, asked inside the desk's wall", async () => {
    await inDesk(fresh.db, "first", (tx) => add(tx, "first"));
    const rows = await inDeskAsking(fresh.db, "first", {
      first: { statement: readTimed, values: [] },
      work: async (tx, found: readonly { name: string; now: number }[]) => ({
        found: found.map(({ name }) => name),
        later: (await query<{ name: string }>(tx, readDesks, [])).map(({ name }) => name),
      }),
    });
    expect(rows).toEqual({ found: ["first"], later: ["first"] });
  });

  test("began when its first statement says that it did, unless the clock is driven", async () => {
    const asking = (db: Database) =>
      inDeskAsking(db, "first", {
        first: { statement: readTimed, values: [] },
        work: async (tx, [row]: readonly { now: number }[]) => ({ began: tx.began, now: row?.now }),
      });
    const real = await asking(fresh.db);
    expect(real.began).toBe(real.now);
    const driven = await asking({ ...fresh.db, time: { kind: "driven", read: () => noon } });
    expect(driven.began).toBe(noon);
  });

  test("throws where its first statement does not say what time it is", async () => {
    const mute = inDeskAsking(fresh.db, "first", {
      first: { statement: nothing, values: [] },
      work: async () => "worked",
    });
    await expect(mute).rejects.toThrow("what time it is");
  });

  test("undoes its first statement when its work throws or is rolled back", async () => {
    const thrown = inDeskAsking(fresh.db, "undone", {
      first: addingTimed("undone"),
      work: () => Promise.reject(new Error("a fault")),
    });
    await expect(thrown).rejects.toThrow("a fault");
    const refused = await inDeskAsking(fresh.db, "undone", {
      first: addingTimed("undone"),
      work: async () => rollbackWith("not-today"),
    });
    expect(refused).toBe("not-today");
    expect(await names("undone")).toEqual([]);
  });

  test("throws what its first statement fails with, before its work, and its connection serves on", async () => {
    let worked = false;
    const failed = inDeskAsking(fresh.db, "walled", {
      first: addingTimed("another"),
      work: async () => (worked = true),
    });
    await expect(failed).rejects.toThrow("row-level security");
    expect(worked).toBe(false);
    expect(await names("another")).toEqual([]);
    expect(await names("first")).toEqual(["first"]);
  });

  test("commits with its last statement and gives what is made of its rows", async () => {
    const given = await inDesk(fresh.db, "last", async () =>
      commitAfter(
        { statement: addReturning, values: adding("last").values },
        ([row]: readonly { name: string }[]) => row?.name,
      ),
    );
    expect(given).toBe("last");
    expect(await names("last")).toEqual(["last"]);
  });

  test("keeps nothing where its last statement fails, and throws what it failed with", async () => {
    const failed = inDesk(fresh.db, "broken", async (tx) => {
      await add(tx, "broken");
      return commitAfter(adding("broken"), () => "given");
    });
    await expect(failed).rejects.toThrow("duplicate key");
    expect(await names("broken")).toEqual([]);
  });

  test("does not commit in silence behind a last statement what the server had already given up", async () => {
    const swallowed = inDesk(fresh.db, "kept", async (tx) => {
      await add(tx, "kept").then(undefined, () => undefined);
      return commitAfter({ statement: nothing, values: [] }, () => "given");
    });
    await expect(swallowed).rejects.toThrow("aborted");
  });

  test("tries a serialisation failure of its last statement again", async () => {
    let tries = 0;
    const fail = statement(
      "test.fail",
      "do $$ begin raise exception using errcode = '40001'; end $$",
    );
    const given = await inDesk(fresh.db, "again", async () => {
      tries += 1;
      return commitAfter(
        { statement: tries === 1 ? fail : nothing, values: [] },
        (rows) => rows.length,
      );
    });
    expect([given, tries]).toEqual([0, 2]);
  });
});

describe("two transactions in each other's way", () => {
  test("a deadlock is tried again until both are done", async () => {
    await inDesk(fresh.db, "north", (tx) => add(tx, "north"));
    await withClient(fresh.connection, "owner", (client) =>
      client.query(
        "create table plazo.rope (desk_id text, id int, pulls int not null, primary key (desk_id, id))",
      ),
    );
    await inDesk(fresh.db, "north", (tx) =>
      execute(
        tx,
        statement(
          "test.ropes",
          "insert into rope (desk_id, id, pulls) values ('north', 1, 0), ('north', 2, 0)",
        ),
        [],
      ),
    );
    const pull = statement(
      "test.pull",
      "update rope set pulls = pulls + 1 where desk_id = 'north' and id = $1",
    );
    let tries = 0;
    const both = Promise.withResolvers<void>();
    const one = (first: number, second: number): Promise<number> =>
      inDesk(fresh.db, "north", async (tx) => {
        tries += 1;
        await execute(tx, pull, [first]);
        if (tries === 2) both.resolve();
        if (tries <= 2) await both.promise;
        return execute(tx, pull, [second]);
      });
    await Promise.all([one(1, 2), one(2, 1)]);
    expect(tries).toBe(3);
    const pulls = await inDesk(fresh.db, "north", (tx) =>
      query<{ pulls: number }>(
        tx,
        statement("test.pulls", "select pulls from rope order by id"),
        [],
      ),
    );
    expect(pulls.map((row) => row.pulls)).toEqual([2, 2]);
  });

  test("a serialisation failure is tried four times and then thrown", async () => {
    let tries = 0;
    const failing = inDesk(fresh.db, "kept", async (tx) => {
      tries += 1;
      await query(
        tx,
        statement("test.fail", "do $$ begin raise exception using errcode = '40001'; end $$"),
        [],
      );
    });
    await expect(failing).rejects.toMatchObject({ code: "40001" });
    expect(tries).toBe(4);
  });

  test("a connection lost between two transactions is replaced unseen", async () => {
    await names("kept");
    await withClient(fresh.connection, "owner", (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'plazo app'`,
      ),
    );
    expect(await names("kept")).toEqual(["kept"]);
  });
});

describe("a connection lost inside a transaction", () => {
  const terminate = (pid: number): Promise<unknown> =>
    withClient(fresh.connection, "owner", (client) =>
      client.query("select pg_terminate_backend($1)", [pid]),
    );
  const pidOf = statement("test.pid", "select pg_backend_pid() as pid");

  test("fails that transaction and nothing else, even where it is lost between two statements", async () => {
    const lost = inDesk(fresh.db, "kept", async (tx) => {
      const [row] = await query<{ pid: number }>(tx, pidOf, []);
      await terminate(row?.pid ?? 0);
      // Long enough for the loss to arrive while no statement is under way.
      await sleep(300);
      return query(tx, readDesks, []);
    });
    await expect(lost).rejects.toThrow();
    expect(await names("kept")).toEqual(["kept"]);
  });
});

describe("the time of a transaction", () => {
  test("is the database's, in whole milliseconds, and goes on while the transaction lasts", async () => {
    const [began, first, second] = await inDesk(fresh.db, "kept", async (tx) => {
      const before = await tx.now();
      await query(tx, statement("test.sleep", "select pg_sleep(0.02)"), []);
      return [tx.began, before, await tx.now()] as const;
    });
    expect(Number.isInteger(began)).toBe(true);
    expect(first).toBeGreaterThanOrEqual(began);
    expect(second - first).toBeGreaterThanOrEqual(19);
    expect(Math.abs(began - Date.now())).toBeLessThan(5_000);
  });

  test("is never earlier than what was recorded last", async () => {
    const later = Date.now() + 60_000;
    expect(await inDesk(fresh.db, "kept", (tx) => tx.now(later))).toBe(later);
  });

  test("is the driven clock's where there is one", async () => {
    const time = drivenTime("2026-11-20T17:00:00Z");
    const db = { ...fresh.db, time };
    const begin = Date.parse("2026-11-20T17:00:00Z");
    const read = (): Promise<number[]> =>
      inDesk(db, "kept", async (tx) => [tx.began, await tx.now(), await tx.now(begin + 1)]);
    expect(await read()).toEqual([begin, begin, begin + 1]);
    time.advance(3_600_000);
    expect(await read()).toEqual([begin + 3_600_000, begin + 3_600_000, begin + 3_600_000]);
    time.set("2026-11-23T15:00:00Z");
    expect((await read())[0]).toBe(Date.parse("2026-11-23T15:00:00Z"));
  });

  test("is read after the row is locked, so that who waits is later than who held it", async () => {
    const lock = {
      statement: lockStatement(
        "test.lock-desk",
        "select id, created from desk where id = $1 for update",
      ),
      lastRecorded: (row: { created: number }) => row.created,
    };
    const held = Promise.withResolvers<void>();
    const holding = inDesk(fresh.db, "kept", async (tx) => {
      await lockOne(tx, lock, ["kept"]);
      held.resolve();
      await query(tx, statement("test.hold", "select pg_sleep(0.15)"), []);
      return tx.now();
    });
    await held.promise;
    const waiting = inDesk(fresh.db, "kept", async (tx) => {
      const found = await lockOne(tx, lock, ["kept"]);
      return { began: tx.began, now: found?.now ?? 0 };
    });
    const [done, waited] = await Promise.all([holding, waiting]);
    expect(waited.began).toBeLessThan(done);
    expect(waited.now).toBeGreaterThanOrEqual(done);
  });

  test("a row that is not there is not locked", async () => {
    const lock = {
      statement: lockStatement(
        "test.lock-desk",
        "select id, created from desk where id = $1 for update",
      ),
      lastRecorded: (row: { created: number }) => row.created,
    };
    expect(await inDesk(fresh.db, "kept", (tx) => lockOne(tx, lock, ["nowhere"]))).toBeUndefined();
  });
});

describe("across desks", () => {
  test("the worker sees the rows of every desk, and may not write them", async () => {
    const ids = await acrossDesks(fresh.db, async (tx) =>
      (await query<{ id: string }>(tx, readDesks, [])).map((row) => row.id),
    );
    expect(ids).toEqual(expect.arrayContaining(["kept", "noted", "north"]));
    const writing = acrossDesks(fresh.db, (tx) => execute(tx, renameDesk, ["kept", "taken"]));
    await expect(writing).rejects.toThrow("permission denied");
  });

  test("one row at most where one is asked for", async () => {
    await expect(acrossDesks(fresh.db, (tx) => queryOne(tx, readDesks, []))).rejects.toThrow(
      "where one was asked",
    );
  });
});
