import { createHash } from "node:crypto";
import { canonical } from "../../core/policy/canonical.ts";
import type { Policy, PolicyVersion } from "../../core/policy/policy.ts";
import { insertDesk } from "../../store/desks.ts";
import {
  insertPolicyVersion,
  newestPolicy,
  readPolicyVersion,
} from "../../store/policy-versions.ts";
import { wakeFollowers } from "../../store/tracker-followers.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

export interface Publication {
  readonly policy: Policy;
  /** The pack as written. */
  readonly source: string;
  readonly reason: string;
  readonly by: string;
}

/**
 * Makes a policy the desk's newest version, in force from now, and the desk itself where there is
 * none; the same policy again publishes nothing. Tickets stay bound to the version they were filed
 * under. Throws where the policy is another desk's.
 */
export function publishPolicy(
  plazo: Plazo,
  desk: string,
  publication: Publication,
): Promise<PolicyVersion> {
  const { policy } = publication;
  if (policy.desk.id !== desk)
    throw new Error(`the policy of ${policy.desk.id} cannot be published at ${desk}`);
  const hash = createHash("sha256").update(canonical(policy)).digest("hex");
  return inDesk(plazo.db, desk, async (tx): Promise<PolicyVersion> => {
    await insertDesk(tx, policy.desk.name.es, tx.began);
    const newest = await newestPolicy(tx);
    if (newest?.hash === hash) return present(tx, newest.number);
    const number = (newest?.number ?? 0) + 1;
    const version: PolicyVersion = { desk, number, effective: await tx.now(), policy, hash };
    const { reason, by, source } = publication;
    await insertPolicyVersion(tx, version, { reason, author: by, source });
    await wakeFollowers(tx, version.effective);
    return version;
  });
}

async function present(tx: Transaction, number: number): Promise<PolicyVersion> {
  const version = await readPolicyVersion(tx, number);
  if (version === undefined) throw new Error(`policy ${number} was there a moment ago`);
  return version;
}
