import type { Instant, Millis } from "../../core/time/instant.ts";

/** The server's time as an answer said it, and when this browser read that answer, by its own clock. */
export interface TimeSaid {
  readonly now: Instant;
  /** 0: it was not read, but stands in for one that is on its way. */
  readonly readAt: Instant;
}

/** A difference of less than this is the network's, not the clock's. */
const NETWORK = 2_000;

/**
 * Milliseconds that the server's clock is ahead of this browser's, after an answer: its time was the
 * server's when it was read, however long it has been kept since.
 */
export function skewAfter(known: Millis, { now, readAt }: TimeSaid): Millis {
  if (readAt === 0) return known;
  const seen = now - readAt;
  return Math.abs(seen - known) < NETWORK ? known : seen;
}
