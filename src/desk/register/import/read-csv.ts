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

/**
 * Reads a CSV file as spreadsheets write it: UTF-8 with or without its mark, UTF-16 with its mark, or
 * Windows-1252; separated by commas, semicolons or tabs; quoted as RFC 4180 says, also over several
 * lines. Refuses `import-not-csv` (it has no text) and `import-too-many`.
 */
export async function readCsv(
  bytes: Uint8Array,
): Promise<CsvFile | Refusal<"import-not-csv" | "import-too-many">> {
  const text = textOf(bytes);
  if (text.trim() === "" || text.includes("\0")) return refuse("import-not-csv");
  // The library is for those who import: nobody else's start waits for it.
  const { parse } = await import("csv-parse");
  const rows: CsvRow[] = [];
  let broken: number | null = null;
  // Taken as they are read: of a file that breaks off, what came before is kept.
  const parser = parse({
    delimiter: separatorOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 100_000,
    on_record: (record: readonly string[], { lines }: { readonly lines: number }) => {
      if (rows.length <= mostRows + 1) rows.push(rowOf(record, lines));
      return null;
    },
  });
  await new Promise<void>((resolve) => {
    parser.on("error", (fault: { readonly lines?: number }) => {
      broken = fault.lines ?? rows.length + 1;
      resolve();
    });
    parser.on("end", resolve);
    parser.resume();
    parser.end(text);
  });
  if (rows.length > mostRows + 1) return refuse("import-too-many");
  return { rows, broken };
}

function rowOf(cells: readonly string[], lines: number): CsvRow {
  // The parser counts to the end of the row; people look for where it begins.
  const within = cells.reduce((sum, cell) => sum + (cell.match(/\n/gu)?.length ?? 0), 0);
  return { line: Math.max(1, lines - within), cells };
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const utf8 = new TextDecoder("utf-8").decode(bytes);
  // What is no UTF-8 was written by a spreadsheet of Windows.
  return utf8.includes("\u{FFFD}") ? new TextDecoder("windows-1252").decode(bytes) : utf8;
}

/** The separator that the headings have most of, outside quotes. */
function separatorOf(text: string): string {
  const [head = ""] = text.split(/\r?\n/u, 1);
  const bare = head.replaceAll(/"[^"]*"/gu, "");
  const counts = [",", ";", "\t"].map((one) => ({ one, n: bare.split(one).length }));
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).one;
}
