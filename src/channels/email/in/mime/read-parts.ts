import type { Limits } from "../limits.ts";
import { decodeText } from "./charset.ts";
import { headerOf, readHeaders } from "./read-headers.ts";
import type { Header } from "./read-headers.ts";
import { readStructured } from "./structured.ts";
import { withoutEncoding } from "./transfer.ts";

/** A part of a message: a container with children, or a leaf with a body as it was sent. */
export interface Part {
  readonly headers: readonly Header[];
  /** "text/plain", in small letters. */
  readonly mediaType: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly disposition: string;
  /** The file's name as its sender wrote it; null where there is none. */
  readonly name: string | null;
  readonly contentId: string | null;
  readonly encoding: string;
  readonly body: Buffer;
  readonly children: readonly Part[];
}

/** Which bound a message's structure went over. */
export type Over = "too-many-headers" | "too-many-parts" | "too-deep";

/** A message taken apart; what is over a bound was not taken apart any further. */
export interface Structure {
  readonly root: Part;
  readonly over: readonly Over[];
}

interface Walk {
  readonly limits: Limits;
  readonly over: Set<Over>;
  parts: number;
}

/**
 * Takes a message apart (RFC 2045, RFC 2046). Attached messages stay whole; a container without its
 * boundary is a text; one that is cut off ends with the message. Time grows with the bytes times the
 * depth, which is bounded.
 */
export function readParts(message: Buffer, limits: Limits): Structure {
  const walk: Walk = { limits, over: new Set(), parts: 0 };
  const root = readPart(message, walk, { depth: 0, byDefault: "text/plain" });
  return { root, over: [...walk.over] };
}

/** The bytes of a leaf without its transfer encoding. */
export function contentOf(part: Part): Buffer {
  return withoutEncoding(part.body, part.encoding);
}

/** The text of a leaf. */
export function textOf(part: Part): string {
  return decodeText(contentOf(part), part.parameters.get("charset") ?? null);
}

/** The leaves of a part, in their order. */
export function leavesOf(part: Part): readonly Part[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leavesOf);
}

function readPart(
  bytes: Buffer,
  walk: Walk,
  { depth, byDefault }: { readonly depth: number; readonly byDefault: string },
): Part {
  walk.parts += 1;
  const { headers, bodyAt, over } = readHeaders(bytes, walk.limits);
  if (over) walk.over.add("too-many-headers");
  const type = readStructured(headerOf(headers, "content-type"));
  const disposition = readStructured(headerOf(headers, "content-disposition"));
  const body = bytes.subarray(bodyAt);
  const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/u.test(type.value) ? type.value : byDefault;
  const children = mediaType.startsWith("multipart/")
    ? childrenOf(body, walk, { depth, mediaType, boundary: type.parameters.get("boundary") ?? "" })
    : [];
  return {
    headers,
    mediaType:
      mediaType.startsWith("multipart/") && children.length === 0 ? "text/plain" : mediaType,
    parameters: type.parameters,
    disposition: disposition.value,
    name: disposition.parameters.get("filename") ?? type.parameters.get("name") ?? null,
    contentId: /<([^<>\s]{1,500})>/u.exec(headerOf(headers, "content-id"))?.[1] ?? null,
    encoding: headerOf(headers, "content-transfer-encoding"),
    body,
    children,
  };
}

function childrenOf(
  body: Buffer,
  walk: Walk,
  at: { readonly depth: number; readonly mediaType: string; readonly boundary: string },
): Part[] {
  if (at.boundary === "" || at.boundary.length > 200) return [];
  if (at.depth >= walk.limits.depth) {
    walk.over.add("too-deep");
    return [];
  }
  const children: Part[] = [];
  // Within a digest what says nothing of itself is a message (RFC 2046 §5.1.5).
  const byDefault = at.mediaType === "multipart/digest" ? "message/rfc822" : "text/plain";
  for (const slice of slicesOf(body, at.boundary)) {
    if (walk.parts >= walk.limits.parts) {
      walk.over.add("too-many-parts");
      break;
    }
    children.push(readPart(slice, walk, { depth: at.depth + 1, byDefault }));
  }
  return children;
}

/** What stands between the delimiter lines of a boundary (RFC 2046 §5.1.1). */
function* slicesOf(body: Buffer, boundary: string): Generator<Buffer> {
  const delimiter = Buffer.from(`--${boundary}`, "utf8");
  let from = -1;
  let at = 0;
  while (at < body.length) {
    const found = body.indexOf(delimiter, at);
    if (found === -1) break;
    at = found + delimiter.length;
    const end = delimiterEnd(body, found, at);
    if (end === null) continue;
    if (from !== -1) yield body.subarray(from, Math.max(from, beforeLineEnd(body, found)));
    if (end.last) return;
    from = end.next;
    at = end.next;
  }
  if (from !== -1) yield body.subarray(from);
}

/** Where the line of a delimiter ends, and whether it is the closing one; null where it is no such line. */
function delimiterEnd(
  body: Buffer,
  start: number,
  after: number,
): { readonly last: boolean; readonly next: number } | null {
  if (start > 0 && body[start - 1] !== 0x0a) return null;
  const last = body[after] === 0x2d && body[after + 1] === 0x2d;
  let at = last ? after + 2 : after;
  while (body[at] === 0x20 || body[at] === 0x09 || body[at] === 0x0d) at += 1;
  if (at < body.length && body[at] !== 0x0a && !last) return null;
  return { last, next: Math.min(at + 1, body.length) };
}

/** The line's end before a delimiter belongs to the delimiter. */
function beforeLineEnd(body: Buffer, at: number): number {
  if (body[at - 1] !== 0x0a) return at;
  return body[at - 2] === 0x0d ? at - 2 : at - 1;
}
