import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { ClientBase } from "pg";
import { readSequences, readTables } from "./catalogue.ts";
import type { TableShape } from "./catalogue.ts";
import { withClient } from "./connect.ts";
import type { Connection } from "./connection.ts";
import { exportFormat } from "./export-format.ts";
import type { KeptFile, Line, SequenceLine } from "./export-format.ts";
import { readApplied } from "./migrate.ts";
import { settle } from "./settle.ts";

/** What an export holds. */
export interface Exported {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** Rows taken from the server at a time; memory stays flat. */
const batch = 500;

/**
 * Writes everything Plazo keeps into one compressed file: every table as it stood at one moment,
 * the sequences, and the files kept beside the database. Values are PostgreSQL's own texts, so
 * another major version reads them. The file appears under its name when it is whole. `connection`
 * is the owner's; people may go on working meanwhile.
 */
export async function exportTo(
  path: string,
  connection: Connection,
  files: AsyncIterable<KeptFile>,
): Promise<Exported> {
  const partial = `${path}.partial`;
  const counts = { tables: 0, rows: 0, files: 0 };
  const written = await settle(
    withClient(connection, "owner", async (client) => {
      await client.query("begin isolation level repeatable read read only");
      await client.query("select set_config('app.across', 'on', true)");
      const lines = Readable.from(sealed(allLines(client, files, counts)));
      await pipeline(
        lines,
        createGzip({ level: 6 }),
        createWriteStream(partial, { mode: 0o600, flush: true }),
      );
    }),
  );
  if ("fault" in written) {
    await rm(partial, { force: true });
    throw written.fault;
  }
  await rename(partial, path);
  return counts;
}

type Counts = { tables: number; rows: number; files: number };

async function* allLines(
  client: ClientBase,
  files: AsyncIterable<KeptFile>,
  counts: Counts,
): AsyncGenerator<Line> {
  yield { plazoExport: exportFormat, migration: (await readApplied(client)).at(-1)?.number ?? 0 };
  for (const table of await readTables(client)) {
    yield { table: table.name, columns: table.columns };
    counts.tables += 1;
    for await (const row of rowsOf(client, table)) {
      counts.rows += 1;
      yield row;
    }
  }
  for (const name of await readSequences(client)) yield await readSequence(client, name);
  for await (const file of files) {
    counts.files += 1;
    yield { file: file.id };
    for await (const piece of file.read()) yield Buffer.from(piece).toString("base64");
  }
}

async function* rowsOf(client: ClientBase, table: TableShape): AsyncGenerator<(string | null)[]> {
  const columns = table.columns.map((column) => `${column}::text`).join(", ");
  await client.query(
    `declare rows no scroll cursor for select ${columns} from ${table.name} order by ${table.order}`,
  );
  for (;;) {
    const taken = await client.query<(string | null)[]>({
      text: `fetch ${batch} from rows`,
      rowMode: "array",
    });
    yield* taken.rows;
    if (taken.rows.length < batch) break;
  }
  await client.query("close rows");
}

async function readSequence(client: ClientBase, name: string): Promise<SequenceLine> {
  const found = await client.query<SequenceLine>(
    `select $1::text as sequence, s.seqstart::text as start, s.seqincrement::text as step, s.seqmin::text as least,
            s.seqmax::text as most, s.seqcycle as cycles, n.last_value::text as last, n.is_called as called
       from pg_sequence s, ${name} n where s.seqrelid = $1::text::regclass`,
    [name],
  );
  const [line] = found.rows;
  if (line === undefined) throw new Error(`the sequence ${name} went away while it was exported`);
  return line;
}

/** Puts each line on its own, and after the last what proves that all came through unchanged. */
async function* sealed(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  let count = 0;
  for await (const line of lines) {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    count += 1;
    yield text;
  }
  yield `${JSON.stringify({ end: count, sha256: hash.digest("hex") })}\n`;
}
