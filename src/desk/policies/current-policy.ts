import type { Policy } from "../../core/policy/policy.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { newestPolicy, policyHistory } from "../../store/policy-versions.ts";
import type { PolicyChange } from "../../store/policy-versions.ts";
import { inDesk } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "./bound-policy.ts";

/** The policy in force at the desk, with its calendars; refuses `no-such-desk`. */
export function currentPolicy(
  plazo: Plazo,
  desk: string,
): Promise<BoundPolicy | Refusal<"no-such-desk">> {
  if (!isDeskId(desk)) return Promise.resolve(refuse("no-such-desk"));
  return inDesk(plazo.db, desk, async (tx) => {
    const newest = await newestPolicy(tx);
    if (newest === undefined) return refuse("no-such-desk");
    plazo.caches.newest.set(desk, newest.number);
    return boundPolicy(plazo, tx, newest);
  });
}

/**
 * The policy that was in force when last looked at, from memory: enough to read a form by, checked
 * again in the transaction that writes. Refuses `no-such-desk`.
 */
export async function policyHint(
  plazo: Plazo,
  desk: string,
): Promise<{ readonly number: number; readonly policy: Policy } | Refusal<"no-such-desk">> {
  const { newest, versions } = plazo.caches;
  const known = versions.get(`${desk} ${newest.get(desk) ?? 0}`);
  if (known !== undefined) return known;
  const current = await currentPolicy(plazo, desk);
  return isRefusal(current) ? current : current.policy;
}

/** The desk's versions, newest first, with who published each and why. */
export function listPolicyChanges(plazo: Plazo, desk: string): Promise<PolicyChange[]> {
  return inDesk(plazo.db, desk, (tx) => policyHistory(tx));
}

/** Whether a text from outside (an address, a path) can be the id of a desk at all. */
export function isDeskId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,62}$/u.test(text);
}
