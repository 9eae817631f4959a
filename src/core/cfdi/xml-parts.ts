import type { XmlTrouble } from "./parse-xml.ts";
import { placeIn } from "./text-place.ts";
import type { TextPlace } from "./xml-element.ts";

/** What is wrong within a text, at its offset. */
interface Wrong {
  readonly why: XmlTrouble;
  readonly at: number;
}

/** The attributes of a tag; declarations of namespaces apart. */
interface Attributes {
  readonly attributes: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, TextPlace>>;
  /** Prefix to namespace; the empty prefix is the default one. */
  readonly declared: ReadonlyMap<string, string>;
  readonly closed: boolean;
  /** The offset after the tag. */
  readonly to: number;
}

/** Names that mean something to a program's own objects: nobody's invoice has them. */
export function isReserved(name: string): boolean {
  return name === "__proto__" || name === "constructor" || name === "prototype";
}

const attribute =
  /([ \t\r\n]*)([\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/uy;
const tagEnd = /[ \t\r\n]*(\/?)>/uy;

/** Reads a tag's attributes from an offset after its name up to its end. */
export function readAttributes(
  text: string,
  from: number,
  starts: readonly number[],
): Attributes | Wrong {
  const attributes: Record<string, string> = {};
  const places: Record<string, TextPlace> = {};
  const declared = new Map<string, string>();
  let at = from;
  for (;;) {
    tagEnd.lastIndex = at;
    const end = tagEnd.exec(text);
    if (end !== null)
      return { attributes, places, declared, closed: end[1] === "/", to: tagEnd.lastIndex };
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    if (found === null) return { why: at >= text.length ? "unclosed" : "attribute", at };
    const [, space = "", name = "", double, single] = found;
    if (space === "") return { why: "attribute", at };
    const began = at + space.length;
    const value = readText(double ?? single ?? "");
    if (typeof value !== "string") return { why: value.why, at: began };
    at = attribute.lastIndex;
    const namespaces = name === "xmlns" ? "" : name.startsWith("xmlns:") ? name.slice(6) : null;
    if (isReserved(name)) return { why: "name", at: began };
    if (namespaces === null ? Object.hasOwn(attributes, name) : declared.has(namespaces))
      return { why: "attribute-twice", at: began };
    if (namespaces !== null) declared.set(namespaces, value);
    else {
      // XML 1.0 §3.3.3: white space within a value is read as spaces.
      attributes[name] = value.replaceAll(/[\t\r\n]/gu, " ");
      places[name] = placeIn(starts, began);
    }
  }
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};
const forbidden = /[^\P{Cc}\t\n\r\u{7F}-\u{9F}]|[\u{FFFE}\u{FFFF}]|\p{Cs}/u;

/** A text with its references replaced (XML 1.0 §4.1, §4.6); what no XML may have is said with its offset. */
export function readText(said: string): string | Wrong {
  const wrong = forbidden.exec(said);
  if (wrong !== null) return { why: "character", at: wrong.index };
  if (!said.includes("&")) return said;
  let read = "";
  let at = 0;
  for (;;) {
    const next = said.indexOf("&", at);
    if (next === -1) return read + said.slice(at);
    const end = said.indexOf(";", next);
    const character = end === -1 || end - next > 12 ? null : referred(said.slice(next + 1, end));
    if (character === null) return { why: "entity", at: next };
    read += said.slice(at, next) + character;
    at = end + 1;
  }
}

function referred(name: string): string | null {
  if (Object.hasOwn(entities, name)) return entities[name] ?? null;
  const [, hexadecimal, decimal] = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/u.exec(name) ?? [];
  const code =
    hexadecimal === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hexadecimal, 16);
  if (!(code > 0 && code <= 0x10_ff_ff)) return null;
  const character = String.fromCodePoint(code);
  return forbidden.test(character) ? null : character;
}
