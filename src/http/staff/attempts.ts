import type { Instant, Millis } from "../../core/time/instant.ts";

/** Counts attempts of a key and says when there were too many. */
export interface Attempts {
  /** Whether this key may try now; where it may, the attempt counts from this moment, so that many at once are no way around. */
  take(key: string, now: Instant): boolean;
  /** The last attempt was no failure. */
  giveBack(key: string): void;
  /** The key starts anew. */
  forget(key: string): void;
}

/**
 * At most `limit` failures of a key in a window of `within` milliseconds; then none until the window
 * of the first has passed. Holds `most` keys: beyond that the oldest is forgotten.
 */
export function countAttempts({
  limit,
  within,
  most,
}: {
  limit: number;
  within: Millis;
  most: number;
}): Attempts {
  const seen = new Map<string, { count: number; since: Instant }>();
  const current = (key: string, now: Instant): { count: number; since: Instant } | undefined => {
    const entry = seen.get(key);
    if (entry !== undefined && now - entry.since >= within) {
      seen.delete(key);
      return undefined;
    }
    return entry;
  };
  return {
    take(key, now) {
      const entry = current(key, now);
      if (entry !== undefined) {
        if (entry.count >= limit) return false;
        entry.count += 1;
        return true;
      }
      const oldest = seen.keys().next();
      if (seen.size >= most && oldest.done !== true) seen.delete(oldest.value);
      seen.set(key, { count: 1, since: now });
      return true;
    },
    giveBack(key) {
      const entry = seen.get(key);
      if (entry !== undefined) entry.count -= 1;
    },
    forget: (key) => void seen.delete(key),
  };
}
