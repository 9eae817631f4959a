import type { Drawing } from "../../words/chart/drawing.ts";

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly style: "plain" | "strong" | "emphasis" | "code" | "clause" | "soft";
  /** Where it leads: "#id" within the document, or a whole address. */
  readonly to?: string;
  /** Its language, where it is not the document's. */
  readonly lang?: string;
}

/** A line of a table: its first cell is its heading. */
export type Row = readonly (readonly Run[])[];

/** A piece of a document, as it is read: without a medium's layout. */
export type Block =
  | {
      readonly is: "heading";
      readonly level: 1 | 2 | 3 | 4;
      readonly id: string | null;
      readonly runs: readonly Run[];
    }
  | { readonly is: "paragraph"; readonly runs: readonly Run[] }
  | {
      readonly is: "list";
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly is: "terms"; readonly items: readonly Term[] }
  | {
      readonly is: "table";
      readonly caption: readonly Run[];
      readonly heads: Row;
      readonly rows: readonly Row[];
    }
  /** A place to write by hand: a box of so many lines, or boxes to be marked. */
  | {
      readonly is: "blank";
      readonly label: string;
      readonly hint: string;
      readonly lines: number;
      readonly options: readonly string[];
    }
  /** A chart, with what it says for whoever cannot see it. */
  | { readonly is: "chart"; readonly drawing: Drawing }
  /** Something set apart: a note, or words as they will be said. */
  | { readonly is: "aside"; readonly blocks: readonly Block[] };

/** A term with what is said of it. */
export interface Term {
  readonly term: readonly Run[];
  readonly about: readonly Block[];
}

/** The text of runs, without their styles. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}
