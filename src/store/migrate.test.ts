import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testConnection } from "../../test/kit/database.ts";
import { withClient } from "./connect.ts";
import type { Connection } from "./connection.ts";
import { migrate, readApplied } from "./migrate.ts";
import { readMigrations } from "./migrations.ts";
import type { Migration } from "./migrations.ts";

const migration = (number: number, text: string): Migration => ({
  number,
  name: `000${number}-step`,
  text,
  checksum: createHash("sha256").update(text).digest("hex"),
});
const one = migration(1, "-- one\ncreate table plazo.one (n int primary key);");
const two = migration(2, "-- two\ncreate table plazo.two (n int primary key);");
const three = migration(3, "-- three\ncreate table plazo.three (n int primary key);");

let connection: Connection;
const admin = (text: string): Promise<unknown> =>
  withClient(testConnection("postgres"), "owner", (client) => client.query(text));
const applied = (): Promise<string[]> =>
  withClient(connection, "owner", async (client) =>
    (await readApplied(client)).map((each) => each.name),
  );

let name: string;
beforeEach(async () => {
  name = `migrate_${crypto.randomUUID().replaceAll("-", "")}`;
  await admin(`create database ${name}`);
  connection = testConnection(name);
});
afterEach(() => admin(`drop database ${name} with (force)`));

describe("migrating", () => {
  test("applies what is missing, in order, once", async () => {
    expect(await migrate(connection, [one])).toEqual({ applied: [one.name], version: 1 });
    expect(await migrate(connection, [one, two, three])).toEqual({
      applied: [two.name, three.name],
      version: 3,
    });
    expect(await migrate(connection, [one, two, three])).toEqual({ applied: [], version: 3 });
  });

  test("by several at once applies each once", async () => {
    const done = await Promise.all([1, 2, 3].map(() => migrate(connection, [one, two, three])));
    expect(
      done.flatMap((each) => ("applied" in each ? each.applied : [each.refused])).toSorted(),
    ).toEqual([one.name, two.name, three.name]);
  });

  test("keeps the steps before one that fails, and nothing of that one", async () => {
    const broken = migration(2, "-- broken\ncreate table plazo.half (n int); select 1 / 0;");
    await expect(migrate(connection, [one, broken])).rejects.toThrow("0002-step: division by zero");
    expect(await applied()).toEqual([one.name]);
    expect(await migrate(connection, [one, two])).toEqual({ applied: [two.name], version: 2 });
    await withClient(connection, "owner", async (client) => {
      const half = await client.query("select to_regclass('plazo.half') as found");
      expect(half.rows).toEqual([{ found: null }]);
    });
  });

  test.each([
    [
      "changed after it was applied",
      [one, migration(2, "-- two, changed"), three],
      { refused: "migration-changed", facts: { name: two.name } },
    ],
    [
      "gone although it was applied",
      [one, three],
      { refused: "migration-missing", facts: { name: two.name } },
    ],
    ["of a newer Plazo", [one], { refused: "database-newer", facts: { found: 2, known: 1 } }],
  ])("refuses, before it changes anything, a migration %s", async (_what, known, refused) => {
    await migrate(connection, [one, two]);
    expect(await migrate(connection, known)).toEqual(refused);
    expect(await applied()).toEqual([one.name, two.name]);
  });

  test("refuses one that was added below those already applied", async () => {
    await migrate(connection, [one, three]);
    const result = await migrate(connection, [one, two, three]);
    expect(result).toEqual({ refused: "migration-out-of-order", facts: { name: two.name } });
  });
});

describe("the files of migrations", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "plazo-migrations-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("are Plazo's own, each with its reason on its first line", async () => {
    const names = (await readMigrations()).map((each) => each.name);
    expect(names[0]).toBe("0001-desks-and-their-walls");
  });

  test.each([
    ["0001-no-reason.sql", "create table a ();", "must be a comment that says why"],
    ["first.sql", "-- why\n", "has the form"],
    ["0000-nothing.sql", "-- why\n", "has the form"],
  ])("%s is a fault", async (file, text, why) => {
    await writeFile(join(folder, file), text);
    await expect(readMigrations(folder)).rejects.toThrow(why);
  });

  test("two with one number are a fault", async () => {
    await writeFile(join(folder, "0001-a.sql"), "-- why\n");
    await writeFile(join(folder, "0001-b.sql"), "-- why\n");
    await expect(readMigrations(folder)).rejects.toThrow("0001-b: its number is taken");
  });
});
