import { z } from "zod";
import type { PackProblem, Path } from "../problem.ts";
import { nearest } from "./near.ts";
import { problemAt } from "./parse-yaml.ts";
import type { YamlFile } from "./parse-yaml.ts";

type Issue = z.core.$ZodIssue;

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );

const names = (values: readonly unknown[]): string[] => values.map(String);

const isWrongTypeHere = (issue: Issue): boolean =>
  issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");

/** What a branch of a union would have taken at its root. */
function expectedBy(issue: Issue): string[] {
  if (issue.code === "invalid_type") return [issue.expected];
  if (issue.code === "invalid_value") return names(issue.values);
  if (issue.code === "invalid_union")
    return issue.errors.flatMap((branch) => branch.slice(0, 1).flatMap(expectedBy));
  return [];
}

/** Of a union's branches, the one that the writer meant: the one that took the value's type, and went furthest. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fitting = branches.filter((issues) => issues.length > 0 && !issues.some(isWrongTypeHere));
  const unknownKeys = (issues: readonly Issue[]): number =>
    issues.filter((issue) => issue.code === "unrecognized_keys").length;
  return (
    fitting.toSorted((a, b) => unknownKeys(a) - unknownKeys(b) || a.length - b.length)[0] ?? null
  );
}

interface Shape {
  readonly yaml: YamlFile;
  readonly known: (path: Path) => readonly string[];
}

function unionProblems(
  issue: Issue & { code: "invalid_union" },
  path: Path,
  shape: Shape,
): PackProblem[] {
  const meant = meantBranch(issue.errors);
  if (meant !== null) return meant.flatMap((inner) => problemsOf(inner, path, shape));
  const expected = [...new Set(expectedBy(issue))];
  const value = at(shape.yaml.value, path);
  const place = { file: shape.yaml.file, path, place: shape.yaml.place(path) };
  const words = expected.filter(
    (word) => !["string", "object", "record", "array", "number", "boolean"].includes(word),
  );
  if (typeof value === "string" && words.length > 0 && !expected.includes("string")) {
    return [problemAt("not-one-of", place, { values: words, near: nearest(value, words) })];
  }
  return [problemAt("wrong-type", place, { expected })];
}

function problemsOf(issue: Issue, base: Path, shape: Shape): PackProblem[] {
  const path = [
    ...base,
    ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step)),
  ];
  const { yaml } = shape;
  const place = { file: yaml.file, path, place: yaml.place(path) };
  const value = at(yaml.value, path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const here = [...path, key];
      // A word that means something elsewhere is no help where it means nothing.
      const known = shape.known(path).filter((one) => one !== key);
      return problemAt(
        "unknown-key",
        { file: yaml.file, path: here, place: yaml.place(here, "key") },
        { key, near: nearest(key, known) },
      );
    });
  }
  if (value === undefined && path.length > 0) {
    return [problemAt("missing-key", place, { key: String(path.at(-1)) })];
  }
  if (issue.code === "invalid_union") return unionProblems(issue, path, shape);
  if (issue.code === "invalid_key") {
    const key = { file: yaml.file, path, place: yaml.place(path, "key") };
    return [problemAt("bad-name", key, { name: String(path.at(-1)) })];
  }
  if (issue.code === "invalid_value") {
    const values = names(issue.values);
    return [problemAt("not-one-of", place, { values, near: nearest(String(value), values) })];
  }
  if (issue.code === "too_small" || issue.code === "too_big") {
    const least = issue.code === "too_small" ? Number(issue.minimum) : null;
    const most = issue.code === "too_big" ? Number(issue.maximum) : null;
    return [problemAt("out-of-range", place, { least, most })];
  }
  if (issue.code === "invalid_format") {
    const isName = issue.pattern?.startsWith("/^[a-z]") ?? false;
    return [
      isName
        ? problemAt("bad-name", place, { name: String(value) })
        : problemAt("bad-shape", place, { pattern: issue.pattern ?? "", like: likeOf(issue) }),
    ];
  }
  const expected = issue.code === "invalid_type" ? [issue.expected] : [];
  return [problemAt("wrong-type", place, { expected })];
}

/** A text of the expected shape: what the schema says of itself in place of a message, `like: 5x8`. */
function likeOf({ message }: Issue): string | null {
  return message.startsWith("like: ") ? message.slice("like: ".length) : null;
}

