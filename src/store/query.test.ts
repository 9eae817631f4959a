import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../test/kit/database.ts";
import type { TestDatabase } from "../../test/kit/database.ts";
import { execute, query, statement } from "./query.ts";
import { inDesk } from "./transaction.ts";

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const values = [7, null, "¿ñ€𝄞?", new Uint8Array([0, 255, 1]), true, '{"a": [1]}', ["x", 'y"\\']];

test("values of every kind arrive and come back as pg itself sends and reads them", async () => {
  const text =
    "select $1::bigint as n, $2::text as nothing, $3::text as t, $4::bytea as b, $5::boolean as yes, $6::jsonb as j, $7::text[] as a";
  const [ours] = await inDesk(fresh.db, "any", (tx) => query(tx, statement("all", text), values));
  const [plain] = await inDesk(fresh.db, "any", async ({ client }) => {
    const { rows } = await client.query<Record<string, unknown>>({ text, values });
    return rows;
  });
  expect(ours).toEqual(plain);
  expect(ours).toMatchObject({ n: 7, nothing: null, t: "¿ñ€𝄞?", j: { a: [1] }, a: ["x", 'y"\\'] });
});

test("a statement is prepared once on a connection, and two texts under one name are a fault", async () => {
  const prepared = statement(
    "prepared",
    "select count(*)::int as n from pg_prepared_statements where name = 'twice'",
  );
  const [row] = await inDesk(fresh.db, "any", async (tx) => {
    await query(tx, statement("twice", "select $1::int"), [1]);
    await query(tx, statement("twice", "select $1::int"), [2]);
    return query<{ n: number }>(tx, prepared, []);
  });
  expect(row?.n).toBe(1);
  const other = inDesk(fresh.db, "any", async (tx) => {
    await query(tx, statement("same", "select 1 as a"), []);
    await query(tx, statement("same", "select 2 as a"), []);
  });
  await expect(other).rejects.toThrow("Prepared statements must be unique");
});

test("what a statement touched is counted", async () => {
  const add = statement(
    "add",
    "insert into desk (id, name, created) values ('any', 'any', 'epoch')",
  );
  expect(await inDesk(fresh.db, "any", (tx) => execute(tx, add, []))).toBe(1);
});

test("a fault of the server keeps its code, and says where it was asked for", async () => {
  const asked = (): Promise<unknown> =>
    inDesk(fresh.db, "any", async function whoAsks(tx) {
      return await query(tx, statement("broken", "select 1 / $1::int"), [0]);
    });
  const fault = await asked().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(fault).toMatchObject({ code: "22012" });
  expect((fault as Error).stack).toContain("whoAsks");
});
