import type { Context } from "hono";
import { isIP } from "node:net";
import type { Env } from "./env.ts";

/** The address at the other end of the connection; null where there is none (a test, a socket closed). */
export function peerOf(context: Context<Env>): string | null {
  return context.env?.incoming?.socket?.remoteAddress ?? null;
}

/** Whether an address is this machine's own (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
export function isLoopback(address: string | null): boolean {
  if (address === null) return false;
  return address === "::1" || /^(::ffff:)?127\.\d+\.\d+\.\d+$/u.test(address);
}

/**
 * The address that a request comes from, for limits alone. A proxy is believed only on this machine,
 * and of what it says only the last entry: the one it wrote itself (RFC 7239 §5.2).
 */
export function sourceOf(context: Context<Env>): string {
  const peer = peerOf(context);
  const last = context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  if (isLoopback(peer) && isIP(last) !== 0) return last;
  return peer ?? "unknown";
}
