import { isMap, isScalar, isSeq } from "yaml";
import type { Document, Node } from "yaml";
import { isPlainList } from "./edit-yaml.ts";
import type { YamlPath } from "./edit-yaml.ts";

/** One box of the form: a value, or a list of values, a line each. */
export interface FormBox {
  readonly path: YamlPath;
  readonly kind: "value" | "list";
  readonly value: string;
  readonly long: boolean;
}

/** Boxes under one heading: a calendar, a severity, a clock, a message. */
export interface FormGroup {
  readonly path: YamlPath;
  readonly boxes: readonly FormBox[];
  /** Lists to which an item can be added. */
  readonly lists: readonly YamlPath[];
}

/** A part of the pack that is edited as a form. */
export interface FormSection {
  readonly id: SectionId;
  readonly groups: readonly FormGroup[];
}

/** The parts that are edited as a form, and which of their keys; null: all. The rest is edited as text. */
const parts = {
  desk: ["name", "organisation", "about", "portal"],
  calendars: ["open", "closed"],
  severities: null,
  clocks: ["label", "within", "warn", "pauses", "every"],
  channels: null,
  messages: null,
  "call-list": null,
  glossary: null,
  notes: null,
} as const;

/** The name of a part. */
export type SectionId = keyof typeof parts;

/** Keys whose values are the language's own, and not words or numbers of the manual. */
const kept = new Set(["clause", "assumed"]);

/** A text is long from here on, in characters. */
const LONG = 70;

/** What of a pack can be edited as a form, in the order of the language; parts that it does not have are left out. */
export function formOf(document: Document): FormSection[] {
  return (Object.keys(parts) as SectionId[]).flatMap((id) => {
    const part = document.getIn([id], true) as Node | undefined;
    if (part === undefined) return [];
    const groups = groupsOf(id, part).filter(
      ({ boxes, lists }) => boxes.length > 0 || lists.length > 0,
    );
    return groups.length === 0 ? [] : [{ id, groups }];
  });
}

function groupsOf(id: SectionId, part: Node): FormGroup[] {
  const keys: readonly string[] | null = parts[id];
  if (id === "desk" || !isMap(part)) return [groupOf([id], part, keys)];
  return part.items.flatMap((pair) => {
    if (!isScalar(pair.key)) return [];
    return [groupOf([id, String(pair.key.value)], pair.value as Node | null, keys)];
  });
}

function groupOf(path: YamlPath, node: Node | null, keys: readonly string[] | null): FormGroup {
  const boxes: FormBox[] = [];
  const lists: YamlPath[] = [];
  const visit = (at: YamlPath, inner: Node | null, only: readonly string[] | null): void => {
    if (isScalar(inner)) {
      // Yes and no, and what is left empty, are said in the text.
      if (isWritten(inner.value)) boxes.push(boxOf(at, inner.value));
    } else if (isPlainList(inner)) boxes.push(listOf(at, inner));
    else if (isSeq(inner)) {
      for (const [i, item] of inner.items.entries()) visit([...at, i], item as Node, null);
      lists.push(at);
    } else if (isMap(inner))
      for (const pair of inner.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : "";
        const isShown = only === null ? !kept.has(key) : only.includes(key);
        if (isShown) visit([...at, key], pair.value as Node | null, null);
      }
  };
  visit(path, node, keys);
  return { path, boxes, lists };
}

function isWritten(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function boxOf(path: YamlPath, value: string | number): FormBox {
  const text = String(value);
  return { path, kind: "value", value: text, long: text.length > LONG || text.includes("\n") };
}

function listOf(path: YamlPath, node: Node | null): FormBox {
  const values = isSeq(node)
    ? node.items.map((item) => (isScalar(item) ? String(item.value) : ""))
    : [];
  return { path, kind: "list", value: values.join("\n"), long: true };
}
