import { isUtf8 } from "node:buffer";
import type { Limits } from "../limits.ts";

/** One header: its name in small letters, its value unfolded and otherwise as it was written. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** A block of headers and where the body begins; `over` where the bounds cut it off. */
export interface HeaderBlock {
  readonly headers: readonly Header[];
  readonly bodyAt: number;
  readonly over: boolean;
}

const LINE_FEED = 10;

/**
 * Reads the headers at the start of a message or part (RFC 5322 §2.2): folded lines are unfolded,
 * 8-bit values are UTF-8 (RFC 6532) or else windows-1252, a mailbox's "From " line before them is
 * skipped. A line that is no header ends the block, for some programs forget the empty line.
 */
export function readHeaders(bytes: Buffer, limits: Limits): HeaderBlock {
  const headers: { name: string; parts: string[] }[] = [];
  let at = afterMailboxLine(bytes);
  const start = at;
  while (at < bytes.length) {
    const end = bytes.indexOf(LINE_FEED, at);
    const next = end === -1 ? bytes.length : end + 1;
    if (next - start > limits.headerBytes || headers.length > limits.headers)
      return { headers: joined(headers), bodyAt: bodyAfter(bytes, at), over: true };
    const line = lineOf(bytes.subarray(at, next));
    if (line === "") return { headers: joined(headers), bodyAt: next, over: false };
    const last = headers.at(-1);
    const named = /^([!-9;-~]{1,200})[ \t]*:(.*)$/su.exec(line);
    if (/^[ \t]/u.test(line) && last !== undefined) last.parts.push(line.slice(1));
    else if (named !== null)
      headers.push({ name: (named[1] ?? "").toLowerCase(), parts: [named[2] ?? ""] });
    else return { headers: joined(headers), bodyAt: at, over: false };
    at = next;
  }
  return { headers: joined(headers), bodyAt: bytes.length, over: false };
}

/** The value of the first header of this name, without outer blanks; "" where there is none. */
export function headerOf(headers: readonly Header[], name: string): string {
  return headers.find((header) => header.name === name)?.value ?? "";
}

/** The values of all headers of this name, in their order. */
export function headersOf(headers: readonly Header[], name: string): string[] {
  return headers.filter((header) => header.name === name).map(({ value }) => value);
}

function joined(headers: readonly { name: string; parts: readonly string[] }[]): Header[] {
  return headers.map(({ name, parts }) => ({ name, value: parts.join(" ").trim() }));
}

function afterMailboxLine(bytes: Buffer): number {
  const isMailbox = /^>?From /u.test(bytes.toString("latin1", 0, 6));
  const end = bytes.indexOf(LINE_FEED);
  return isMailbox ? (end === -1 ? bytes.length : end + 1) : 0;
}

function bodyAfter(bytes: Buffer, from: number): number {
  const ends = [bytes.indexOf("\n\n", from), bytes.indexOf("\n\r\n", from)];
  const [first] = ends.filter((end) => end !== -1).toSorted((a, b) => a - b);
  if (first === undefined) return bytes.length;
  return first + (bytes[first + 1] === LINE_FEED ? 2 : 3);
}

/** A line without its end and without NUL. */
function lineOf(bytes: Buffer): string {
  const text = isUtf8(bytes)
    ? bytes.toString("utf8")
    : new TextDecoder("windows-1252").decode(bytes);
  return text.replace(/\r?\n$/u, "").replaceAll("\0", "");
}
