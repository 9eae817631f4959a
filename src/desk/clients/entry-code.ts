import { createHmac, timingSafeEqual } from "node:crypto";
import type { Plazo } from "../plazo.ts";

/** How long a code to sign in with is good, in milliseconds. */
export const entryCodeFor: number = 15 * 60_000;

/** The 6 digits of the code `id`: made from the installation's secret, so that they are stored nowhere. */
export function entryCode({ settings }: Pick<Plazo, "settings">, desk: string, id: string): string {
  const made = createHmac("sha256", settings.secret).update(`entry code\n${desk}\n${id}`).digest();
  return String(made.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}

/** Whether what was written is the code `id`; spaces and hyphens aside. */
export function isEntryCode(
  plazo: Pick<Plazo, "settings">,
  desk: string,
  { id, written }: { readonly id: string; readonly written: string },
): boolean {
  const digits = written.replace(/[\s-]/gu, "");
  if (!/^\d{6}$/u.test(digits)) return false;
  return timingSafeEqual(Buffer.from(entryCode(plazo, desk, id)), Buffer.from(digits));
}
