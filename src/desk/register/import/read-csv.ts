import { isUtf8 } from "node:buffer";
import { setImmediate } from "node:timers/promises";
import { refuse } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";

/** A row of a file: the line on which it begins (from 1) and its cells. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file's rows, as far as it could be read. */
export interface CsvFile {
  readonly rows: readonly CsvRow[];
  /** The line at which a quote is not closed, or stands where none may; null: it was read whole. */
  readonly broken: number | null;
}

/** The largest file, in bytes, and the greatest number of rows beneath the headings. */
export const largestFile: number = 20 * 1024 * 1024;
export const mostRows = 50_000;

/** Lines that a file has at most, for a cell may have several and a line none. */
const mostLines = 1_000_000;

/** Bytes that are read before everybody else is seen to. */
const PIECE = 64 * 1024;

/**
 * Reads a CSV file as spreadsheets write it: UTF-8 with or without its mark, UTF-16 with its mark, or
 * Windows-1252, a line at a time where files were joined; separated by commas, semicolons or tabs, or
 * by what a first line `sep=;` names; quoted as RFC 4180 says, also over several lines. The process
 * sees to others meanwhile. Refuses `import-not-csv` (it has no text) and `import-too-many`.
 */
export async function readCsv(
  bytes: Uint8Array,
): Promise<CsvFile | Refusal<"import-not-csv" | "import-too-many">> {
  const whole = textOf(bytes);
  if (whole === null) return refuse("import-too-many");
  if (whole.trim() === "" || whole.includes("\0")) return refuse("import-not-csv");
  // What spreadsheets put before the headings, for themselves.
  const named = /^sep=([,;\t])(?:\r\n|\n|\r)/iu.exec(whole);
  const text = named === null ? whole : whole.slice(named[0].length);
  const skipped = named === null ? 0 : 1;
  // The library is for those who import: nobody else's start waits for it.
  const { parse } = await import("csv-parse");
  const rows: CsvRow[] = [];
  let broken: number | null = null;
  // The line at which the row after the last one begins.
  let next = 1 + skipped;
  // Taken as they are read: of a file that breaks off, what came before is kept.
  const parser = parse({
    delimiter: named?.[1] ?? separatorOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 100_000,
    on_record: (record: readonly string[], { lines }: { readonly lines: number }) => {
      rows.push(rowOf(record, lines + skipped));
      next = lines + skipped + 1;
      return null;
    },
  });
  const ended = new Promise<void>((resolve) => {
    parser.on("error", () => {
      broken = next;
      resolve();
    });
    parser.on("end", resolve);
  });
  parser.resume();
  const all = Buffer.from(text, "utf8");
  for (let at = 0; at < all.length && broken === null; at += PIECE) {
    if (rows.length > mostRows + 1) break;
    parser.write(all.subarray(at, at + PIECE));
    await setImmediate();
  }
  if (rows.length > mostRows + 1) return refuse("import-too-many");
  if (broken === null) parser.end();
  await ended;
  return rows.length > mostRows + 1 ? refuse("import-too-many") : { rows, broken };
}

function rowOf(cells: readonly string[], lines: number): CsvRow {
  // The parser counts to the end of the row; people look for where it begins.
  const within = cells.reduce((sum, cell) => sum + (cell.match(/\n/gu)?.length ?? 0), 0);
  return { line: Math.max(1, lines - within), cells };
}

/** A file's text; null: it has too many lines. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const lines = linesOf(bytes);
  if (lines === null) return null;
  if (isUtf8(bytes)) return new TextDecoder("utf-8").decode(bytes);
  // What is no UTF-8 was written by a spreadsheet of Windows: all of it, or the lines that were added.
  const [utf8, windows] = [new TextDecoder("utf-8"), new TextDecoder("windows-1252")];
  return lines.map((line) => (isUtf8(line) ? utf8 : windows).decode(line)).join("");
}

/** The lines of a file with what ends them; null: there are too many. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] | null {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    const next = end === -1 ? bytes.length : end + 1;
    lines.push(bytes.subarray(from, next));
    if (lines.length > mostLines) return null;
    from = next;
  }
  return lines;
}

/** The separator that the headings have most of, outside quotes. */
function separatorOf(text: string): string {
  const [head = ""] = text.split(/\r?\n/u, 1);
  const bare = head.replaceAll(/"[^"]*"/gu, "");
  const counts = [",", ";", "\t"].map((one) => ({ one, n: bare.split(one).length }));
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).one;
}
