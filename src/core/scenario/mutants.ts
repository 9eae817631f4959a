import type { Policy } from "../policy/policy.ts";
import type { PackProblem, Path } from "../policy/problem.ts";
import { readPackFile } from "../policy/read-pack.ts";
import type { SharedParts } from "../policy/read/merge.ts";
import type { YamlFile } from "../policy/read/parse-yaml.ts";

/** A pack without one of the constructs that keep a clause, or without a part of one. */
export interface Mutant {
  /** The way to the construct, as the manual's author would say it: "clocks.resolucion.pauses". */
  readonly place: string;
  readonly clauses: readonly string[];
  /** The policy without it; null: the rest of the pack cannot do without any part of it. */
  readonly policy: Policy | null;
}

type Node = Record<string, unknown>;

/** These are no part of what keeps a clause: its number, the reading taken, and words that only introduce. */
const NOT_KEEPING: ReadonlySet<string> = new Set([
  "clause",
  "assumed",
  "label",
  "intro",
  "help",
  "says",
]);

/** By what an article is found: what its clause promises is that it is there to be read. */
const FINDING: ReadonlySet<string> = new Set(["answers", "marks"]);

/** Parts of which each entry keeps the clause by itself: a field of a form, a severity of a promise. */
const BY_ENTRY: ReadonlySet<string> = new Set(["fields", "options", "within", "every"]);

/**
 * Takes what keeps a clause out of a pack, one thing after the other: each construct that carries a
 * `clause:` as a whole, so that what a good desk does by itself takes its place, and each part of it.
 * What something else of the pack needs stays, and so does what is said by default anyway. Worked
 * examples are no construct: they check.
 */
export function* mutantsOf(pack: YamlFile, shared: SharedParts): Generator<Mutant> {
  const { examples: _examples, ...whole } = pack.value as Node;
  const said = JSON.stringify(compiled(whole, pack, shared));
  for (const path of placesOf(whole, [])) {
    const clauses = [(at(whole, path) as Node)["clause"]].flat().map(String);
    let taken = 0;
    for (const part of [path, ...partsOf(at(whole, path) as Node, path)]) {
      const policy = compiled(removed(whole, part), pack, shared);
      if (policy === null || JSON.stringify(policy) === said) continue;
      taken++;
      yield { place: part.join("."), clauses, policy };
    }
    if (taken === 0) yield { place: path.join("."), clauses, policy: null };
  }
}

function* partsOf(node: Node, path: Path): Generator<Path> {
  for (const [key, inner] of Object.entries(node)) {
    if (NOT_KEEPING.has(key) || (path[0] === "articles" && FINDING.has(key))) continue;
    yield [...path, key];
    if (!BY_ENTRY.has(key) || typeof inner !== "object" || inner === null) continue;
    for (const [entry, value] of Object.entries(inner))
      if (!carriesClause(value)) yield [...path, key, entry];
  }
}

function carriesClause(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "clause");
}

function* placesOf(value: unknown, path: Path): Generator<Path> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value) && Object.hasOwn(value, "clause")) yield path;
  for (const [key, inner] of Object.entries(value))
    if (key !== "clause")
      yield* placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

function compiled(value: Node, pack: YamlFile, shared: SharedParts): Policy | null {
  const read: { readonly policy: Policy } | { readonly problems: readonly PackProblem[] } =
    readPackFile({ ...pack, value }, shared);
  return "policy" in read ? read.policy : null;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Node)[step], value);
}

/** The value without an item; what holds nothing else goes with it. */
function removed(value: Node, path: Path): Node {
  return (withoutItem(value, path) ?? {}) as Node;
}

function withoutItem(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return undefined;
  if (Array.isArray(value)) {
    const inner = withoutItem(value[Number(step)], rest);
    const list = value.flatMap((item: unknown, i) =>
      i === step ? (inner === undefined ? [] : [inner]) : [item],
    );
    return list.length === 0 ? undefined : list;
  }
  const { [step]: item, ...others } = value as Node;
  const inner = withoutItem(item, rest);
  if (inner !== undefined) return { ...(value as Node), [step]: inner };
  return Object.keys(others).length === 0 ? undefined : others;
}
