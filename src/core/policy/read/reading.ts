import type {
  PackProblem,
  PackProblemCode,
  PackProblemFacts,
  NamedThing,
  Path,
} from "../problem.ts";
import type { PackSource } from "../schema/pack.ts";
import type { ClauseSource, WordsSource } from "../schema/words.ts";
import type { Source, Text } from "../text.ts";
import type { MergedPack } from "./merge.ts";
import { namesOf } from "./names.ts";
import type { Names } from "./names.ts";
import { meantOf } from "./near.ts";
import { problemAt } from "./parse-yaml.ts";

/** A reading that the pack took, with its place. */
interface Assumption {
  readonly path: string;
  readonly clause: readonly string[];
  readonly assumed: string;
}

/** A pack while it is being compiled: what it says, and what was found wrong so far. */
export interface Reading {
  readonly pack: PackSource;
  readonly whereIs: MergedPack["whereIs"];
  readonly article?: MergedPack["article"];
  readonly names: Names;
  readonly problems: PackProblem[];
  readonly clauses: Set<string>;
  readonly assumptions: Assumption[];
  /** Notes one mistake at one place; `of: "key"` points at the name rather than at what it holds. */
  readonly say: <C extends PackProblemCode>(
    code: C,
    at: { readonly path: Path; readonly of?: "key" | "value" },
    facts: PackProblemFacts[C],
  ) => void;
}

/** Starts the compilation of a merged pack. */
export function readingOf(merged: MergedPack): Reading {
  const problems: PackProblem[] = [];
  return {
    ...merged,
    names: namesOf(merged.pack),
    problems,
    clauses: new Set(),
    assumptions: [],
    say: (code, at, facts) => {
      problems.push(problemAt(code, { ...merged.whereIs(at.path, at.of), path: at.path }, facts));
    },
  };
}

/** Whether the name stands for something; says so where it does not. */
export function refers(
  reading: Reading,
  to: { readonly what: NamedThing; readonly known: Iterable<string> },
  at: { readonly path: Path; readonly name: string; readonly of?: "key" | "value" },
): boolean {
  const known = [...to.known];
  if (known.includes(at.name)) return true;
  reading.say("refers-to-nothing", at, {
    what: to.what,
    name: at.name,
    ...meantOf(at.name, known),
  });
  return false;
}

/** The entries of a section that no desk can do without; said as missing where neither pack nor part has any. */
export function neededEntries<T>(
  reading: Reading,
  section: "forms" | "channels" | "levels" | "states",
  entries: Readonly<Record<string, T>> | undefined,
): [string, T][] {
  const found = Object.entries(entries ?? {});
  if (found.length === 0) reading.say("missing-key", { path: [section] }, { key: section });
  return found;
}

/** One or several, as a list. */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** Words for people. */
export function textOf(words: WordsSource): Text {
  if (typeof words === "string") return { es: words };
  return words.en === undefined ? { es: words.es } : { es: words.es, en: words.en };
}

/** A name made readable, where the pack gives no words: "primer-contacto" is "Primer contacto". */
export function labelOf(words: WordsSource | undefined, name: string): Text {
  if (words !== undefined) return textOf(words);
  const spaced = name.replaceAll("-", " ");
  return { es: spaced.charAt(0).toUpperCase() + spaced.slice(1) };
}

/** The clauses and the assumed reading of an item, kept for the lists of the whole pack. */
export function sourceOf(
  reading: Reading,
  item: { readonly clause?: ClauseSource | undefined; readonly assumed?: string | undefined },
  path: Path,
): Source {
  const clause = listOf(item.clause);
  for (const one of clause) reading.clauses.add(one);
  if (item.assumed === undefined) return { clause };
  reading.assumptions.push({ path: path.join("."), clause, assumed: item.assumed });
  return { clause, assumed: item.assumed };
}

/** As `sourceOf`, for what promises or refuses: it must name its clause, or the reading that was assumed. */
export function promiseSource(
  reading: Reading,
  item: { readonly clause?: ClauseSource | undefined; readonly assumed?: string | undefined },
  path: Path,
): Source {
  if (item.clause === undefined && item.assumed === undefined) {
    reading.say("promise-without-clause", { path, of: "key" }, { what: path.join(".") });
  }
  return sourceOf(reading, item, path);
}
