import { seesOf } from "../../core/access/may.ts";
import { digestDue } from "../../core/tracker/digest-time.ts";
import { newsOf } from "../../core/tracker/difference.ts";
import type { Instant } from "../../core/time/instant.ts";
import { enqueue } from "../../store/outbox.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { memberOf } from "../../store/staff/memberships.ts";
import { endFollower, lockDueFollower, settleFollower } from "../../store/tracker-followers.ts";
import type { FollowerRecord } from "../../store/tracker-followers.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { composeDigest } from "./compose-digest.ts";
import { differenceSince } from "./difference-since.ts";
import { digestAfter, settling, wakeFor, wakeOf } from "./digest-wake.ts";

/** Somebody for whom it is time to look whether a digest is due. */
export interface DueFollower {
  readonly desk: string;
  readonly id: string;
}

/** `told`: a digest was written. `nothing`: nothing changed. `later`: none is due, or none ever. */
export type DigestEnd = "told" | "nothing" | "later";

/**
 * Writes the digest of one follower where it is due (HB-12): everything recorded since the last one,
 * up to a minute ago and as far as all is committed, in one mail; the mail and the moment up to which all was told are written in
 * one transaction, so that a digest is neither lost nor sent twice. `undefined` where another worker
 * has it or it was done meanwhile.
 */
export function tellDigest(
  plazo: Plazo,
  { desk, id }: DueFollower,
  { now, committed }: { readonly now: Instant; readonly committed: Instant | null },
): Promise<DigestEnd | undefined> {
  return inDesk(plazo.db, desk, async (tx): Promise<DigestEnd | undefined> => {
    const follower = await lockDueFollower(tx, id, now);
    if (follower === undefined) return undefined;
    const inForce = await policyNumberInForce(tx);
    if (inForce === undefined) throw new Error(`desk ${desk} has no policy`);
    const bound = await boundPolicy(plazo, tx, inForce);
    if (await seesLess(tx, follower, bound)) {
      await endFollower(tx, id, { at: await tx.now(), by: "desk" });
      return "later";
    }
    const { tracker } = bound.policy.policy;
    const { told } = follower;
    if (tracker === undefined || tracker.digest === null) {
      await settleFollower(tx, id, { told, wakesAt: await wakeOf(tx, null) });
      return "later";
    }
    const at = await tx.now();
    const until = Math.min(at - settling, committed ?? told);
    const { digest, columns } = tracker;
    const due = digestDue(digest, bound.calendars(digest.calendar), { told, now: until });
    if (!due.due) {
      await settleFollower(tx, id, { told, wakesAt: await wakeOf(tx, wakeFor(due.next)) });
      return "later";
    }
    const { portal } = follower;
    const { exceptions } = bound;
    const since = await differenceSince(plazo, tx, { portal, columns, told, until, exceptions });
    const news = newsOf(since, digest.says);
    if (news !== null) {
      const mail = composeDigest(plazo, { desk, follower, bound, news, until, now: at });
      await enqueue(tx, { number: null, folio: null, at }, mail);
    }
    await settleFollower(tx, id, {
      told: until,
      wakesAt: await wakeOf(tx, wakeFor(digestAfter(bound, until))),
    });
    return news === null ? "nothing" : "told";
  });
}

/** Whoever sees only the tickets assigned to them (FI-1) is told of no others. */
async function seesLess(
  tx: Transaction,
  { recipient }: FollowerRecord,
  { policy }: BoundPolicy,
): Promise<boolean> {
  if (!recipient.startsWith("staff:")) return false;
  const member = await memberOf(tx, policy.desk, recipient.slice("staff:".length));
  return member !== undefined && seesOf(policy.policy, member.party ?? null) !== "all";
}
