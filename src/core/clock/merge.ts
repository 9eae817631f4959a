import type { Instant } from "../time/instant.ts";
import type { Trace } from "./trace.ts";

/** What a survivor takes over from the ticket that was merged into it. */
export interface Absorbed {
  readonly received: Instant;
  readonly contacted: Instant | null;
  /** The survivor's event that absorbs. */
  readonly seq: number;
}

/** The survivor's trace with the other's start and contact. */
export function absorbInto(_survivor: Trace, _absorbed: Absorbed): Trace {
  throw new Error("being written");
}

/** The same, from the other's whole trace. */
export function mergeTraces(_survivor: Trace, _other: Trace, _seq: number): Trace {
  throw new Error("being written");
}
