import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { testConnection } from "../../test/kit/database.ts";
import { closeDatabase, openDatabase, withClient } from "./connect.ts";
import type { Database } from "./connect.ts";
import type { Connection } from "./connection.ts";
import { exportTo } from "./export.ts";
import { migrate } from "./migrate.ts";
import { execute, query, statement } from "./query.ts";
import { acrossDesks, inDesk } from "./transaction.ts";

const admin = (text: string): Promise<unknown> =>
  withClient(testConnection("postgres"), "owner", (client) => client.query(text));
const addDesk = statement(
  "test.add-desk",
  "insert into desk (id, name, created) values ($1, $1, 'epoch')",
);
const readDesks = statement("test.read-desks", "select id from desk order by id");
const whoAmI = statement("test.who", "select session_user as signed_in, current_user as acting");

let name: string;
let connection: Connection;
let db: Database | undefined;

beforeEach(() => {
  name = `url_${crypto.randomUUID().replaceAll("-", "")}`;
  const socket = encodeURIComponent(inject("postgresSocket"));
  connection = { kind: "url", url: `postgres://${name}@/${name}?host=${socket}` };
});
afterEach(async () => {
  if (db !== undefined) await closeDatabase(db);
  db = undefined;
  await admin(`drop database if exists ${name} with (force)`);
  await admin(`drop owned by ${name}; drop role ${name}`);
});

/** A server of somebody else's: a database, and its owner who may do what `may` says. */
async function serverWhere(may: string): Promise<Database> {
  await admin(`create role ${name} login ${may}`);
  await admin(`create database ${name} owner ${name}`);
  expect(await migrate(connection)).not.toHaveProperty("refused");
  db = await openDatabase({ connection });
  return db;
}

async function expectWalls(on: Database): Promise<void> {
  for (const desk of ["a", "b"]) await inDesk(on, desk, (tx) => execute(tx, addDesk, [desk]));
  expect(await inDesk(on, "a", (tx) => query(tx, readDesks, []))).toEqual([{ id: "a" }]);
  await expect(inDesk(on, "a", (tx) => execute(tx, addDesk, ["c"]))).rejects.toThrow(
    "row-level security",
  );
  expect((await on.app.query("select id from desk")).rows).toEqual([]);
  expect(await acrossDesks(on, (tx) => query(tx, readDesks, []))).toEqual([
    { id: "a" },
    { id: "b" },
  ]);
  expect(
    (await on.worker.query("select current_setting('app.across', true) as across")).rows,
  ).not.toEqual([{ across: "on" }]);
}

describe("with DATABASE_URL", () => {
  test("a superuser never acts as one: each connection takes its role first", async () => {
    const on = await serverWhere("superuser");
    expect(on.alone).toBe(false);
    await expectWalls(on);
    expect(await inDesk(on, "a", (tx) => query(tx, whoAmI, []))).toEqual([
      { signed_in: name, acting: "plazo_app" },
    ]);
    expect(await acrossDesks(on, (tx) => query(tx, whoAmI, []))).toEqual([
      { signed_in: name, acting: "plazo_worker" },
    ]);
  });

  test("a user who may not make roles is bound by the wall itself", async () => {
    const on = await serverWhere("nosuperuser nocreaterole");
    expect(on.alone).toBe(true);
    await expectWalls(on);
    expect(await inDesk(on, "a", (tx) => query(tx, whoAmI, []))).toEqual([
      { signed_in: name, acting: name },
    ]);
    const folder = await mkdtemp(join(tmpdir(), "plazo-export-"));
    expect(
      await exportTo(join(folder, "all"), connection, (async function* () {})()),
    ).toMatchObject({ rows: 2 });
    await rm(folder, { recursive: true });
  });
});
