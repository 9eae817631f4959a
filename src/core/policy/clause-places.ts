import type { ReadPack } from "./read-pack.ts";
import type { Source } from "./text.ts";

/** Something in a pack that keeps a clause, and where it is written; lines and columns count from 1. */
export interface ClausePlace extends Source {
  /** From the section in: ["clocks", "espera"]. */
  readonly path: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Everything in a pack that names a clause, in the order in which it is written. */
export function clausePlaces({ source }: Pick<ReadPack, "source">): readonly ClausePlace[] {
  const places: ClausePlace[] = [];
  const visit = (node: unknown, path: readonly string[]): void => {
    if (typeof node !== "object" || node === null) return;
    const clause = clausesIn(node);
    if (clause.length > 0) {
      const { file, place } = source.whereIs([...path], "key");
      const { assumed } = node as { readonly assumed?: unknown };
      places.push({
        path,
        clause,
        ...(typeof assumed === "string" ? { assumed } : {}),
        file,
        line: place.line,
        column: place.column,
      });
    }
    for (const [key, value] of Object.entries(node)) visit(value, [...path, key]);
  };
  visit(source.pack, []);
  return places;
}

function clausesIn(node: object): readonly string[] {
  const { clause } = node as { readonly clause?: unknown };
  if (typeof clause === "string") return [clause];
  return Array.isArray(clause) ? clause.filter((one) => typeof one === "string") : [];
}
