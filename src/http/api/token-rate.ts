import type { Context } from "hono";
import { problem } from "../problems.ts";

/** Requests that a token may make in a window, in this process. */
export interface Rate {
  readonly limit: number;
  /** Milliseconds. */
  readonly within: number;
}

/** Ten a second over a minute: more than any honest program needs, less than what slows the desk. */
export const usualRate: Rate = { limit: 600, within: 60_000 };

/** Counts a request of a token; gives the answer to the one that is too many. */
export type TokenRate = (context: Context, token: string) => Response | Promise<Response> | null;

const most = 10_000;

/**
 * At most `limit` requests of a token in each window, counted by this process. Every answer says what
 * is left (draft-ietf-httpapi-ratelimit-headers); the one too many is 429 with Retry-After (RFC 6585 §4).
 */
export function tokenRate({ limit, within }: Rate, tick: () => number): TokenRate {
  const windows = new Map<string, { since: number; count: number }>();
  return (context, token) => {
    const now = tick();
    let window = windows.get(token);
    if (window === undefined || now - window.since >= within) {
      windows.delete(token);
      const oldest = windows.keys().next();
      if (windows.size >= most && oldest.done !== true) windows.delete(oldest.value);
      window = { since: now, count: 0 };
      windows.set(token, window);
    }
    window.count += 1;
    const seconds = Math.max(1, Math.ceil((window.since + within - now) / 1000));
    const left = Math.max(0, limit - window.count);
    context.header("RateLimit-Policy", `"token";q=${limit};w=${Math.ceil(within / 1000)}`);
    context.header("RateLimit", `"token";r=${left};t=${seconds}`);
    if (window.count <= limit) return null;
    context.header("Retry-After", String(seconds));
    return problem(context, "rate-limited");
  };
}
