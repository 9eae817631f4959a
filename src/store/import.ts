import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { ClientBase } from "pg";
import { refuse } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import { readTables } from "./catalogue.ts";
import { withClient } from "./connect.ts";
import type { Connection } from "./connection.ts";
import { exportFormat } from "./export-format.ts";
import type { Header, Line, Trailer } from "./export-format.ts";
import { readInto } from "./import-lines.ts";
import type { Imported, KeepFile } from "./import-lines.ts";
import { readApplied } from "./migrate.ts";
import { settle } from "./settle.ts";

/** Why an export is not read in; nothing was changed. */
export type ImportRefusal = Refusal<
  | "import-unreadable"
  | "import-other-format"
  | "import-damaged"
  | "import-other-migration"
  | "import-database-not-empty"
>;

/**
 * Reads an export into an empty database of the same migration, all or nothing. The whole file is
 * checked first: a truncated or altered one, another format, another migration and a database that
 * holds something are refused. `keep` receives the files kept beside the database.
 */
export async function importFrom(
  path: string,
  connection: Connection,
  keep: KeepFile,
): Promise<Imported | ImportRefusal> {
  const checked = await settle(check(path));
  if ("fault" in checked) return refuseFault(checked.fault, path);
  const header = checked.value;
  if ("refused" in header) return header;
  return withClient(connection, "owner", async (client) => {
    await client.query("begin");
    await client.query("select set_config('app.across', 'on', true)");
    const refused = await refuseDatabase(client, header);
    if (refused !== undefined) return refused;
    const imported = await readInto(client, linesOf(path), keep);
    await client.query("commit");
    return imported;
  });
}

/** The migration that an export was made at, from its first line alone; the rest is not checked yet. */
export async function exportedMigration(path: string): Promise<number | ImportRefusal> {
  const first = await settle(firstLine(path));
  if ("fault" in first) return refuseFault(first.fault, path);
  const header = first.value as Partial<Header> | null;
  const found = header?.plazoExport ?? null;
  if (found !== exportFormat || header?.migration === undefined)
    return refuse("import-other-format", { facts: { path, found, known: exportFormat } });
  return header.migration;
}

async function firstLine(path: string): Promise<unknown> {
  for await (const text of textsOf(path)) return JSON.parse(text);
  return null;
}

/** The lines of a compressed export, one at a time. */
async function* linesOf(path: string): AsyncGenerator<Line> {
  for await (const text of textsOf(path)) yield JSON.parse(text) as Line;
}

async function* textsOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const plain = createGunzip();
  file.on("error", (fault) => plain.destroy(fault));
  plain.on("close", () => file.destroy());
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of file.pipe(plain)) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

async function check(path: string): Promise<Header | ImportRefusal> {
  const hash = createHash("sha256");
  let header: Header | undefined;
  let last: string | undefined;
  let count = 0;
  for await (const text of textsOf(path)) {
    if (last !== undefined) {
      hash.update(`${last}\n`);
      count += 1;
    }
    last = text;
    if (header === undefined) {
      header = JSON.parse(text) as Header;
      const found = (header as Partial<Header> | null)?.plazoExport ?? null;
      if (found !== exportFormat)
        return refuse("import-other-format", { facts: { path, found, known: exportFormat } });
    }
  }
  const trailer = last === undefined ? undefined : (JSON.parse(last) as Partial<Trailer>);
  const whole = trailer?.end === count && trailer.sha256 === hash.digest("hex");
  if (header === undefined || !whole) return refuse("import-damaged", { facts: { path } });
  return header;
}

/** What is no file, and what is no export, as the reader's faults tell them. */
function refuseFault(fault: NodeJS.ErrnoException, path: string): ImportRefusal {
  const code = fault.code ?? "";
  if (/^E[A-Z]+$/u.test(code)) return refuse("import-unreadable", { facts: { path, why: code } });
  if (code.startsWith("Z_") || fault instanceof SyntaxError)
    return refuse("import-damaged", { facts: { path } });
  throw fault;
}

async function refuseDatabase(
  client: ClientBase,
  header: Header,
): Promise<ImportRefusal | undefined> {
  const migration = (await readApplied(client)).at(-1)?.number ?? 0;
  if (migration !== header.migration) {
    return refuse("import-other-migration", {
      facts: { found: header.migration, needed: migration },
    });
  }
  for (const { name } of await readTables(client)) {
    const row = await client.query(`select 1 from ${name} limit 1`);
    if (row.rowCount !== 0) return refuse("import-database-not-empty", { facts: { table: name } });
  }
  return undefined;
}
