import { quietly } from "../../desk/live/quietly.ts";
import type { Told } from "../../desk/live/watch.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { stillFollow } from "../../desk/tracker/as-follower.ts";
import type { Follower } from "../../desk/tracker/follow-tracker.ts";
import type { Live } from "./live.ts";
import type { Stream } from "./streams.ts";

/** The pages of the tracker that whoever follows it from outside has open on this process. */
export interface FollowerStreams {
  /** Opens the stream of one; null: there are too many, of this link or of all. */
  open(desk: string, follower: Follower, source: string): Response | null;
}

/** Streams of outside followers in one process, at most: of all desks, beside what its people have open. */
const mostFollowing = 300;

/** Milliseconds between two askings by one page: two seconds, and with many open so much that all of them ask for some ten pages a second. */
function paceFor(streams: number): number {
  return Math.max(2_000, streams * 100);
}

interface Open {
  readonly follower: Follower;
  readonly stream: Stream;
}

/**
 * Tells a page of the tracker that something it shows changed, never what nor whose: it asks for
 * itself again by its own link. Whoever follows one portal hears of that portal's tickets alone, and
 * nobody hears anything once they follow no more: that is asked at each beat, and at once where the
 * desk removes somebody.
 */
export function openFollowerStreams(plazo: Plazo, live: Live): FollowerStreams {
  const desks = new Map<string, Set<Open>>();
  const count = (): number => [...desks.values()].reduce((all, { size }) => all + size, 0);
  const check = (desk: string): void => void endStopped(plazo, desk, desks.get(desk) ?? new Set());
  live.onBeat(() => {
    for (const desk of desks.keys()) check(desk);
  });
  return {
    open(desk, follower, source) {
      const owner = {
        ...{ source, of: `tracker ${desk} ${follower.id}` },
        among: { name: "tracker", most: mostFollowing },
      };
      return live.streams.open(owner, (stream) => {
        const one: Open = { follower, stream };
        const same = desks.get(desk) ?? new Set();
        desks.set(desk, same.add(one));
        stream.send("pace", { ms: paceFor(count()) });
        const unsubscribe = live.watch.subscribe(desk, (told) => {
          if (told.of === "lists" && told.lists.includes("followers")) check(desk);
          if (concerns(told, follower)) stream.send("again", { ms: paceFor(count()) });
        });
        return () => {
          unsubscribe();
          same.delete(one);
          if (same.size === 0) desks.delete(desk);
        };
      });
    },
  };
}

/** Whether what was told may stand in what somebody follows; `all` says nothing of any ticket. */
function concerns(told: Told, { portal }: Pick<Follower, "portal">): boolean {
  if (told.of === "all") return true;
  if (told.of !== "tickets") return false;
  return told.tickets.some((ticket) => portal === null || ticket.portal === portal);
}

/** Ends the streams of those who follow no more, whose pages ask once more and are told so. */
async function endStopped(plazo: Plazo, desk: string, opened: ReadonlySet<Open>): Promise<void> {
  // Those that open while it is asked are asked for by the next look.
  const asked = [...opened];
  const ids = [...new Set(asked.map(({ follower }) => follower.id))];
  if (ids.length === 0) return;
  const still = await quietly(stillFollow(plazo, desk, ids));
  // A database that does not answer is asked again at the next beat.
  if (still === null) return;
  for (const { follower, stream } of asked) {
    if (still.has(follower.id)) continue;
    stream.send("again", { ms: 0 });
    stream.end();
  }
}
