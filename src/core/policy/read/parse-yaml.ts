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
import type { Document, Node, Pair } from "yaml";
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

const CODES: Readonly<Record<string, "yaml-tab" | "yaml-documents" | "yaml-alias" | "yaml-key">> = {
  TAB_AS_INDENT: "yaml-tab",
  MULTIPLE_DOCS: "yaml-documents",
  BAD_ALIAS: "yaml-alias",
  ALIAS_PROPS: "yaml-alias",
  MULTIPLE_ANCHORS: "yaml-alias",
  NON_STRING_KEY: "yaml-key",
};

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : "");

/** The first thing that the language leaves out: aliases and anchors, and keys that are not words. */
function firstForeign(doc: Document): { code: "yaml-alias" | "yaml-key"; offset: number } | null {
  let found: { code: "yaml-alias" | "yaml-key"; offset: number } | null = null;
  visit(doc, {
    Node(_key, node) {
      if (!isAlias(node) && node.anchor === undefined) return undefined;
      found = { code: "yaml-alias", offset: node.range?.[0] ?? 0 };
      return visit.BREAK;
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

/** An item of a file: its key and value, and whether the way to it exists to its end. */
interface Item {
  readonly key: Node | null;
  readonly value: Node | null;
  readonly whole: boolean;
}

function itemAt(doc: Document, path: Path): Item {
  let node: unknown = doc.contents;
  let key: Node | null = null;
  for (const step of path) {
    // One item may be written without the brackets of a list.
    if (step === 0 && isScalar(node)) continue;
    const next: unknown = isMap(node)
      ? node.items.find((pair) => keyOf(pair) === String(step))
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
  const lines = new LineCounter();
  const deep = tooDeepAt(text);
  if (deep >= 0) {
    const before = text.slice(0, deep).split("\n");
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return problemAt("too-deep", { ...start, place }, { most: MOST_DEPTH });
  }
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [error] = [...doc.errors, ...doc.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (error !== undefined) {
    const at = { ...start, place: place(error.pos[0]) };
    if (error.code === "DUPLICATE_KEY") {
      const key = /^[^\s:]+/.exec(text.slice(error.pos[0]))?.[0] ?? "";
      return problemAt("yaml-duplicate-key", at, { key });
    }
    const code = CODES[error.code];
    return code === undefined
      ? problemAt("yaml-syntax", at, { what: error.code })
      : problemAt(code, at, {});
  }
  const foreign = firstForeign(doc);
  if (foreign !== null) {
    return problemAt(foreign.code, { ...start, place: place(foreign.offset) }, {});
  }
  return { file, value: doc.toJS(), place: placer(doc, lines), written: quoter(doc, text) };
}
