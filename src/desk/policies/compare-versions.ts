import type { PolicyVersion } from "../../core/policy/policy.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { newestStanding, policyHistory } from "../../store/policy-history.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "./bound-policy.ts";

/** Two versions of a desk's manual; `before` is null where there is none before. */
export interface TwoVersions {
  readonly before: PolicyVersion | null;
  readonly after: PolicyVersion;
}

/**
 * A version beside the one before it that was not withdrawn. Refuses `no-such-policy`.
 */
export function versionAndBefore(
  plazo: Plazo,
  desk: string,
  number: number,
): Promise<TwoVersions | Refusal<"no-such-policy">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const history = await policyHistory(tx);
    if (!history.some((one) => one.number === number))
      return refuse("no-such-policy", { facts: { policy: number } });
    const after = await boundPolicy(plazo, tx, { number });
    const earlier = history.find((one) => one.withdrawn === null && one.number < number);
    if (earlier === undefined) return { before: null, after: after.policy };
    const before = await boundPolicy(plazo, tx, { number: earlier.number });
    return { before: before.policy, after: after.policy };
  });
}

/** The newest version that stands, in force or scheduled. Refuses `no-such-desk`. */
export async function newestPolicy(
  plazo: Plazo,
  desk: string,
): Promise<PolicyVersion | Refusal<"no-such-desk">> {
  const found = await inDesk(plazo.db, desk, async (tx) => {
    const newest = await newestStanding(tx);
    return newest === undefined ? undefined : boundPolicy(plazo, tx, { number: newest.number });
  });
  return found?.policy ?? refuse("no-such-desk", { facts: { desk } });
}
