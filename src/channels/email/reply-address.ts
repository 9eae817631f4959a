import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "../../core/time/instant.ts";

/** The ticket that a reply address belongs to, and until when it is good. */
export interface ReplyTo {
  readonly desk: string;
  readonly number: number;
  readonly expires: Instant;
}

/** What a signed reply address turns out to be. */
export type ReplyAddress =
  | { readonly is: "signed"; readonly number: number }
  | { readonly is: "forged" }
  | { readonly is: "expired"; readonly number: number };

const DAY = 86_400_000;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const LENGTH = 26;

/**
 * The address that answers about a ticket go to: the desk's mailbox with a sub-address (RFC 5233) of
 * 26 letters and digits, which hold the ticket's number (to 2^32), the last day on which it is good
 * and 80 bits made from the installation's secret for this desk and this use alone. It says nothing
 * of its case, for some servers write local parts in small letters.
 */
export function replyAddress(secret: Uint8Array, mailbox: string, to: ReplyTo): string {
  const head = Buffer.alloc(6);
  head.writeUInt32BE(to.number, 0);
  head.writeUInt16BE(Math.floor(to.expires / DAY), 4);
  const token = base32(Buffer.concat([head, macOf(secret, to.desk, head)]));
  const at = mailbox.lastIndexOf("@");
  return `${mailbox.slice(0, at)}+${token}${mailbox.slice(at)}`;
}

/** Reads a reply address of this desk's mailbox; null where it is none. Compared in constant time. */
export function readReplyAddress(
  address: string,
  mailbox: string,
  {
    secret,
    desk,
    now,
  }: { readonly secret: Uint8Array; readonly desk: string; readonly now: Instant },
): ReplyAddress | null {
  const token = tokenOf(address, mailbox);
  if (token === null) return null;
  const bytes = fromBase32(token);
  const head = bytes.subarray(0, 6);
  if (!timingSafeEqual(bytes.subarray(6), macOf(secret, desk, head))) return { is: "forged" };
  const number = head.readUInt32BE(0);
  return { is: now >= (head.readUInt16BE(4) + 1) * DAY ? "expired" : "signed", number };
}

/** The 26 letters and digits of what has the form of a reply address of this mailbox; null for others. */
export function tokenOf(address: string, mailbox: string): string | null {
  const [given, ours] = [address.toLowerCase(), mailbox.toLowerCase()];
  const at = ours.lastIndexOf("@");
  const [start, end] = [`${ours.slice(0, at)}+`, ours.slice(at)];
  if (!given.startsWith(start) || !given.endsWith(end)) return null;
  const token = given.slice(start.length, given.length - end.length);
  return /^[a-z2-7]{26}$/u.test(token) ? token : null;
}

function macOf(secret: Uint8Array, desk: string, head: Buffer): Buffer {
  return createHmac("sha256", secret)
    .update(`reply\n${desk}\n`)
    .update(head)
    .digest()
    .subarray(0, 10);
}

/** Base32 (RFC 4648 §6) in small letters, without padding: 16 bytes are 26 characters. */
function base32(bytes: Buffer): string {
  const value = BigInt(`0x${bytes.toString("hex")}`) << 2n;
  return Array.from({ length: LENGTH }, (_, index) => {
    const digit = Number((value >> BigInt((LENGTH - 1 - index) * 5)) & 31n);
    return ALPHABET.charAt(digit);
  }).join("");
}

function fromBase32(text: string): Buffer {
  let value = 0n;
  for (const character of text) value = (value << 5n) | BigInt(ALPHABET.indexOf(character));
  return Buffer.from((value >> 2n).toString(16).padStart(32, "0"), "hex");
}
