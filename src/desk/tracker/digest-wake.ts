import { nextDigest } from "../../core/tracker/digest-time.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { Instant, Millis } from "../../core/time/instant.ts";
import type { BoundPolicy } from "../caches.ts";

/**
 * How long after its instant a digest is written: what was being recorded at that instant has been
 * committed by then, so that nothing of it can be missed between two digests. Milliseconds.
 */
export const settling: Millis = MINUTE;

/** The instant of the next digest after another; null where the manual in force sends none. */
export function digestAfter({ policy, calendars }: BoundPolicy, after: Instant): Instant | null {
  const rule = policy.policy.tracker?.digest ?? null;
  return rule === null ? null : nextDigest(rule, calendars(rule.calendar), after);
}

/** When the worker looks for a digest of this instant; null: never. */
export function wakeFor(digest: Instant | null): Instant | null {
  return digest === null ? null : digest + settling;
}
