import type { Millis } from "../time/instant.ts";
import type { Source } from "./text.ts";

/** What a tracker may list of a ticket, and whether that can change once it is filed. */
const changes = {
  /** The issue, in a line. */
  subject: false,
  /** The instant at which it was filed. */
  filed: false,
  requester: false,
  /** The answer to a choice of its form, or the form itself. */
  category: false,
  folio: false,
  portal: false,
  severity: true,
  state: true,
  level: true,
  assignee: true,
  /** The instant at which it was closed. */
  closed: true,
} as const;

export type TrackerColumn = keyof typeof changes;

/** Every column that a tracker may list. */
export const trackerColumns = Object.keys(changes) as [TrackerColumn, ...TrackerColumn[]];

/** Whether what a column says of a ticket can change once the ticket is filed. */
export function isChanging(column: TrackerColumn): boolean {
  return changes[column];
}

/** What a digest tells of: tickets filed, and tickets of which something listed is another. */
export const digestNews = ["added", "updated"] as const;

export type DigestNews = (typeof digestNews)[number];

/** When whoever follows a tracker is told what changed: on open dates of a calendar, never on others. */
export interface DigestRule {
  /** `week`: on the first open date of each week (Monday to Sunday). */
  readonly every: "day" | "week";
  readonly calendar: string;
  /** The first opening of the date, its last closing, or milliseconds since midnight. */
  readonly at: "opening" | "closing" | Millis;
  readonly says: readonly DigestNews[];
}

/** A list that people follow, with its digest (HB-12). */
export interface TrackerRule extends Source {
  readonly columns: readonly TrackerColumn[];
  /** The choices whose answer is a ticket's category, the first that it has; none: its form. */
  readonly category: readonly string[];
  readonly digest: DigestRule | null;
}
