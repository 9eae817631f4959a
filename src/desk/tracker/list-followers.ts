import { newsOf } from "../../core/tracker/difference.ts";
import type { Instant } from "../../core/time/instant.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { followersAfter, followingsOf, readFollower } from "../../store/tracker-followers.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { differenceSince } from "./difference-since.ts";
import { digestAfter } from "./digest-wake.ts";
import type { Follower } from "./follow-tracker.ts";

/** Those who follow a desk's tracker, by name, 100 a page where `limit` is left out; a cursor that is none begins anew. */
export function listFollowers(
  plazo: Plazo,
  desk: string,
  page: { readonly after: string | null; readonly limit?: number },
): Promise<{ readonly followers: readonly Follower[]; readonly next: string | null }> {
  const limit = Math.max(1, Math.min(page.limit ?? 100, 200));
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await followersAfter(tx, placeOf(page.after ?? ""), limit + 1);
    const followers = found.slice(0, limit);
    const last = found.length > limit ? followers.at(-1) : undefined;
    return { followers, next: last === undefined ? null : `${last.id}.${last.name}` };
  });
}

function placeOf(cursor: string): { readonly name: string; readonly id: string } {
  const [, id, name] = /^([0-9a-f-]{36})\.([\s\S]+)$/u.exec(cursor) ?? [];
  return id === undefined || name === undefined || !isId(id)
    ? { name: "", id: "00000000-0000-0000-0000-000000000000" }
    : { name, id };
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);
}

/** Whoever follows, or did, by id. */
export function findFollower(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<Follower | undefined> {
  return inDesk(plazo.db, desk, (tx) => readFollower(tx, id));
}

/** What somebody follows, with what its next digest would tell if it left now. */
export interface FollowedNow {
  readonly follower: Follower;
  readonly added: number;
  readonly updated: number;
}

/**
 * What one member of staff follows, and when the next digest of this desk comes (null: none does,
 * for the manual in force sends none).
 */
export function followingNow(
  plazo: Plazo,
  desk: string,
  recipient: string,
): Promise<{ readonly next: Instant | null; readonly followed: readonly FollowedNow[] }> {
  return inDesk(plazo.db, desk, async (tx) => {
    const inForce = await policyNumberInForce(tx);
    if (inForce === undefined) return { next: null, followed: [] };
    const bound = await boundPolicy(plazo, tx, inForce);
    const { tracker } = bound.policy.policy;
    if (tracker === undefined || tracker.digest === null) return { next: null, followed: [] };
    const until = await tx.now();
    const followed: FollowedNow[] = [];
    for (const follower of await followingsOf(tx, recipient)) {
      const { portal, told } = follower;
      const { columns, digest } = tracker;
      const { exceptions } = bound;
      const since = await differenceSince(plazo, tx, { portal, columns, told, until, exceptions });
      const news = newsOf(since, digest.says);
      followed.push({
        follower,
        added: news?.added.length ?? 0,
        updated: news?.updated.length ?? 0,
      });
    }
    return { next: digestAfter(bound, until), followed };
  });
}
