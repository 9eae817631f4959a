import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import { followersStill } from "../../store/tracker-followers.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { digestAfter } from "./digest-wake.ts";
import { followTracker, stopFollowing } from "./follow-tracker.ts";
import type { Follower } from "./follow-tracker.ts";
import { followerOfToken } from "./follower-link.ts";
import { listTracker } from "./list-tracker.ts";
import type { TrackerPage } from "./list-tracker.ts";

/** What the link of a digest opens: who follows, and the newest of what they follow while they do. */
export interface FollowerView {
  readonly follower: Follower;
  /** None where they follow no more, the manual has no tracker any more, or they read it in the workspace. */
  readonly page: TrackerPage | null;
  /** When the next digest comes; none where none does. */
  readonly next: Instant | null;
}

/** Which of these follow still, by id: what is live ends where the link does. */
export function stillFollow(
  plazo: Pick<Plazo, "db">,
  desk: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  return inDesk(plazo.db, desk, (tx) => followersStill(tx, ids));
}

/** Whoever a link shows the tracker to, and may go on showing it; none for those who read it in the workspace, and where following ended. */
export async function followsByLink(
  plazo: Plazo,
  desk: string,
  token: string,
): Promise<Follower | null> {
  const follower = await followerOfToken(plazo, desk, token);
  return follower !== undefined && isShown(follower) ? follower : null;
}

/** A mail is passed on easily: what the desk's people see, they see once they have signed in. */
function isShown({ ended, recipient }: Follower): boolean {
  return ended === null && !recipient.startsWith("staff:");
}

/**
 * The tracker for whoever follows it from outside, from a place on where one is given; looking
 * changes nothing. Refuses `no-such-follower`.
 */
export async function viewAsFollower(
  plazo: Plazo,
  desk: string,
  { token, cursor }: { readonly token: string; readonly cursor?: string },
): Promise<FollowerView | Refusal<"no-such-follower">> {
  const follower = await followerOfToken(plazo, desk, token);
  if (follower === undefined) return refuse("no-such-follower");
  if (!isShown(follower)) return { follower, page: null, next: null };
  const { portal } = follower;
  const page = await listTracker(plazo, desk, {
    ...(portal === null ? {} : { portal }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  if (isRefusal(page)) return { follower, page: null, next: null };
  return { follower, page, next: digestAfter(page.bound, page.now) };
}

/**
 * Stops following, or starts again what they stopped themselves, by the link of a digest. What the
 * desk stopped is not started by it. Refuses `no-such-follower` and what `followTracker` refuses.
 */
export async function actAsFollower(
  plazo: Plazo,
  desk: string,
  { token, act }: { readonly token: string; readonly act: "stop" | "again" },
): Promise<Follower | Refusal> {
  const follower = await followerOfToken(plazo, desk, token);
  if (follower === undefined) return refuse("no-such-follower");
  if (act === "stop") {
    await stopFollowing(plazo, desk, { id: follower.id, by: "follower" });
    return follower;
  }
  if (follower.endedBy === "desk") return refuse("no-such-follower");
  const { recipient, name, language, portal } = follower;
  return followTracker(plazo, desk, { recipient, name, language, portal, by: "follower" });
}
