import type { Text } from "../policy/text.ts";
import { bare } from "../text/bare.ts";

/** Who reads an article: everybody, or the people of the desk alone. */
export type Audience = "public" | "staff";

/** What an article says, to whom and about what: everything of it that has versions. */
export interface ArticleContent {
  readonly title: Text;
  /** Markdown. */
  readonly body: Text;
  readonly audience: Audience;
  /** What it answers: a form ("incidente"), or an answer of one ("incidente/contrasena"). */
  readonly types: readonly string[];
  /** Severities that it is about; none: any. */
  readonly severities: readonly string[];
  /** Words and error codes by which it is found besides its own ("CFDI40147", "timbre"). */
  readonly marks: readonly string[];
}

/** The type of request that a form and one of its answers are. */
export function typeOf(form: string, value: string | null): string {
  return value === null ? form : `${form}/${value}`;
}

/** An address for a title: small letters without accents, digits and hyphens, at most 60; empty where nothing is left. */
export function slugOf(title: string): string {
  const words = bare(title)
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return words.slice(0, 60).replace(/-+$/u, "");
}

/** Ids of the files that a text shows or links to ("archivo:<id>"), each once, in the order in which they stand. */
export function filesIn({ es, en }: Text): readonly string[] {
  const found = [es, en ?? ""].flatMap((text) =>
    Array.from(
      text.matchAll(/\(archivo:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/gu),
      ([, id = ""]) => id,
    ),
  );
  return [...new Set(found)];
}