/**
 * A key that is not known, in a group that lacks exactly one, was meant to be that one: one mistake is
 * told once.
 */
function withoutEchoes(problems: readonly PackProblem[]): PackProblem[] {
  const groups = new Map<string, Group>();
  const groupOf = ({ path }: PackProblem): string => JSON.stringify(path.slice(0, -1));
  for (const problem of problems) {
    const key = groupOf(problem);
    const group = groups.get(key) ?? { missing: [], unknown: [] };
    groups.set(key, group);
    if (problem.code === "missing-key") group.missing.push(problem);
    if (problem.code === "unknown-key") group.unknown.push(problem);
  }
  return problems.flatMap((problem) => {
    const { missing = [], unknown = [] } = groups.get(groupOf(problem)) ?? {};
    const [lacking] = missing;
    if (lacking === undefined || missing.length > 1 || unknown.length !== 1) return [problem];
    if (problem === lacking) return [];
    if (problem.code !== "unknown-key") return [problem];
    return [{ ...problem, facts: { ...problem.facts, near: String(lacking.path.at(-1)) } }];
  });
}

/** What one group of a pack lacks, and what is not known there. */
interface Group {
  readonly missing: PackProblem[];
  readonly unknown: PackProblem[];
}

/** The keys that the schema knows, for suggestions: those of every object and closed list of names in it. */
function keysOf(schema: z.ZodType): string[] {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (inner: unknown): void => {
    if (typeof inner !== "object" || inner === null || seen.has(inner)) return;
    seen.add(inner);
    const def = (inner as { def?: Record<string, unknown> }).def;
    if (def === undefined) return;
    if (def["type"] === "object") {
      for (const [key, part] of Object.entries(def["shape"] as Record<string, unknown>)) {
        found.add(key);
        walk(part);
      }
    }
    const key = def["keyType"];
    if (key instanceof z.ZodEnum) for (const name of key.options) found.add(String(name));
    for (const part of [
      def["innerType"],
      def["element"],
      def["valueType"],
      ...((def["options"] as unknown[] | undefined) ?? []),
    ])
      walk(part);
  };
  walk(schema);
  return [...found];
}

/**
 * Holds a YAML file against a schema. Each mistake is one problem, at its own place; where the
 * schema gives a choice of shapes, only what is wrong with the shape that was meant is told.
 */
export function checkShape<T>(
  schema: z.ZodType<T>,
  yaml: YamlFile,
  whole: "not-a-pack" | "not-a-scenario" = "not-a-pack",
): { readonly data: T } | { readonly problems: PackProblem[] } {
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return { data: parsed.data };
  const start = { file: yaml.file, path: [], place: yaml.place([]) };
  if (typeof yaml.value !== "object" || yaml.value === null || Array.isArray(yaml.value)) {
    return { problems: [problemAt(whole, start, {})] };
  }
  let keys: readonly string[] | null = null;
  const shape = { yaml, known: () => (keys ??= keysOf(schema)) };
  return {
    problems: withoutEchoes(parsed.error.issues.flatMap((issue) => problemsOf(issue, [], shape))),
  };
}

/** The same for one part of a file, at a path from its root. */
export function checkPart<T>(
  schema: z.ZodType<T>,
  yaml: YamlFile,
  path: Path,
): { readonly data: T } | { readonly problems: PackProblem[] } {
  const parsed = schema.safeParse(at(yaml.value, path));
  if (parsed.success) return { data: parsed.data };
  let keys: readonly string[] | null = null;
  const shape = { yaml, known: () => (keys ??= keysOf(schema)) };
  return {
    problems: withoutEchoes(parsed.error.issues.flatMap((issue) => problemsOf(issue, path, shape))),
  };
}
