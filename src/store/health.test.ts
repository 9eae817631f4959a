import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../test/kit/database.ts";
import type { TestDatabase } from "../../test/kit/database.ts";
import { closeDatabase, openDatabase } from "./connect.ts";
import { checkDatabase } from "./health.ts";
import { readMigrations } from "./migrations.ts";

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

test("a migrated database is healthy and says how far it is migrated", async () => {
  const newest = (await readMigrations()).at(-1)?.number ?? 0;
  expect(await checkDatabase(fresh.db, newest)).toEqual({ migration: newest });
});

test("a database behind the program is not healthy", async () => {
  const found = (await readMigrations()).at(-1)?.number;
  expect(await checkDatabase(fresh.db, 9_999)).toEqual({
    refused: "database-behind",
    facts: { found, needed: 9_999 },
  });
});

test("a server that does not answer is told with its reason, not thrown", async () => {
  const db = await openDatabase({
    connection: { kind: "socket", folder: "/nowhere", port: 5432, database: "plazo" },
  });
  const health = await checkDatabase(db, 1);
  await closeDatabase(db);
  expect(health).toMatchObject({
    refused: "database-unreachable",
    facts: { why: expect.stringContaining("ENOENT") },
  });
});
