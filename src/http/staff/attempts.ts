import type { Instant, Millis } from "../../core/time/instant.ts";

/** Counts failures of a key and says when there were too many. */
export interface Attempts {
  /** Whether this key may try now. */
  mayTry(key: string, now: Instant): boolean;
  failed(key: string, now: Instant): void;
  succeeded(key: string): void;
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
    mayTry: (key, now) => (current(key, now)?.count ?? 0) < limit,
    failed(key, now) {
      const entry = current(key, now);
      if (entry !== undefined) entry.count += 1;
      else {
        const oldest = seen.keys().next();
        if (seen.size >= most && oldest.done !== true) seen.delete(oldest.value);
        seen.set(key, { count: 1, since: now });
      }
    },
    succeeded: (key) => void seen.delete(key),
  };
}
