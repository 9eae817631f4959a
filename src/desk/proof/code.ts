import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "../../core/time/instant.ts";
import type { Followed } from "../follow.ts";
import type { Plazo } from "../plazo.ts";

/** A code is made anew so often; it is good from then until the next one has been replaced too. */
const STEP = 30 * 60_000;

/**
 * The 6 digits that prove at `at` that somebody reads a recipient's mail: made from the
 * installation's secret, the ticket and the half hour, so that they are stored nowhere.
 */
export function codeFor({ settings }: Plazo, followed: Followed, at: Instant): string {
  const { desk, number, recipient } = followed;
  const made = createHmac("sha256", settings.secret)
    .update(`code\n${desk}\n${number}\n${recipient ?? ""}\n${Math.floor(at / STEP)}`)
    .digest();
  return String(made.readUInt32BE(0) % 1_000_000).padStart(6, "0");
}

/** Whether a written code is the one that was mailed within the last half hour, or up to an hour ago. */
export function isCode(
  plazo: Plazo,
  followed: Followed,
  { code, now }: { readonly code: string; readonly now: Instant },
): boolean {
  const written = code.replace(/[\s-]/gu, "");
  if (!/^\d{6}$/u.test(written)) return false;
  return [now, now - STEP].some((at) =>
    timingSafeEqual(Buffer.from(codeFor(plazo, followed, at)), Buffer.from(written)),
  );
}
