import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import type { Document, Node, Pair, YAMLMap } from "yaml";
import type { PackProblem, PackProblemCode, PackProblemFacts, Path } from "../problem.ts";
import { warningCodes } from "../problem.ts";

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A YAML file that was read: its plain value, and where each of its items stands. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** The place of an item: of its key, or of its value. Where it is missing, that of what should hold it. */
  readonly place: (path: Path, of?: "key" | "value") => Place;
  /** What is written there, its key and its value, on one line; where it is missing, what should hold it. */
  readonly written: (path: Path) => string;
}

const MOST_CHARACTERS = 400_000;
const MOST_DEPTH = 40;

/** Makes a problem; its level is fixed by its code. */
export function problemAt<C extends PackProblemCode>(
  code: C,
  at: { readonly file: string; readonly path: Path; readonly place: Place },
  facts: PackProblemFacts[C],
): PackProblem {
  const level = warningCodes.has(code) ? "warning" : "error";
  return { code, file: at.file, path: at.path, ...at.place, level, facts } as PackProblem;
}

/** Offset at which brackets, or dashes of nested lists, go deeper than a pack ever needs; -1 where they do not. */
function tooDeepAt(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === "[" || c === "{") depth++;
    else if ((c === "]" || c === "}") && depth > 0) depth--;
    if (depth > MOST_DEPTH) return i;
  }
  return text.search(/(?:[-?][ \t]+){40}/);
}

/**
 * Offset of the first character that no text has (YAML 1.2, 5.1): a control, half of a pair, or what a
 * decoder puts where the bytes are not UTF-8; -1 where there is none.
 */
const notTextAt = (text: string): number =>
  text.search(/[^\t\n\r -~\u0085\u00A0-\u{10FFFF}]|[\u{D800}-\u{DFFF}\uFFFD-\uFFFF]/u);

const CODES: Readonly<
  Record<string, "yaml-tab" | "yaml-documents" | "yaml-alias" | "yaml-key" | "yaml-tag">
> = {
  TAB_AS_INDENT: "yaml-tab",
  MULTIPLE_DOCS: "yaml-documents",
  BAD_ALIAS: "yaml-alias",
  ALIAS_PROPS: "yaml-alias",
  MULTIPLE_ANCHORS: "yaml-alias",
  NON_STRING_KEY: "yaml-key",
  TAG_RESOLVE_FAILED: "yaml-tag",
};

function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : "");

/** What the language leaves out or refuses, at its offset. */
type Foreign =
  | { readonly code: "yaml-alias" | "yaml-key" | "yaml-tag"; readonly offset: number }
  | { readonly code: "yaml-duplicate-key"; readonly offset: number; readonly key: string };

/** The first thing that the language leaves out: aliases, anchors and tags, keys that are not words, and keys said twice. */
function firstForeign(doc: Document, text: string): Foreign | null {
  let found: Foreign | null = null;
  visit(doc, {
    Node(_key, node) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node) || node.anchor !== undefined) found = { code: "yaml-alias", offset };
      else if (node.tag !== undefined)
        found = { code: "yaml-tag", offset: tagBefore(text, offset) };
      else if (isMap(node)) found = firstKeyTwice(node);
      return found === null ? undefined : visit.BREAK;
    },
    Pair(_key, pair) {
      const plain = isScalar(pair.key) && ["string", "number"].includes(typeof pair.key.value);
      if (plain && !["__proto__", "<<"].includes(keyOf(pair))) return undefined;
      found = { code: "yaml-key", offset: (pair.key as Node | null)?.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
}

/** Where the tag begins that stands before an offset: `!name`, `!!name`. */
function tagBefore(text: string, offset: number): number {
  const at = text.lastIndexOf("!", offset);
  return Math.max(0, text[at - 1] === "!" ? at - 1 : at);
}

/** The first key of a group that is said a second time. A set finds it: a group may have thousands. */
function firstKeyTwice(map: YAMLMap<unknown, unknown>): Foreign | null {
  const said = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (said.has(name))
      return { code: "yaml-duplicate-key", offset: key.range?.[0] ?? 0, key: name };
    said.add(name);
  }
  return null;
}

