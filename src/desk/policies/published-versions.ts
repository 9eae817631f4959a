import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { policyHistory } from "../../store/policy-history.ts";
import type { PolicyChange } from "../../store/policy-history.ts";
import { inDesk } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { policyOfNumber } from "./bound-policy.ts";
import { isDeskId } from "./current-policy.ts";

/** A version as it was published, with the one before it that was not withdrawn. */
export interface PublishedVersion {
  readonly bound: BoundPolicy;
  readonly before: BoundPolicy | null;
  /** Every version of the desk, newest first. */
  readonly history: readonly PolicyChange[];
}

/**
 * A version of a desk's manual with what is needed to read it: its calendars, the one before and the
 * list of all. Refuses `no-such-policy` for one that was never published or was withdrawn.
 */
export async function publishedVersion(
  plazo: Pick<Plazo, "db" | "caches">,
  desk: string,
  number: number,
): Promise<PublishedVersion | Refusal<"no-such-policy">> {
  if (!isDeskId(desk) || number > 2_147_483_647) return refuse("no-such-policy");
  return inDesk(plazo.db, desk, async (tx) => {
    const history = await policyHistory(tx);
    const standing = history.filter(({ withdrawn }) => withdrawn === null);
    const at = standing.findIndex((one) => one.number === number);
    const bound = at < 0 ? undefined : await policyOfNumber(plazo, tx, number);
    if (bound === undefined) return refuse("no-such-policy");
    const earlier = standing[at + 1];
    const before =
      earlier === undefined ? null : ((await policyOfNumber(plazo, tx, earlier.number)) ?? null);
    return { bound, before, history };
  });
}
