import type { SatisfactionAnswerView } from "../../contract/board.ts";
import type { Delivery, TicketDetail, TimelineEntry } from "../../contract/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import { sayCivilDate } from "../../words/dates.ts";
import type { Place } from "../../words/dates.ts";
import { wallOf } from "../time/wall-time.ts";

/** What the timeline shows: everything, what was said, what only the desk's people said, what moved a promise, or how content the client is. */
export type TimelineFilter = "all" | "messages" | "internal" | "deadlines" | "opinions";

/** What a client answered of how they were attended. */
export type Opinion = SatisfactionAnswerView & { readonly answered: Instant };

/** What starts, stops, moves or misses a promise. */
const ofDeadlines: ReadonlySet<string> = new Set([
  "filed",
  "admitted",
  "contacted",
  "solved",
  "reopened",
  "closed",
  "classified",
  "paused",
  "resumed",
  "limit-moved",
  "rebound",
  "warned",
  "breached",
  "passed",
  "revised",
]);

/** A line of the timeline: something of the ticket, a mail that left for it, or what its client thinks of it. */
export type TimelineItem =
  | { readonly is: "entry"; readonly at: Instant; readonly entry: TimelineEntry }
  | { readonly is: "delivery"; readonly at: Instant; readonly delivery: Delivery }
  | { readonly is: "opinion"; readonly at: Instant; readonly opinion: Opinion };

interface Whole extends Pick<TicketDetail, "timeline" | "deliveries"> {
  readonly opinions: readonly Opinion[];
}

/** A civil day of the timeline with its lines, oldest first. */
export interface TimelineDay {
  readonly day: string;
  readonly items: readonly TimelineItem[];
}

/** A timeline by civil days of the desk, oldest first, as a conversation is read; what one instant brought stays in its order. */
export function timelineDays(
  { timeline, deliveries, opinions }: Whole,
  filter: TimelineFilter,
  place: Place,
): readonly TimelineDay[] {
  const entries = timeline
    .filter((entry) => isShown(entry, filter))
    .map((entry): TimelineItem => ({ is: "entry", at: entry.at, entry }));
  const mails = filter === "all" ? deliveries : [];
  const thought = ["all", "messages", "opinions"].includes(filter) ? opinions : [];
  const items = [
    ...entries,
    ...mails.map((delivery): TimelineItem => ({ is: "delivery", at: delivery.at, delivery })),
    ...thought.map((opinion): TimelineItem => ({
      ...{ is: "opinion", at: opinion.changed ?? opinion.answered, opinion },
    })),
  ].toSorted((a, b) => a.at - b.at || rank(a) - rank(b));
  const days = Map.groupBy(items, ({ at }) => wallOf(at, place.zone).slice(0, 10));
  return [...days].map(([date, list]) => ({
    day: sayCivilDate(date, place.language),
    items: list,
  }));
}

/** Of one instant, the later event is below, and the mails that it sent below the events. */
function rank(item: TimelineItem): number {
  return item.is === "entry" ? item.entry.seq : Number.MAX_SAFE_INTEGER;
}

function isShown(
  { type, message, public: isPublic }: TimelineEntry,
  filter: TimelineFilter,
): boolean {
  if (filter === "all") return true;
  if (filter === "opinions") return false;
  if (filter === "deadlines") return ofDeadlines.has(type);
  if (filter === "messages") return message !== null;
  return message !== null && !isPublic;
}
