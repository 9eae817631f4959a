import type { Policy } from "../policy/policy.ts";
import type { PackProblem, Path } from "../policy/problem.ts";
import { readPackFile } from "../policy/read-pack.ts";
import type { SharedParts } from "../policy/read/merge.ts";
import type { YamlFile } from "../policy/read/parse-yaml.ts";

/** A pack without one of the constructs that keep a clause. */
export interface Mutant {
  /** The way to the construct, as the manual's author would say it: "clocks.resolucion". */
  readonly place: string;
  readonly clauses: readonly string[];
  /** The policy without it; null: the rest of the pack cannot do without it in any part. */
  readonly policy: Policy | null;
}

type Node = Record<string, unknown>;

/** Of what keeps a clause, these are no part of what it keeps. */
const NOT_KEEPING: ReadonlySet<string> = new Set(["clause", "assumed", "label"]);

/**
 * Takes each construct that carries a `clause:` out of a pack, one after the other: away altogether,
 * so that what a good desk does by itself takes its place, or, where something else of the pack refers
 * to it, everything in it that the pack can do without. Worked examples are no construct: they check.
 */
export function* mutantsOf(pack: YamlFile, shared: SharedParts): Generator<Mutant> {
  const { examples: _examples, ...whole } = pack.value as Node;
  for (const path of placesOf(whole, [])) {
    const clauses = [(at(whole, path) as Node)["clause"]].flat().map(String);
    const without = compiled(removed(whole, path), pack, shared);
    const policy = without ?? reduced(whole, path, { pack, shared });
    yield { place: path.join("."), clauses, policy };
  }
}

function* placesOf(value: unknown, path: Path): Generator<Path> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value) && Object.hasOwn(value, "clause")) yield path;
  for (const [key, inner] of Object.entries(value))
    if (key !== "clause")
      yield* placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** The construct with as little in it as the rest of the pack allows; null: with nothing less. */
function reduced(
  whole: Node,
  path: Path,
  { pack, shared }: { readonly pack: YamlFile; readonly shared: SharedParts },
): Policy | null {
  let least = whole;
  let policy: Policy | null = null;
  let said = JSON.stringify(compiled(whole, pack, shared));
  for (const key of Object.keys(at(whole, path) as Node)) {
    if (NOT_KEEPING.has(key)) continue;
    const less = removed(least, [...path, key]);
    const read = compiled(less, pack, shared);
    if (read === null) continue;
    least = less;
    // What it says by default anyway is nothing less.
    if (JSON.stringify(read) !== said) policy = read;
    said = JSON.stringify(read);
  }
  return policy;
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
