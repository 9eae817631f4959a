import { nextDigest } from "../../core/tracker/digest-time.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { Instant, Millis } from "../../core/time/instant.ts";
import { nextPolicyAt } from "../../store/policy-history.ts";
import type { Transaction } from "../../store/transaction.ts";
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

/** The same, or the instant at which another version takes effect, if that is sooner: digests may come otherwise then. */
export async function wakeOf(tx: Transaction, wakesAt: Instant | null): Promise<Instant | null> {
  const changes = await nextPolicyAt(tx);
  return changes !== null && (wakesAt === null || changes < wakesAt) ? changes : wakesAt;
}
