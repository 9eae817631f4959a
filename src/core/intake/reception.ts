import { DAY } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";

/** The longest time before it is read at which a message may be said to have been received. */
export const mostLate = 31 * DAY;

/** What bounds the time at which a message was received. */
export interface ReceptionBounds {
  /** When it is read. */
  readonly now: Instant;
  /** When the mail that it answers was sent; null: it answers none of the desk's. */
  readonly answers: Instant | null;
}

/**
 * When a message reached the desk, by what the server of its mailbox says (RFC 9051 §2.3.3), in UTC
 * milliseconds; null: as it is read. What its sender wrote is not asked. It is never after it is read,
 * never before what it answers, for the clocks of two servers differ, and never more than `mostLate`
 * before it is read, for a message that was moved between servers may bear any date. Times count from
 * then, and not from when somebody looked (HB-4).
 */
export function receptionOf(
  said: Instant | null,
  { now, answers }: ReceptionBounds,
): Instant | null {
  if (said === null) return null;
  return Math.min(now, Math.max(said, answers ?? -Infinity, now - mostLate));
}
