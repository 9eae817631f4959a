import type { Instant } from "../time/instant.ts";
import type { Due } from "./clock.ts";
import type { Recorded, Until, Watched } from "./watched.ts";

/** What fell due up to `now` and is not recorded, in order of instants. */
export function dueUpTo(_watched: Watched, _recorded: Recorded, _until: Until): Due[] {
  throw new Error("being written");
}

/** The next thing that will fall due, always later than `now`; null: nothing. */
export function nextDue(_watched: Watched, _recorded: Recorded, _until: Until): Due | null {
  throw new Error("being written");
}

/** When to look again (`wakes_at`): the next due instant, or a little later than `now` while a hostile instant waits for the channels to be read. */
export function nextWake(_watched: Watched, _recorded: Recorded, _until: Until): Instant | null {
  throw new Error("being written");
}
