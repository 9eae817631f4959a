import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../store/connect.ts";
import { startPostgres } from "../store/embedded/start.ts";
import { migrate, readApplied } from "../store/migrate.ts";
import { readMigrations } from "../store/migrations.ts";
import { readHost } from "./host.ts";
import { keepInto } from "./kept-files.ts";
import { exportAll, importAll } from "./transfer.ts";
import type { TransferOptions } from "./transfer.ts";

const host = readHost(process.pid);
const id = "3f0b7a52-5a0e-4f3c-9d0c-0c9d8f7e6a5b";
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plazo-transfer-"));
  await chmod(root, 0o711);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const options = (name: string): TransferOptions => ({
  databaseUrl: null,
  dataFolder: join(root, name),
  filesFolder: join(root, name, "files"),
  host,
  log: () => undefined,
});

test("a desk moves with its files from a Plazo that is running to one that is new", async () => {
  const old = options("old");
  const server = await startPostgres({ ...old });
  if (!("stop" in server)) throw new Error(server.refused);
  await migrate(server.connection);
  await withClient(server.connection, "owner", (client) =>
    client.query("insert into desk (id, name, created) values ('hib2b', 'Mesa', 'epoch')"),
  );
  await mkdir(join(old.filesFolder, "3f"), { recursive: true });
  await writeFile(join(old.filesFolder, "3f", id), "factura");
  const path = join(root, "data.plazo");
  expect(await exportAll(path, old)).toMatchObject({ rows: 1, files: 1 });
  expect((await stat(path)).mode & 0o077).toBe(0);
  await server.stop();

  const next = options("new");
  expect(await importAll(path, next)).toEqual({ rows: 1, files: 1 });
  expect(await readFile(join(next.filesFolder, "3f", id), "utf8")).toBe("factura");
  expect(await importAll(path, next)).toMatchObject({ refused: "import-database-not-empty" });
});

test("an export of an older Plazo comes into a new database, which is then brought up to date", async () => {
  const known = await readMigrations();
  const older = known.slice(0, 4);
  const old = options("older");
  const server = await startPostgres({ ...old });
  if (!("stop" in server)) throw new Error(server.refused);
  await migrate(server.connection, older);
  await withClient(server.connection, "owner", (client) =>
    client.query("insert into desk (id, name, created) values ('hib2b', 'Mesa', 'epoch')"),
  );
  const path = join(root, "older.plazo");
  await exportAll(path, old);
  await server.stop();

  const next = options("up-to-date");
  expect(await importAll(path, next)).toEqual({ rows: 1, files: 0 });
  const now = await startPostgres({ ...next });
  if (!("stop" in now)) throw new Error(now.refused);
  const applied = await withClient(now.connection, "owner", (client) => readApplied(client));
  const desks = await withClient(now.connection, "owner", (client) =>
    client.query("select id from desk"),
  );
  await now.stop();
  expect(applied).toHaveLength(known.length);
  expect(desks.rows).toEqual([{ id: "hib2b" }]);
});

test("a file's id that is a path is not followed", async () => {
  const keep = keepInto(join(root, "files"));
  for (const bad of ["../../etc/passwd", "3f/../../x", "/etc/passwd", "3f/"]) {
    await expect(keep(bad, (async function* () {})())).rejects.toThrow("is not the id of a file");
  }
});
