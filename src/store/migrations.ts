import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** A migration as its file says it. */
export interface Migration {
  readonly number: number;
  /** The file's name without `.sql`. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly checksum: string;
}

/** Where Plazo's own migrations stand. */
export const migrationFolder: string = resolve(import.meta.dirname, "../../migrations");

/**
 * Reads `NNNN-name.sql` files in order. Throws where a name has another form, two files have one
 * number, or the first line is not a comment that says why. Numbers may leave gaps.
 */
export async function readMigrations(folder: string = migrationFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).toSorted();
  const migrations = await Promise.all(files.map((file) => readMigration(folder, file)));
  const twice = migrations.find((each, index) => each.number === migrations[index - 1]?.number);
  if (twice !== undefined) throw new Error(`migration ${twice.name}: its number is taken`);
  return migrations;
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/u.exec(file)?.[1]);
  if (!(number > 0))
    throw new Error(`migration ${file}: a name has the form 0001-what-it-lays.sql`);
  const text = await readFile(join(folder, file), "utf8");
  if (!/^-- \S/u.test(text))
    throw new Error(`migration ${file}: the first line must be a comment that says why`);
  return {
    number,
    name: file.slice(0, -4),
    text,
    checksum: createHash("sha256").update(text).digest("hex"),
  };
}
