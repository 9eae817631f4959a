import type { ClientBase } from "pg";
import { readForeignKeys, readTables } from "./catalogue.ts";
import type { TableShape } from "./catalogue.ts";
import type { Line, SequenceLine } from "./export-format.ts";

/** Receives a file kept beside the database, piece by piece. */
export type KeepFile = (id: string, pieces: AsyncIterable<Uint8Array>) => Promise<void>;

/** What an import brought. */
export interface Imported {
  readonly rows: number;
  readonly files: number;
}

/** Rows that go to the server in one statement. */
const batch = 500;

/**
 * Writes the lines of a checked export inside the open transaction. Foreign keys are taken away and
 * made again at the end, which checks every row at once and leaves the order of tables free.
 */
export async function readInto(
  client: ClientBase,
  lines: AsyncGenerator<Line>,
  keep: KeepFile,
): Promise<Imported> {
  const keys = await readForeignKeys(client);
  for (const key of keys)
    await client.query(`alter table ${key.table} drop constraint ${key.name}`);
  const tables = new Map((await readTables(client)).map((table) => [table.name, table]));
  const counts = { rows: 0, files: 0 };
  let next = await lines.next();
  while (next.done !== true) {
    const line = next.value;
    if (isKind(line, "table")) {
      const table = tables.get(line.table);
      if (table === undefined)
        throw new Error(`the export has a table ${line.table} that the database has not`);
      const shape = { ...table, columns: line.columns, types: typesOf(table, line.columns) };
      next = await readRows(client, { table: shape, counts }, lines);
    } else if (isKind(line, "file")) {
      next = await readFile(line.file, lines, keep);
      counts.files += 1;
    } else {
      if (isKind(line, "sequence")) await setSequence(client, line);
      next = await lines.next();
    }
  }
  for (const key of keys)
    await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
  return counts;
}

type Kinds = Extract<Line, { table: unknown } | { file: unknown } | { sequence: unknown }>;

function isKind<Key extends "table" | "file" | "sequence">(
  line: Line,
  key: Key,
): line is Extract<Kinds, Record<Key, string>> {
  return typeof line === "object" && !Array.isArray(line) && key in line;
}

/** The exported columns' types as this database has them. */
function typesOf(table: TableShape, columns: readonly string[]): string[] {
  return columns.map((column) => {
    const type = table.types[table.columns.indexOf(column)];
    if (type === undefined)
      throw new Error(`the export has a column ${column} that ${table.name} has not`);
    return type;
  });
}

async function readRows(
  client: ClientBase,
  into: { readonly table: TableShape; readonly counts: { rows: number } },
  lines: AsyncGenerator<Line>,
): Promise<IteratorResult<Line, unknown>> {
  const { table, counts } = into;
  const values = table.types.map((type, index) => `(r ->> ${index})::${type}`).join(", ");
  const text = `insert into ${table.name} (${table.columns.join(", ")}) overriding system value
    select ${values} from json_array_elements($1::json) with ordinality u(r, n) order by n`;
  let rows: Line[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await client.query(text, [JSON.stringify(rows)]);
    counts.rows += rows.length;
    rows = [];
  };
  let next = await lines.next();
  for (; next.done !== true && Array.isArray(next.value); next = await lines.next()) {
    rows.push(next.value);
    if (rows.length === batch) await flush();
  }
  await flush();
  return next;
}

/** Gives the file's pieces to `keep`, and afterwards the line that follows them. */
async function readFile(
  id: string,
  lines: AsyncGenerator<Line>,
  keep: KeepFile,
): Promise<IteratorResult<Line, unknown>> {
  let next = await lines.next();
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (; next.done !== true && typeof next.value === "string"; next = await lines.next()) {
      yield Buffer.from(next.value, "base64");
    }
  }
  const rest = pieces();
  await keep(id, rest);
  for await (const left of rest) void left;
  return next;
}

/** A name that is only a name, for it becomes part of a statement. */
const sequenceName = /^(?:[a-z_][a-z0-9_]*\.)?(?:[a-z_][a-z0-9_]*|"[^"\\]+")$/u;

async function setSequence(client: ClientBase, line: SequenceLine): Promise<void> {
  if (!sequenceName.test(line.sequence))
    throw new Error(`${line.sequence} cannot be the name of a sequence`);
  await client.query(
    `create sequence if not exists ${line.sequence} start ${BigInt(line.start)} increment ${BigInt(line.step)}
       minvalue ${BigInt(line.least)} maxvalue ${BigInt(line.most)} ${line.cycles ? "cycle" : "no cycle"}`,
  );
  await client.query("select setval($1::text::regclass, $2::bigint, $3)", [
    line.sequence,
    line.last,
    line.called,
  ]);
}
