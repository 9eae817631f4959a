import { refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { lineStartsOf, placeIn } from "./text-place.ts";
import { isReserved, readAttributes, readText } from "./xml-parts.ts";
import type { XmlElement } from "./xml-element.ts";

/** Why a text is no XML; the words are the catalogue's. */
export type XmlTrouble =
  | "empty"
  | "too-long"
  | "too-deep"
  | "not-a-tag"
  | "name"
  | "attribute"
  | "attribute-twice"
  | "character"
  | "entity"
  | "unclosed"
  | "closes-another"
  | "outside-root"
  | "two-roots";

export type XmlRefusal = Refusal<"xml-doctype" | "xml-malformed">;

/** Characters of an XML that is read, and elements one within another; an invoice has some thousands, and ten. */
const most = { characters: 4 * 1024 * 1024, depth: 100 } as const;

/**
 * The namespaces that a tag declares, and those around it. A chain, not a copy: a tag with thousands of
 * them around thousands of others that declare one would else cost their product.
 */
interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly around: Scope | null;
}

interface Open {
  readonly name: string;
  readonly element: { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & {
    children: XmlElement[];
  };
  readonly scope: Scope | null;
  readonly counts: Map<string, number>;
}

interface Reading {
  readonly text: string;
  readonly starts: readonly number[];
  readonly open: Open[];
  root: XmlElement | null;
  at: number;
}

interface Trouble {
  readonly why: XmlTrouble;
  readonly at: number;
}

/**
 * Reads an XML (XML 1.0, Fifth Edition, without document type declarations) as elements with their
 * places; without texts, comments and instructions, which no rule of an invoice is about. It is one
 * pass without recursion. Refuses `xml-doctype` before anything is read (entities could be made to
 * grow or to read files) and `xml-malformed` with its `line`, `column` and `why`.
 */
export function parseXml(text: string): XmlElement | XmlRefusal {
  if (/<!(DOCTYPE|ENTITY)/iu.test(text)) return refuse("xml-doctype");
  if (text.length > most.characters) return malformed({ why: "too-long", at: 0 }, [0]);
  const body = text.startsWith("\u{FEFF}") ? text.slice(1) : text;
  const starts = lineStartsOf(body);
  const reading: Reading = { text: body, starts, open: [], root: null, at: 0 };
  while (reading.at < body.length) {
    const trouble = readNext(reading);
    if (trouble !== null) return malformed(trouble, starts);
  }
  const left = reading.open.at(-1);
  if (left !== undefined) {
    const { line, column } = left.element.at;
    return refuse("xml-malformed", { facts: { line, column, why: "unclosed", name: left.name } });
  }
  return reading.root ?? malformed({ why: "empty", at: body.length }, starts);
}

function malformed({ why, at }: Trouble, starts: readonly number[]): XmlRefusal {
  const { line, column } = placeIn(starts, at);
  return refuse("xml-malformed", { facts: { line, column, why } });
}

/** One text or one tag; null: it was well formed. */
function readNext(reading: Reading): Trouble | null {
  const { text, at } = reading;
  if (text[at] !== "<") return readBetween(reading);
  if (text.startsWith("<!--", at)) return skip(reading, "-->", 4);
  if (text.startsWith("<?", at)) return skip(reading, "?>", 2);
  if (text.startsWith("<![CDATA[", at))
    return reading.open.length === 0 ? { why: "outside-root", at } : skip(reading, "]]>", 9);
  if (text.startsWith("</", at)) return close(reading);
  return openTag(reading);
}

function skip(reading: Reading, end: string, opening: number): Trouble | null {
  const to = reading.text.indexOf(end, reading.at + opening);
  if (to === -1) return { why: "unclosed", at: reading.at };
  reading.at = to + end.length;
  return null;
}

function readBetween(reading: Reading): Trouble | null {
  const { text, at } = reading;
  const next = text.indexOf("<", at);
  const to = next === -1 ? text.length : next;
  const said = text.slice(at, to);
  reading.at = to;
  if (reading.open.length === 0)
    return /^[ \t\r\n]*$/u.test(said) ? null : { why: "outside-root", at };
  const read = readText(said);
  return typeof read === "string" ? null : { why: read.why, at: at + read.at };
}

const closing = /<\/([^\s<>/&"'=]+)[ \t\r\n]*>/uy;

function close(reading: Reading): Trouble | null {
  closing.lastIndex = reading.at;
  const found = closing.exec(reading.text);
  if (found === null) return { why: "not-a-tag", at: reading.at };
  const last = reading.open.at(-1);
  if (last?.name !== found[1]) return { why: "closes-another", at: reading.at };
  reading.open.pop();
  reading.at = closing.lastIndex;
  return null;
}

const opening = /<([\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*)/uy;

function openTag(reading: Reading): Trouble | null {
  const { text, starts, open } = reading;
  opening.lastIndex = reading.at;
  const [whole, name] = opening.exec(text) ?? [];
  if (whole === undefined || name === undefined) return { why: "not-a-tag", at: reading.at };
  if (open.length >= most.depth) return { why: "too-deep", at: reading.at };
  if (open.length === 0 && reading.root !== null) return { why: "two-roots", at: reading.at };
  const read = readAttributes(text, reading.at + whole.length, starts);
  if ("why" in read) return read;
  const parent = open.at(-1);
  const around = parent?.scope ?? null;
  const scope = read.declared.size === 0 ? around : { declared: read.declared, around };
  const [prefix, local] = name.includes(":")
    ? (name.split(":", 2) as [string, string])
    : ["", name];
  if (isReserved(local) || local === "") return { why: "name", at: reading.at };
  const count = (parent?.counts.get(local) ?? 0) + 1;
  parent?.counts.set(local, count);
  const own = count === 1 ? local : `${local}[${count}]`;
  const element = {
    name: local,
    attributes: read.attributes,
    children: [],
    namespace: namespaceOf(scope, prefix),
    path: parent === undefined ? own : `${parent.element.path}/${own}`,
    at: placeIn(starts, reading.at),
    places: read.places,
  };
  if (parent === undefined) reading.root = element;
  else parent.element.children.push(element);
  if (!read.closed) open.push({ name, element, scope, counts: new Map() });
  reading.at = read.to;
  return null;
}

/** What a prefix stands for (Namespaces in XML 1.0 §6.1): the nearest declaration says it; null: none. */
function namespaceOf(scope: Scope | null, prefix: string): string | null {
  for (let at = scope; at !== null; at = at.around) {
    const found = at.declared.get(prefix);
    if (found !== undefined) return found;
  }
  return null;
}
