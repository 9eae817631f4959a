import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../test/kit/database.ts";
import type { TestDatabase } from "../../test/kit/database.ts";
import { withClient } from "./connect.ts";
import { exportTo } from "./export.ts";
import type { KeptFile } from "./export-format.ts";
import { importFrom } from "./import.ts";
import type { KeepFile } from "./import-lines.ts";

const shape = `
  create table plazo.kind (
    desk_id text not null, id bigint generated always as identity, word text, whole jsonb, bytes bytea,
    at timestamptz(3), several text[], double bigint generated always as (id * 2) stored,
    parent bigint, primary key (desk_id, id), foreign key (desk_id, parent) references plazo.kind (desk_id, id));
  call plazo.guard_desk_table('plazo.kind');
  create table plazo.kept (desk_id text primary key references plazo.desk (id));
  call plazo.guard_desk_table('plazo.kept');
  call plazo.keep_append_only('plazo.kept');`;
const rows = `
  insert into plazo.desk (id, name, created) values ('a', 'Ñandú "1"', '2026-11-20 23:00:00.123Z'), ('b', E'two\\nlines', 'epoch');
  insert into plazo.kind (desk_id, word, whole, bytes, at, several)
    select 'a', repeat('é\\', n), jsonb_build_object('n', n, 'nil', null), decode(lpad(to_hex(n), 8, '0'), 'hex'),
           to_timestamp(n) + interval '1 ms', array['x,y', null, '"'] from generate_series(1, 1203) n;
  update plazo.kind set parent = 1203 where id = 1;
  insert into plazo.kept values ('b');
  create sequence plazo."folio_a-b" start 165 increment 5;
  select nextval('plazo."folio_a-b"'), nextval('plazo."folio_a-b"');`;
const contents = `select (select json_agg(k order by k.id) from plazo.kind k)::text as kind,
  (select json_agg(d order by d.id) from plazo.desk d)::text as desk, (select json_agg(k) from plazo.kept k)::text as kept`;

const big = Buffer.alloc(300_001, "Plazo");
const attachments: ReadonlyMap<string, Buffer> = new Map([
  ["ab/cd", big],
  ["empty", Buffer.alloc(0)],
]);

async function* kept(): AsyncGenerator<KeptFile> {
  for (const [id, bytes] of attachments) {
    yield {
      id,
      async *read() {
        for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
      },
    };
  }
}

let folder: string;
let path: string;
let source: TestDatabase;
const sql = (on: TestDatabase, text: string): Promise<Record<string, unknown>[]> =>
  withClient(
    on.connection,
    "owner",
    async (client) => (await client.query<Record<string, unknown>>(text)).rows,
  );

async function empty(): Promise<TestDatabase> {
  const database = await freshDatabase();
  await sql(database, shape);
  return database;
}

const keepNothing: KeepFile = async () => undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plazo-export-"));
  path = join(folder, "all.plazo");
  source = await empty();
  await sql(source, rows);
  expect(await exportTo(path, source.connection, kept())).toMatchObject({ rows: 1206, files: 2 });
});
afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true });
});

test("everything that was exported is there after the import, to the last byte", async () => {
  const target = await empty();
  const arrived = new Map<string, Buffer>();
  const imported = await importFrom(path, target.connection, async (id, pieces) => {
    const read: Uint8Array[] = [];
    for await (const piece of pieces) read.push(piece);
    arrived.set(id, Buffer.concat(read));
  });
  expect(imported).toEqual({ rows: 1206, files: 2 });
  expect(await sql(target, contents)).toEqual(await sql(source, contents));
  expect(arrived).toEqual(attachments);
  await target.close();
});

test("numbers go on where they were, and the rules of the tables hold again", async () => {
  const target = await empty();
  await importFrom(path, target.connection, keepNothing);
  expect(await sql(target, `select nextval('plazo."folio_a-b"') as next`)).toEqual([{ next: 175 }]);
  expect(await sql(target, "insert into plazo.kind (desk_id) values ('a') returning id")).toEqual([
    { id: 1204 },
  ]);
  await expect(sql(target, "insert into plazo.kept values ('nowhere')")).rejects.toThrow(
    "foreign key",
  );
  await expect(sql(target, "delete from plazo.kept")).rejects.toThrow("is forbidden");
  expect((await target.db.app.query("select id from desk")).rows).toEqual([]);
  await target.close();
});

test("a file that is not taken whole is still stepped over", async () => {
  const target = await empty();
  expect(await importFrom(path, target.connection, keepNothing)).toEqual({ rows: 1206, files: 2 });
  await target.close();
});

test("a database that holds something is refused and left as it is", async () => {
  const before = await sql(source, contents);
  expect(await importFrom(path, source.connection, keepNothing)).toMatchObject({
    refused: "import-database-not-empty",
    facts: { table: "desk" },
  });
  expect(await sql(source, contents)).toEqual(before);
});

const altered = (change: (text: string) => string): Buffer =>
  Buffer.from(gzipSync(change(gunzipSync(big0()).toString())));
let whole: Buffer;
const big0 = (): Buffer => whole;

function sealed(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join("");
  return `${text}${JSON.stringify({ end: lines.length, sha256: createHash("sha256").update(text).digest("hex") })}\n`;
}

test.each([
  [
    "cut off in the middle",
    "import-damaged",
    (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
  ],
  [
    "without its last line",
    "import-damaged",
    () => altered((text) => text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1)),
  ],
  [
    "with a row taken out",
    "import-damaged",
    () => altered((text) => text.replace(/\n\["b",[^\n]*/u, "")),
  ],
  [
    "with a word changed",
    "import-damaged",
    () => altered((text) => text.replace("Ñandú", "Ganso")),
  ],
  ["that is something else", "import-damaged", () => Buffer.from("a letter\n")],
  ["that is empty", "import-damaged", () => Buffer.alloc(0)],
  [
    "of another format",
    "import-other-format",
    () => Buffer.from(gzipSync(sealed(['{"plazoExport":2,"migration":1}']))),
  ],
  [
    "of another migration",
    "import-other-migration",
    () => Buffer.from(gzipSync(sealed(['{"plazoExport":1,"migration":9999}']))),
  ],
])("a file %s is refused, and nothing is read in", async (_what, refused, spoil) => {
  const target = await empty();
  whole = await readFile(path);
  const spoiled = join(folder, "spoiled");
  await writeFile(spoiled, spoil(whole));
  expect(await importFrom(spoiled, target.connection, keepNothing)).toMatchObject({ refused });
  expect(await sql(target, "select 1 from plazo.desk")).toEqual([]);
  await target.close();
});

test("a file that is not there is refused", async () => {
  expect(await importFrom(join(folder, "none"), source.connection, keepNothing)).toMatchObject({
    refused: "import-unreadable",
    facts: { why: "ENOENT" },
  });
});

test("an export that fails leaves no file that looks whole, nor the one before it harmed", async () => {
  const before = await readFile(path);
  async function* broken(): AsyncGenerator<KeptFile> {
    yield* kept();
    throw new Error("the disk of the files is gone");
  }
  await expect(exportTo(path, source.connection, broken())).rejects.toThrow(
    "the disk of the files",
  );
  expect(await readFile(path)).toEqual(before);
  expect((await readdir(folder)).filter((name) => name.endsWith(".partial"))).toEqual([]);
});
