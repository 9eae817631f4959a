import { crc32 } from "node:zlib";
import type { Random } from "../effects.ts";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** What a token looks like: for scanners of secrets, and to refuse the rest before the database is asked. */
export const tokenPattern = /^plazo_[0-9A-Za-z]{28}$/u;

/**
 * A new token: `plazo_`, 22 characters of 128 random bits, and 6 that check them (CRC-32 of all that
 * stands before), so that a scanner knows one from what only looks like it.
 */
export function newToken(random: Random): string {
  const bits = BigInt(`0x${Buffer.from(random.token(), "base64url").toString("hex")}`);
  return checked(`plazo_${inDigits(bits, 22)}`);
}

/** Whether a text can be a token of ours: its prefix, its length and its check. */
export function looksLikeToken(text: string): boolean {
  return tokenPattern.test(text) && checked(text.slice(0, -6)) === text;
}

function checked(text: string): string {
  return text + inDigits(BigInt(crc32(text)), 6);
}

function inDigits(value: bigint, width: number): string {
  let rest = value;
  let text = "";
  for (let at = 0; at < width; at += 1) {
    text = `${digits[Number(rest % 62n)]}${text}`;
    rest /= 62n;
  }
  return text;
}
