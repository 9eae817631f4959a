import type { FileKind } from "../../core/policy/form-rule.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { extensionOf, namedAs, normalName } from "./file-name.ts";
import { readMarkup } from "./markup.ts";

/** What a file is, by its own first bytes; its name only helps where bytes cannot tell. */
export interface InspectedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly kind: FileKind;
}

interface Type {
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly extensions: readonly string[];
}

interface Magic extends Type {
  readonly at: number;
  readonly bytes: readonly number[];
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

const magics: readonly Magic[] = [
  {
    kind: "image",
    mediaType: "image/png",
    extensions: ["png"],
    at: 0,
    bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
  {
    kind: "image",
    mediaType: "image/jpeg",
    extensions: ["jpg", "jpeg"],
    at: 0,
    bytes: [0xff, 0xd8, 0xff],
  },
  { kind: "image", mediaType: "image/gif", extensions: ["gif"], at: 0, bytes: ascii("GIF87a") },
  { kind: "image", mediaType: "image/gif", extensions: ["gif"], at: 0, bytes: ascii("GIF89a") },
  { kind: "pdf", mediaType: "application/pdf", extensions: ["pdf"], at: 0, bytes: ascii("%PDF-") },
];

const openXml = "application/vnd.openxmlformats-officedocument.";
const zipped: Readonly<Record<string, string>> = {
  docx: `${openXml}wordprocessingml.document`,
  xlsx: `${openXml}spreadsheetml.sheet`,
  pptx: `${openXml}presentationml.presentation`,
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
};

const compound: Readonly<Record<string, string>> = {
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
};

/**
 * Tells what a file is by its first bytes (at most 64 KiB), and gives the name it is kept under:
 * normalised, with the extension of what it is. Refuses `file-name`, `file-empty`, `file-kind` (not
 * one of ours, or not one that the field accepts) and `xml-doctype`: a document type declaration can
 * make a parser read other files, and no invoice needs one.
 */
export function inspectFile(
  written: string,
  head: Uint8Array,
  accept: readonly FileKind[],
): InspectedFile | Refusal<"file-name" | "file-empty" | "file-kind" | "xml-doctype"> {
  const name = normalName(written);
  if (name === undefined) return refuse("file-name");
  if (head.length === 0) return refuse("file-empty", { facts: { name } });
  const type = typeOf(head, extensionOf(name));
  if (type === "doctype") return refuse("xml-doctype", { facts: { name } });
  if (type === undefined || !accept.includes(type.kind))
    return refuse("file-kind", { facts: { name, accept } });
  return { name: namedAs(name, type.extensions), mediaType: type.mediaType, kind: type.kind };
}

function typeOf(head: Uint8Array, extension: string): Type | "doctype" | undefined {
  const magic = magics.find((one) => startsWith(head, one.bytes, one.at));
  if (magic !== undefined) return magic;
  if (startsWith(head, ascii("RIFF"), 0) && startsWith(head, ascii("WEBP"), 8)) {
    return { kind: "image", mediaType: "image/webp", extensions: ["webp"] };
  }
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04], 0)) return zippedDocument(head, extension);
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 0))
    return officeOf(compound, extension);
  return writtenIn(head, extension);
}

/** An archive is never opened: its first entries' names tell a document from any other archive. */
function zippedDocument(head: Uint8Array, extension: string): Type | undefined {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4_096)).toString(
    "latin1",
  );
  const isDocument =
    start.includes("[Content_Types].xml") ||
    start.includes("mimetypeapplication/vnd.oasis.opendocument") ||
    start.includes("_rels/.rels");
  return isDocument ? officeOf(zipped, extension) : undefined;
}

function officeOf(types: Readonly<Record<string, string>>, extension: string): Type | undefined {
  const mediaType = Object.hasOwn(types, extension) ? types[extension] : undefined;
  return mediaType === undefined
    ? undefined
    : { kind: "office", mediaType, extensions: [extension] };
}

function writtenIn(head: Uint8Array, extension: string): Type | "doctype" | undefined {
  const read = readMarkup(head);
  if (read.is === "doctype") return "doctype";
  if (read.is === "xml") return { kind: "xml", mediaType: "application/xml", extensions: ["xml"] };
  if (read.is !== "text") return undefined;
  return extension === "csv"
    ? { kind: "text", mediaType: "text/csv", extensions: ["csv"] }
    : { kind: "text", mediaType: "text/plain", extensions: ["txt", "log", "md"] };
}

function startsWith(head: Uint8Array, bytes: readonly number[], at: number): boolean {
  return bytes.every((byte, index) => head[at + index] === byte);
}
