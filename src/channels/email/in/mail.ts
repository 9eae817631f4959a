import { addressParser, decodeWords } from "postal-mime";
import type { Arrival } from "./facts.ts";
import type { Limits } from "./limits.ts";
import { headerOf, headersOf } from "./mime/read-headers.ts";
import type { Header } from "./mime/read-headers.ts";
import { readParts } from "./mime/read-parts.ts";
import type { Over, Part } from "./mime/read-parts.ts";
import { gatherBody } from "./text/gather-body.ts";
import type { Body } from "./text/gather-body.ts";

/** A message taken apart, before any check. */
export interface Mail {
  /** As it came, without a mailbox's "From " line. */
  readonly raw: Buffer;
  /** Those of the message itself, without our own control headers. */
  readonly headers: readonly Header[];
  /** Names of headers that only we may write and that somebody else wrote. */
  readonly stripped: readonly string[];
  readonly root: Part;
  readonly over: readonly Over[];
  readonly body: Body;
  readonly limits: Limits;
}

/** An address in a header, with the name beside it. */
export interface Mailbox {
  readonly address: string;
  readonly name: string;
}

/**
 * Takes a message apart, whatever its bytes are; of one over the limit of bytes only the headers.
 * Headers that begin with X-Plazo- are our own: what a stranger writes there is never read.
 */
export function openMail(bytes: Buffer, limits: Limits): Mail {
  const raw = bytes.subarray(mailboxLine(bytes));
  const isLarge = raw.length > limits.bytes;
  const { root, over } = readParts(isLarge ? raw.subarray(0, limits.headerBytes) : raw, limits);
  const isOurs = ({ name }: Header): boolean => name.startsWith("x-plazo-");
  return {
    raw,
    headers: root.headers.filter((header) => !isOurs(header)),
    stripped: [...new Set(root.headers.filter(isOurs).map(({ name }) => name))].slice(0, 20),
    root,
    over,
    body: isLarge
      ? { text: "", html: null, files: [], wasCut: false }
      : gatherBody(root, limits.characters),
    limits,
  };
}

/** The decoded text of a header (RFC 2047) in one line; "" where there is none. */
export function wordsOf(mail: Pick<Mail, "headers">, name: string): string {
  return decodeWords(headerOf(mail.headers, name))
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** Addresses of one header that are read: more are nobody's letter. */
const mostAddresses = 200;

/** The addresses in all headers of these names (RFC 5322 §3.4), groups opened, in their order. */
export function mailboxesOf(mail: Pick<Mail, "headers">, names: readonly string[]): Mailbox[] {
  return names
    .flatMap((name) => headersOf(mail.headers, name))
    .flatMap((value) => addressParser(value.slice(0, 20_000), { flatten: true }))
    .flatMap(({ address, name }) =>
      address === undefined || address === "" ? [] : [{ address, name: oneLine(name) }],
    )
    .slice(0, mostAddresses);
}

/** The Message-IDs in headers of these names (RFC 5322 §3.6.4), with their angle brackets. */
export function messageIdsOf(mail: Pick<Mail, "headers">, names: readonly string[]): string[] {
  const values = names.flatMap((name) => headersOf(mail.headers, name));
  return values.flatMap((value) => value.match(/<[^<>\s]{1,900}>/gu) ?? []).slice(0, 100);
}

/**
 * Whether a message wants no answer: a server handed it over from nobody (RFC 5321 §4.5.5), by what was
 * said at the door, else by the header that the server of its mailbox wrote.
 */
export function hasNoReturnPath(mail: Pick<Mail, "headers">, arrival: Arrival | null): boolean {
  return arrival === null ? headerOf(mail.headers, "return-path") === "<>" : arrival.sender === "";
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, 200);
}

function mailboxLine(bytes: Buffer): number {
  if (!/^>?From /u.test(bytes.toString("latin1", 0, 6))) return 0;
  const end = bytes.indexOf(10);
  return end === -1 ? bytes.length : end + 1;
}
