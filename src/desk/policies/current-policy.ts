import type { Policy } from "../../core/policy/policy.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { policyHistory } from "../../store/policy-history.ts";
import type { PolicyChange } from "../../store/policy-history.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
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
    const inForce = await policyNumberInForce(tx);
    if (inForce === undefined) return refuse("no-such-desk");
    plazo.caches.newest.set(desk, inForce.number);
    return boundPolicy(plazo, tx, inForce);
  });
}

/**
 * The policy that was in force when last looked at, from memory: enough to read a form by, checked
 * again in the transaction that writes. What it refuses may be right by the version in force now: see
 * `readByHint`. Refuses `no-such-desk`.
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

/**
 * Reads something from outside by `policyHint`, and where that refuses it, again by the version in
 * force now where that is another: a version takes effect by its instant, and may have been published
 * by another process. Refuses `no-such-desk`.
 */
export async function readByHint<T extends object>(
  plazo: Plazo,
  desk: string,
  {
    read,
    refuses,
  }: {
    readonly read: (policy: Policy) => T;
    readonly refuses: (read: T) => boolean;
  },
): Promise<{ readonly number: number; readonly policy: Policy; readonly read: T } | Refusal> {
  const hint = await policyHint(plazo, desk);
  if (isRefusal(hint)) return hint;
  const first = { number: hint.number, policy: hint.policy, read: read(hint.policy) };
  if (!refuses(first.read)) return first;
  const current = await currentPolicy(plazo, desk);
  if (isRefusal(current)) return current;
  const { number, policy } = current.policy;
  return number === hint.number ? first : { number, policy, read: read(policy) };
}

/** The desk's versions, newest first, with who published each and why. */
export function listPolicyChanges(plazo: Plazo, desk: string): Promise<PolicyChange[]> {
  return inDesk(plazo.db, desk, (tx) => policyHistory(tx));
}

/** Whether a text from outside (an address, a path) can be the id of a desk at all. */
export function isDeskId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,62}$/u.test(text);
}
