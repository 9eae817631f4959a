import type { Path } from "../problem.ts";

/** Keys that hold words for people, or numbers of the manual: no name in them stands for anything. */
const PROSE = new Set([
  "es",
  "en",
  "label",
  "means",
  "help",
  "intro",
  "after",
  "about",
  "title",
  "subject",
  "body",
  "assumed",
  "clause",
  "because",
  "advice",
  "examples",
  "notes",
  "glossary",
  "terms",
  "role",
  "vague",
]);

const wordsOf = (text: string): readonly string[] => text.split(/[^a-z0-9-]+/);

function* names(value: unknown, path: Path): Generator<readonly [name: string, path: Path]> {
  if (typeof value === "string") for (const word of wordsOf(value)) yield [word, path];
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (!Array.isArray(value)) yield [key, here];
    if (!PROSE.has(key) || typeof inner === "number") yield* names(inner, here);
  }
}

/**
 * Whether a name stands anywhere in a pack but where it is given (`declared`): as a value, as a key, or
 * as a word of a length ("2 dates of oficina"). Words for people are not looked at.
 */
export function isMentioned(pack: object, name: string, declared: Path): boolean {
  for (const [found, path] of names(pack, [])) {
    if (found === name && path.join("/") !== declared.join("/")) return true;
  }
  return false;
}
