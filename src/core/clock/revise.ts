import type { Instant } from "../time/instant.ts";
import type { Trace } from "./trace.ts";
import type { Recorded, Watched } from "./watched.ts";

/** The data of a `revised` event, all but what caused it. */
export interface Revision {
  readonly what: "breach-withdrawn" | "breach-added" | "closing-withdrawn";
  readonly clock: string;
  readonly round: number;
  readonly deadline: Instant;
  /** When the breach was, or is now known to have been. */
  readonly at: Instant;
  readonly how: "late" | "reclassified";
}

/** What a late fact changes in what was recorded. `before`: the trace without it; `after.trace`: with it. */
export function reviseAfter(
  _before: Trace,
  _after: Watched,
  _known: { readonly recorded: Recorded; readonly now: Instant },
): Revision[] {
  throw new Error("being written");
}
