import { canonicalOf } from "../../core/policy/canonical.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { allDesks, insertDesk } from "../../store/desks.ts";
import { lastFromFile, newestStanding } from "../../store/policy-history.ts";
import { forgetFileAside, putFileAside } from "../../store/policy-set-aside.ts";
import { acrossDesks, inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { addVersion, policyHash, versionThere } from "../policies/publish-policy.ts";

/** A pack as it was read from its file. */
export interface PackOnDisk {
  readonly policy: Policy;
  readonly source: string;
  /** Its path, for whoever is told that it was set aside. */
  readonly file?: string;
}

/**
 * What became of a pack at a start. `published`: it is a new version, in force from now. `same`: it
 * says what is published already, or what it said when it was last published. `set-aside`: it was
 * changed after somebody published in the workspace, so it differs from what is in force and is not
 * published.
 */
export interface Opened {
  readonly outcome: "published" | "same" | "set-aside";
  /** The version that the pack is, or that stands in its place. */
  readonly number: number;
}

/**
 * Makes the desk of a pack where there is none, and publishes the pack where it is new or changed. A
 * file never overwrites what somebody published: a file changed since then is set aside and kept to be
 * looked at.
 */
export function openDesk(plazo: Plazo, pack: PackOnDisk): Promise<Opened> {
  const { policy, source } = pack;
  const hash = policyHash(policy);
  return inDesk(plazo.db, policy.desk.id, async (tx): Promise<Opened> => {
    await insertDesk(tx, policy.desk.name.es, tx.began);
    const newest = await newestStanding(tx);
    if (newest !== undefined && newest.hash === hash) {
      await forgetFileAside(tx);
      return { outcome: "same", number: newest.number };
    }
    if (newest === undefined || newest.origin === "file") {
      const now = await tx.now();
      const said = { reason: "pack", by: "plazo", origin: "file" } as const;
      const publication = { policy, source, ...said };
      const { number } = await addVersion(tx, publication, { hash, now, effective: now });
      return { outcome: "published", number };
    }
    const isNews = await isChanged(tx, { ...pack, hash });
    if (!isNews) await forgetFileAside(tx);
    else await putFileAside(tx, { file: pack.file ?? "", source, hash, seen: tx.began });
    return { outcome: isNews ? "set-aside" : "same", number: newest.number };
  });
}

/**
 * Whether the file says otherwise than when it was last published. Another release of the program may
 * compile the same pack to something else: that is no change of the file.
 */
async function isChanged(
  tx: Transaction,
  { source, policy, hash }: PackOnDisk & { readonly hash: string },
): Promise<boolean> {
  const last = await lastFromFile(tx);
  if (last === undefined) return true;
  if (last.hash === hash) return false;
  if (last.source !== source) return true;
  const { articles = [] } = (await versionThere(tx, last.number)).policy;
  return canonicalOf(articles as never) !== canonicalOf((policy.articles ?? []) as never);
}

/** The desks that have a policy, by id, with the number of the one in force. */
export async function listDesks(
  plazo: Plazo,
): Promise<{ readonly id: string; readonly policy: number }[]> {
  const desks = await acrossDesks(plazo.db, (tx) => allDesks(tx));
  return desks.flatMap(({ id, policy }) => (policy === null ? [] : [{ id, policy }]));
}
