import type {
  TrackerFollower,
  TrackerFollowing,
  TrackerPage as TrackerPageView,
} from "../../contract/tracker.ts";
import type { Instant } from "../../core/time/instant.ts";
import { categoriesOf } from "../../core/tracker/categories.ts";
import type { Follower } from "../../desk/tracker/follow-tracker.ts";
import type { FollowedNow } from "../../desk/tracker/list-followers.ts";
import type { TrackerPage } from "../../desk/tracker/list-tracker.ts";
import { sayCategory } from "../../words/tracker/cells.ts";

/** A page of the tracker as the wire says it, with the words of its categories. */
export function presentTracker(page: TrackerPage): TrackerPageView {
  const { bound, tracker, rows, next, portals, now } = page;
  const { policy } = bound.policy;
  const { digest } = tracker;
  const known = categoriesOf(policy);
  const met = rows.flatMap(({ cells }) =>
    typeof cells.category === "string" ? [cells.category] : [],
  );
  return {
    columns: [...tracker.columns],
    rows: rows.map(({ folio, cells }) => ({ folio, cells })),
    next,
    portals: [...portals],
    categories: [...new Set([...known, ...met])].map((id) => ({
      id,
      label: { es: sayCategory(id, policy, "es"), en: sayCategory(id, policy, "en") },
    })),
    digest: digest === null ? null : { every: digest.every, at: digest.at, says: [...digest.says] },
    now,
  };
}

/** Whoever follows, as the wire says it. */
export function presentFollower(follower: Follower): TrackerFollower {
  const { id, name, recipient, language, portal, since } = follower;
  const isStaff = recipient.startsWith("staff:");
  return {
    id,
    name,
    staff: isStaff ? recipient.slice("staff:".length) : null,
    address: isStaff ? null : recipient,
    language,
    portal,
    since,
  };
}

/** What somebody follows, as the wire says it. */
export function presentFollowing(following: {
  readonly next: Instant | null;
  readonly followed: readonly FollowedNow[];
}): TrackerFollowing {
  const followed = following.followed.map(({ follower, added, updated }) => ({
    follower: presentFollower(follower),
    added,
    updated,
  }));
  return { next: following.next, followed };
}
