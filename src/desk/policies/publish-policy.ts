import { createHash } from "node:crypto";
import { canonical } from "../../core/policy/canonical.ts";
import type { Policy, PolicyVersion } from "../../core/policy/policy.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import { insertDesk } from "../../store/desks.ts";
import {
  highestPolicyNumber,
  insertPolicyVersion,
  newestStanding,
} from "../../store/policy-history.ts";
import type { PolicyChange, PolicyOrigin } from "../../store/policy-history.ts";
import { forgetFileAside } from "../../store/policy-set-aside.ts";
import { removePublishedDraft } from "../../store/policy-drafts.ts";
import { readPolicyVersion } from "../../store/policy-versions.ts";
import { wakeFollowers } from "../../store/tracker-followers.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

export interface Publication {
  readonly policy: Policy;
  /** The pack as written. */
  readonly source: string;
  readonly reason: string;
  /** Who publishes, by name. */
  readonly by: string;
  /** From when it holds; left out: from now. */
  readonly effective?: Instant;
  /** Left out: the workspace. */
  readonly origin?: PolicyOrigin;
  /** The newest version that whoever publishes has seen; where there is another by now, it is refused. */
  readonly after?: number;
}

/** Why a policy is not published. */
export type PublicationRefusal = Refusal<
  | "reason-missing"
  | "effective-past"
  | "first-version-later"
  | "version-scheduled"
  | "policy-same"
  | "version-meanwhile"
>;

/**
 * Makes a policy the desk's newest version, and the desk itself where there is none. It holds from its
 * effective instant until that of the next; tickets stay bound to the version they were filed under.
 * Versions take effect in the order of their numbers: while one is scheduled, none is published for an
 * earlier instant, for the scheduled one, written without it, would undo it. Refuses `reason-missing`,
 * `effective-past`, `first-version-later` (a desk opens with its first manual), `version-scheduled`, `policy-same` (the newest version says the same already) and
 * `version-meanwhile`. Throws where the policy is another desk's.
 */
export function publishPolicy(
  plazo: Pick<Plazo, "db">,
  desk: string,
  publication: Publication,
): Promise<PolicyVersion | PublicationRefusal> {
  const { policy } = publication;
  if (policy.desk.id !== desk)
    throw new Error(`the policy of ${policy.desk.id} cannot be published at ${desk}`);
  const hash = policyHash(policy);
  return inDesk(plazo.db, desk, async (tx): Promise<PolicyVersion | PublicationRefusal> => {
    await insertDesk(tx, policy.desk.name.es, tx.began);
    const newest = await newestStanding(tx);
    const now = await tx.now();
    const effective = publication.effective ?? now;
    const no = cannotPublish(publication, { newest, now, effective });
    if (no !== null) return no;
    if (newest?.hash === hash) return refuse("policy-same", { facts: { number: newest.number } });
    return addVersion(tx, publication, { hash, now, effective });
  });
}

/** The SHA-256 of what a policy says, whatever the order and the comments of its pack. */
export function policyHash(policy: Policy): string {
  return createHash("sha256").update(canonical(policy)).digest("hex");
}

/** Adds a version within a transaction that has locked the desk (`insertDesk`) and refused what must be. */
export async function addVersion(
  tx: Transaction,
  publication: Publication,
  {
    hash,
    now,
    effective,
  }: { readonly hash: string; readonly now: Instant; readonly effective: Instant },
): Promise<PolicyVersion> {
  const { policy, reason, by, source, origin = "workspace" } = publication;
  const number = (await highestPolicyNumber(tx)) + 1;
  const version: PolicyVersion = { desk: policy.desk.id, number, effective, policy, hash };
  await insertPolicyVersion(tx, version, { published: now, reason, author: by, source, origin });
  await forgetFileAside(tx);
  if (source !== "") await removePublishedDraft(tx, source);
  await wakeFollowers(tx, effective);
  return version;
}

/** A version that is there. */
export async function versionThere(tx: Transaction, number: number): Promise<PolicyVersion> {
  const version = await readPolicyVersion(tx, number);
  if (version === undefined) throw new Error(`policy ${number} was there a moment ago`);
  return version;
}

function cannotPublish(
  { reason, after }: Publication,
  {
    newest,
    now,
    effective,
  }: {
    readonly newest: PolicyChange | undefined;
    readonly now: Instant;
    readonly effective: Instant;
  },
): PublicationRefusal | null {
  if (reason.trim() === "") return refuse("reason-missing", { field: "reason" });
  if (effective < now) return refuse("effective-past", { field: "effective" });
  if (newest === undefined)
    return effective > now ? refuse("first-version-later", { field: "effective" }) : null;
  const { number, author } = newest;
  if (after !== undefined && after < number)
    return refuse("version-meanwhile", { facts: { number, author } });
  return effective < newest.effective
    ? refuse("version-scheduled", {
        field: "effective",
        facts: { number, effective: new Date(newest.effective).toISOString() },
      })
    : null;
}
