/** The number of the file's form; an import refuses any other. */
export const exportFormat = 1;

/** The first line: what the file is, and the migration its tables are of. */
export interface Header {
  readonly plazoExport: number;
  readonly migration: number;
}

/** Begins the rows of a table: each following line is an array of the columns' texts, or nulls. */
export interface TableLine {
  readonly table: string;
  readonly columns: readonly string[];
}

/** A sequence with its definition, for those made while running (a desk's folios). */
export interface SequenceLine {
  readonly sequence: string;
  readonly start: string;
  readonly step: string;
  readonly least: string;
  readonly most: string;
  readonly cycles: boolean;
  readonly last: string;
  readonly called: boolean;
}

/** Begins a file kept beside the database: each following line is a piece of it, in base64. */
export interface FileLine {
  readonly file: string;
}

/** The last line: how many lines came before it, and the SHA-256 of their bytes, in hexadecimal. */
export interface Trailer {
  readonly end: number;
  readonly sha256: string;
}

/** A file kept beside the database. */
export interface KeptFile {
  /** Its path under the folder of files, with `/` between its parts. */
  readonly id: string;
  read(): AsyncIterable<Uint8Array>;
}

/** Any line of an export. */
export type Line =
  | Header
  | TableLine
  | SequenceLine
  | FileLine
  | Trailer
  | readonly (string | null)[]
  | string;
