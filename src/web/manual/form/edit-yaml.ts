import { isCollection, isMap, isScalar, isSeq, parse, parseDocument } from "yaml";
import type { Document, Node, Scalar } from "yaml";

/** A way into a pack: keys and positions from its root. */
export type YamlPath = readonly (string | number)[];

/** A pack's text, read to be edited; null where it is no YAML yet. */
export function openYaml(source: string): Document | null {
  const document = parseDocument(source);
  return document.errors.length === 0 && isMap(document.contents) ? document : null;
}

/**
 * The text with another value at a path where a single value stands: only its own characters change,
 * so that comments, order and layout stay as their author left them.
 */
export function putValue(source: string, path: YamlPath, value: string): string {
  const found = openYaml(source)?.getIn(path, true);
  if (!isScalar(found) || found.range === undefined || found.range === null) return source;
  const [from, to] = found.range;
  const written = source.slice(from, to);
  return source.slice(0, from) + writtenAs(value, { scalar: found, written }) + source.slice(to);
}

/** The text with other words in a list of single values: the list is written anew, in its own layout. */
export function putList(source: string, path: YamlPath, values: readonly string[]): string {
  const document = openYaml(source);
  const list = document?.getIn(path, true);
  if (document === null || !isSeq(list)) return source;
  list.items = values.map((value) => document.createNode(value));
  return textOf(document);
}

/** The text with one more item at the end of a list: shaped like its last, and empty. */
export function addItem(source: string, path: YamlPath): string {
  const document = openYaml(source);
  const list = document?.getIn(path, true);
  if (document === null || !isSeq(list)) return source;
  const last: unknown = list.toJSON().at(-1);
  list.add(document.createNode(emptied(last ?? "")));
  return textOf(document);
}

/** The text without one item of a list. */
export function removeItem(source: string, path: YamlPath): string {
  const document = openYaml(source);
  if (document === null) return source;
  document.deleteIn(path);
  return textOf(document);
}

/** Lines are never folded anew: what was written on one stays on one. */
function textOf(document: Document): string {
  return document.toString({ lineWidth: 0 });
}

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value !== "object" || value === null) return "";
  const words = Object.entries(value).filter(([, inner]) => typeof inner === "string");
  return Object.fromEntries(words.map(([key]) => [key, ""]));
}

function writtenAs(
  value: string,
  { scalar, written }: { readonly scalar: Scalar; readonly written: string },
): string {
  if (scalar.type === "BLOCK_LITERAL" || scalar.type === "BLOCK_FOLDED")
    return block(value, written);
  if (scalar.type === "QUOTE_SINGLE" && !/[\n\r]/u.test(value))
    return `'${value.replaceAll("'", "''")}'`;
  if (scalar.type === "QUOTE_DOUBLE" || !isPlain(value)) return JSON.stringify(value);
  return value;
}

/** Whether a text stands for itself without quotes, in a line and between brackets. */
function isPlain(value: string): boolean {
  if (value === "" || value.trim() !== value || /[\n\r#,[\]{}&*!|>'"%@`]|: |:$|^[-?]/u.test(value))
    return false;
  const read: unknown = parse(`[${value}]`)?.[0];
  return read === value || (typeof read === "number" && String(read) === value);
}

/** A text of several lines keeps its indentation; folded ones become literal, for lines mean lines here. */
function block(value: string, written: string): string {
  const [, first = ""] = written.split("\n");
  const indent = /^ */u.exec(first)?.[0] || "  ";
  const text = value.replace(/\n+$/u, "");
  const lines = text.split("\n").map((line) => (line === "" ? "" : indent + line));
  const keeps = value.endsWith("\n") ? "" : "-";
  return `|${keeps}\n${lines.join("\n")}${written.endsWith("\n") ? "\n" : ""}`;
}

/** Whether a node is a list of single values only. */
export function isPlainList(node: Node | null): boolean {
  return isSeq(node) && node.items.length > 0 && node.items.every((item) => !isCollection(item));
}