/** An item of a file: its key and value, and whether the way to it exists to its end. */
interface Item {
  readonly key: Node | null;
  readonly value: Node | null;
  readonly whole: boolean;
}

/** The pairs of each group by their keys, made when first asked for. */
const pairsOf = new WeakMap<object, ReadonlyMap<string, Pair>>();

function pairOf(map: YAMLMap<unknown, unknown>, key: string): Pair | undefined {
  const known = pairsOf.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair), pair]));
  pairsOf.set(map, known);
  return known.get(key);
}

function itemAt(doc: Document, path: Path): Item {
  let node: unknown = doc.contents;
  let key: Node | null = null;
  for (const step of path) {
    // One item may be written without the brackets of a list.
    if (step === 0 && isScalar(node)) continue;
    const next: unknown = isMap(node)
      ? pairOf(node, String(step))
      : isCollection(node)
        ? node.items[Number(step)]
        : undefined;
    if (next === undefined) return { key, value: node as Node | null, whole: false };
    key = isPair(next) ? (next.key as Node) : (next as Node);
    node = isPair(next) ? next.value : next;
  }
  return { key, value: node as Node | null, whole: true };
}

function placer(doc: Document, lines: LineCounter): YamlFile["place"] {
  return (path, of = "value") => {
    const { key, value, whole } = itemAt(doc, path);
    const best = of === "key" || !whole ? (key ?? value) : (value ?? key);
    const { line, col } = lines.linePos(best?.range?.[0] ?? 0);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
}

function quoter(doc: Document, text: string): YamlFile["written"] {
  return (path) => {
    const { key, value } = itemAt(doc, path);
    const from = (key ?? value)?.range?.[0] ?? 0;
    const to = (value ?? key)?.range?.[1] ?? from;
    return text.slice(from, to).replaceAll(/\s+/g, " ").trim();
  };
}

/**
 * Reads one YAML 1.2 file. Aliases, anchors, merge keys, several documents and keys that are not
 * words are no part of the language and are refused, and so is whatever is larger or deeper than any
 * manual: at most one problem is returned, the first.
 */
export function parseYaml(text: string, file: string): YamlFile | PackProblem {
  const start = { file, path: [], place: { line: 1, column: 1 } };
  if (text.length > MOST_CHARACTERS) {
    return problemAt("too-large", start, { characters: text.length, most: MOST_CHARACTERS });
  }
  const strange = notTextAt(text);
  if (strange >= 0) return problemAt("not-text", { ...start, place: placeIn(text, strange) }, {});
  const deep = tooDeepAt(text);
  if (deep >= 0) {
    const place = placeIn(text, deep);
    return problemAt("too-deep", { ...start, place }, { most: MOST_DEPTH });
  }
  const lines = new LineCounter();
  const doc = parseDocument(text, {
    ...{ lineCounter: lines, prettyErrors: false, stringKeys: false },
    // Keys that are said twice are found here, in time that grows with the file alone.
    uniqueKeys: false,
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [error] = [...doc.errors, ...doc.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (error !== undefined) {
    const at = { ...start, place: place(error.pos[0]) };
    const code = CODES[error.code];
    return code === undefined
      ? problemAt("yaml-syntax", at, { what: error.code })
      : problemAt(code, at, {});
  }
  const foreign = firstForeign(doc, text);
  if (foreign !== null) {
    const at = { ...start, place: place(foreign.offset) };
    return "key" in foreign
      ? problemAt(foreign.code, at, { key: foreign.key })
      : problemAt(foreign.code, at, {});
  }
  return { file, value: doc.toJS(), place: placer(doc, lines), written: quoter(doc, text) };
}
