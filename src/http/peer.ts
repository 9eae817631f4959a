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
 * Whoever a request counts for, where tries and filings are counted: the address that it comes from, and of
 * one of the new kind its network (RFC 4291 §2.5.4: 64 bits), for each household has as many
 * addresses in one as it likes.
 */
export function networkOf(context: Context<Env>): string {
  return networkOfAddress(sourceOf(context));
}

/** The network of an address of the new kind; one of the old kind is itself, however it is written. */
export function networkOfAddress(address: string): string {
  const old = /^(?:::ffff:)(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (old !== undefined) return old;
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  // A tail in figures of the old kind stands for two groups.
  const taken = groups.length + after.length + (tail?.includes(".") === true ? 1 : 0);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - taken }, () => "0");
  const network = [...groups, ...zeros, ...after].slice(0, 4);
  return `${network.map((group) => group.replace(/^0+(?=.)/u, "")).join(":")}::/64`;
}

/**
 * The address that a request comes from, as it is written down. A proxy is believed only on this machine,
 * and of what it says only the last entry: the one it wrote itself (RFC 7239 §5.2).
 */
export function sourceOf(context: Context<Env>): string {
  const peer = peerOf(context);
  const last = context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  if (isLoopback(peer) && isIP(last) !== 0) return last;
  return peer ?? "unknown";
}
