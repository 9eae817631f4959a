import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Language } from "../../core/policy/text.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { enqueue } from "../../store/outbox.ts";
import { endFollower, lockFollowerOf, putFollower } from "../../store/tracker-followers.ts";
import type { FollowerRecord } from "../../store/tracker-followers.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { portalKey } from "../register/portal-key.ts";
import { composeShared } from "./compose-shared.ts";
import { digestAfter, wakeFor, wakeOf } from "./digest-wake.ts";

/** Whoever follows a desk's tracker. */
export type Follower = FollowerRecord;

/** Who is to follow what. */
export interface Following {
  /** "staff:<id>", or an address from outside in lower case. */
  readonly recipient: string;
  readonly name: string;
  readonly language: Language;
  /** Whose tickets; null: all. */
  readonly portal: string | null;
  /** Whether they do so themselves. */
  readonly by: "follower" | "desk";
}

/**
 * Has somebody follow the tracker from now on (HB-12): the first digest tells what changed since. An
 * address from outside that the desk adds is mailed its link at once.
 * Whoever follows already goes on as before. Refuses `no-such-desk`, `no-tracker`, `no-digest`, and
 * `follower-stopped` where the desk would start what somebody stopped themselves.
 */
export function followTracker(
  plazo: Plazo,
  desk: string,
  following: Following,
): Promise<Follower | Refusal<"no-such-desk" | "no-tracker" | "no-digest" | "follower-stopped">> {
  const { recipient, name, language, by } = following;
  const portal = following.portal === null ? null : portalKey(following.portal);
  return inDesk(plazo.db, desk, async (tx) => {
    const inForce = await policyNumberInForce(tx);
    if (inForce === undefined) return refuse("no-such-desk");
    const bound = await boundPolicy(plazo, tx, inForce);
    const { tracker } = bound.policy.policy;
    if (tracker === undefined) return refuse("no-tracker");
    if (tracker.digest === null) return refuse("no-digest", { clause: tracker.clause });
    const known = await lockFollowerOf(tx, recipient, portal);
    if (known !== undefined && known.ended === null) return known;
    if (known?.endedBy === "follower" && by === "desk")
      return refuse("follower-stopped", { clause: tracker.clause });
    const since = await tx.now();
    const wakesAt = await wakeOf(tx, wakeFor(digestAfter(bound, since)));
    // Whoever the desk removed is given another link: the one that they had opens nothing any more.
    const kept = known?.endedBy === "desk" ? undefined : known?.id;
    const id = kept ?? plazo.effects.random.id();
    // What is recorded at this very instant is still to be told.
    const told = since - 1;
    const made = await putFollower(tx, {
      ...{ id, recipient, name, language, portal },
      ...{ since, told, wakesAt },
    });
    // Somebody else made the same one between the look and the writing.
    const found = made ?? (await lockFollowerOf(tx, recipient, portal));
    if (found === undefined) throw new Error("a follower was neither made nor there");
    const isShared = made !== undefined && by === "desk" && !recipient.startsWith("staff:");
    if (isShared)
      await enqueue(
        tx,
        { number: null, folio: null, at: since },
        composeShared(plazo, { desk, follower: made, bound, now: since }),
      );
    return found;
  });
}

/** Ends following, by whoever follows or by the desk; whether it was followed until then. */
export function stopFollowing(
  plazo: Plazo,
  desk: string,
  ending: { readonly id: string; readonly by: "follower" | "desk" },
): Promise<boolean> {
  return inDesk(plazo.db, desk, async (tx) =>
    endFollower(tx, ending.id, { at: await tx.now(), by: ending.by }),
  );
}
