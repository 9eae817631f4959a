import { Pack, SharedPart } from "../schema/pack.ts";
import type { PackSource } from "../schema/pack.ts";
import type { PackProblem, Path } from "../problem.ts";
import { checkShape } from "./check-shape.ts";
import type { Language } from "../text.ts";
import { nearest } from "./near.ts";
import { parseYaml, problemAt } from "./parse-yaml.ts";
import type { Place, YamlFile } from "./parse-yaml.ts";

/**
 * The shared parts that packs may use, by name: the YAML text of one, or null where there is none.
 * The core reads no files: the server gives those of `policies/shared`, a browser those it was sent.
 */
export interface SharedParts {
  readonly names: readonly string[];
  readonly text: (name: string) => string | null;
  /**
   * The Markdown of an article that stands beside the pack; null: there is none. Left out where only
   * the pack's own text is at hand.
   */
  readonly article?: (id: string, language: Language) => string | null;
}

/** The part that a pack uses when it does not say. */
const DEFAULT_PART = "good-desk";

/** A pack with what it takes from shared parts, and where each item of it is written. */
export interface MergedPack {
  readonly pack: PackSource;
  readonly whereIs: (
    path: Path,
    of?: "key" | "value",
  ) => { readonly file: string; readonly place: Place };
  /** The words of the file at a place, as its writer wrote them, on one line. */
  readonly written: (path: Path) => string;
  /** The pack's own file: what stands elsewhere is of a shared part. */
  readonly file: string;
  readonly article?: SharedParts["article"];
}

type Sections = Record<string, unknown>;
type Origins = Map<string, YamlFile>;

const isObject = (value: unknown): value is Sections =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Sections whose entries are taken one by one, and (`tell`) even key by key; all others are taken whole. */
const BY_ENTRY = new Set(["messages", "tell", "terms"]);

function lay(
  over: { readonly sections: Sections; readonly yaml: YamlFile },
  onto: Sections,
  origins: Origins,
): void {
  for (const [section, said] of Object.entries(over.sections)) {
    const before = onto[section];
    if (!BY_ENTRY.has(section) || !isObject(before) || !isObject(said)) {
      onto[section] = said;
      origins.set(section, over.yaml);
      continue;
    }
    const merged: Sections = { ...before };
    const was = origins.get(section);
    for (const name of Object.keys(before)) {
      const from = origins.get(`${section}/${name}`) ?? was;
      if (from !== undefined) origins.set(`${section}/${name}`, from);
    }
    for (const [name, value] of Object.entries(said)) {
      const earlier = before[name];
      merged[name] =
        section === "tell" && isObject(earlier) && isObject(value)
          ? { ...earlier, ...value }
          : value;
      origins.set(`${section}/${name}`, over.yaml);
    }
    onto[section] = merged;
    origins.set(section, over.yaml);
  }
}

type Part = { readonly sections: Sections; readonly yaml: YamlFile } | readonly PackProblem[];

/** Shared parts that were read, by their text: many packs are laid over the same few. */
const parts = new WeakMap<SharedParts, Map<string, Part>>();

function readPart(shared: SharedParts, name: string, text: string): Part {
  const known = parts.get(shared) ?? new Map<string, Part>();
  parts.set(shared, known);
  const part = known.get(text) ?? parsedPart(name, text);
  known.set(text, part);
  return part;
}

function parsedPart(name: string, text: string): Part {
  const yaml = parseYaml(text, `shared/${name}.yaml`);
  if ("code" in yaml) return [yaml];
  const part = checkShape(SharedPart, yaml);
  return "problems" in part ? part.problems : { sections: part.data as unknown as Sections, yaml };
}

/**
 * Reads a pack and lays it over the shared parts that it uses (those of `use`, else the good desk):
 * messages, terms and what is told are taken one by one, every other section whole, and what the
 * pack says itself always wins.
 */
export function mergePack(
  text: string,
  file: string,
  shared: SharedParts,
): MergedPack | { readonly problems: readonly PackProblem[] } {
  const yaml = parseYaml(text, file);
  return "code" in yaml ? { problems: [yaml] } : mergeFile(yaml, shared);
}

/** The same for a pack whose YAML was read already. */
export function mergeFile(
  yaml: YamlFile,
  shared: SharedParts,
): MergedPack | { readonly problems: readonly PackProblem[] } {
  const { file } = yaml;
  const own = checkShape(Pack, yaml);
  if ("problems" in own) return own;
  const merged: Sections = {};
  const origins: Origins = new Map();
  for (const [i, name] of (own.data.use ?? [DEFAULT_PART]).entries()) {
    const partText = shared.text(name);
    if (partText === null) {
      const path = own.data.use === undefined ? [] : ["use", i];
      const facts = { what: "part" as const, name, near: nearest(name, shared.names) };
      return {
        problems: [problemAt("refers-to-nothing", { file, path, place: yaml.place(path) }, facts)],
      };
    }
    const part = readPart(shared, name, partText);
    if (!("sections" in part)) return { problems: part };
    lay(part, merged, origins);
  }
  lay({ sections: own.data as unknown as Sections, yaml }, merged, origins);
  const fileOf = ([section, entry]: Path): YamlFile =>
    origins.get(`${section}/${entry}`) ?? origins.get(String(section)) ?? yaml;
  return {
    pack: merged as unknown as PackSource,
    whereIs: (path, of) => ({ file: fileOf(path).file, place: fileOf(path).place(path, of) }),
    written: (path) => fileOf(path).written(path),
    file,
    ...(shared.article === undefined ? {} : { article: shared.article }),
  };
}
