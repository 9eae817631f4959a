import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "../../core/time/instant.ts";

/** Milliseconds of a step (RFC 6238 §5.2), and the digits of a code. */
const step = 30_000;
const digits = 6;

/** RFC 4648 §6, without padding. */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The step that an instant falls in. */
export function stepAt(at: Instant): number {
  return Math.floor(at / step);
}

/** The code of a step (RFC 4226 §5.3, with SHA-1, as every app reads it). */
export function codeAt(secret: Uint8Array, at: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(at));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const from = (mac.at(-1) ?? 0) & 0x0f;
  const number = (mac.readUInt32BE(from) & 0x7f_ff_ff_ff) % 10 ** digits;
  return String(number).padStart(digits, "0");
}

/**
 * The step whose code was given: the one at `now`, or the one before or after it for a clock that is
 * not exact (RFC 6238 §6); `null`: none of them. Spaces are left out.
 */
export function stepOf(secret: Uint8Array, given: string, now: Instant): number | null {
  const code = Buffer.from(given.replace(/\s/gu, ""));
  const middle = stepAt(now);
  const found = [middle, middle - 1, middle + 1].find((at) => {
    const right = Buffer.from(codeAt(secret, at));
    return right.length === code.length && timingSafeEqual(right, code);
  });
  return found ?? null;
}

/** Bytes as the letters and digits that a person can type into an app. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/gu) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)] ?? "")
    .join("");
}

/** The address that an app reads from the QR code: the installation and whose it is. */
export function appAddress(secret: Uint8Array, of: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(of.issuer)}:${encodeURIComponent(of.account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(of.issuer)}`;
}
