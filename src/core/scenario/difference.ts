import type { Path } from "../policy/problem.ts";
import type { Instant } from "../time/instant.ts";
import type { ThenSource } from "./schema/then.ts";

/** Something that was expected or found, as data: the catalogue words it. */
export type Value =
  | { readonly is: "nothing" }
  | { readonly is: "instants"; readonly instants: readonly Instant[] }
  | { readonly is: "words"; readonly words: readonly string[] };

/** What a difference is about: a key of `then`, or an act that went otherwise. */
export type About = keyof ThenSource | "act";

/** One thing that did not come out as expected, before it has its place. */
export interface Found {
  readonly name: string | null;
  /** The way from the expectation to the item that is wrong. */
  readonly at: Path;
  readonly expected: Value;
  readonly actual: Value;
}

/** A difference in its place: where the scenario says it, and at which instant of its days. */
export interface Difference extends Found {
  readonly about: About;
  /** The way from the file's root. */
  readonly path: Path;
  readonly now: Instant;
  readonly folio: string | null;
}

export const nothing: Value = { is: "nothing" };

/** An instant as a value; null: none. */
export function instantValue(at: Instant | null | undefined): Value {
  return at === null || at === undefined ? nothing : { is: "instants", instants: [at] };
}

/** Instants as a value. */
export function instantsValue(instants: readonly Instant[]): Value {
  return instants.length === 0 ? nothing : { is: "instants", instants };
}

/** Words as a value; none of them: nothing. */
export function wordsValue(...words: readonly string[]): Value {
  return words.length === 0 ? nothing : { is: "words", words };
}

/** A difference where the two values are not the same, else nothing. */
export function compared(found: Found): readonly Found[] {
  return sameValue(found.expected, found.actual) ? [] : [found];
}

function sameValue(a: Value, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
