import type { Instant } from "../time/instant.ts";
import type { Explanation } from "./clock.ts";
import type { Watched } from "./watched.ts";

/** Which deadline is explained. */
export interface Explained {
  readonly clock: string;
  /** None: the current round. */
  readonly round?: number;
  /** The version of the policy that binds the ticket. */
  readonly policy: number | null;
}

/** Null where the policy has no such clock, it does not apply, or it has not started. */
export function explainClock(
  _watched: Watched,
  _explained: Explained,
  _now: Instant,
): Explanation | null {
  throw new Error("being written");
}
