import type { Mark } from "../policy/clock-rule.ts";
import type { Instant } from "../time/instant.ts";
import type { Moment, Trace } from "./trace.ts";

/** What a survivor takes over from the ticket that was merged into it. */
export interface Absorbed {
  /** null: the desk had not received it as far as promises go. */
  readonly received: Instant | null;
  readonly contacted: Instant | null;
  /** The survivor's event that absorbs. */
  readonly seq: number;
}

/**
 * The survivor's trace with the other's start and contact: the earliest start wins, the earliest
 * contact of the desk in either stops first contact; pauses, severities and the rest are the survivor's.
 */
export function absorbInto(survivor: Trace, { received, contacted, seq }: Absorbed): Trace {
  let { moments } = survivor;
  if (received !== null) moments = withEarlier(moments, { mark: "received", at: received, seq });
  if (contacted !== null) {
    moments = withEarlier(moments, { mark: "contacted", at: contacted, seq });
  }
  return { ...survivor, moments };
}

/** The same, from the other's whole trace. Throws where the other was never received. */
export function mergeTraces(survivor: Trace, other: Trace, seq: number): Trace {
  const received = firstAt(other.moments, "received");
  if (received === null) throw new Error("a trace that was never received cannot be merged");
  const contacted = firstAt(other.moments, "contacted");
  return absorbInto(survivor, { received, contacted, seq });
}

function firstAt(moments: readonly Moment[], mark: Mark): Instant | null {
  return moments.find((moment) => moment.mark === mark)?.at ?? null;
}

/** The moments with one more at its place in time, if it is the earliest of its mark. */
function withEarlier(moments: readonly Moment[], moment: Moment): readonly Moment[] {
  const first = firstAt(moments, moment.mark);
  if (first !== null && first <= moment.at) return moments;
  const place = moments.findIndex(({ at }) => at > moment.at);
  return place < 0 ? [...moments, moment] : moments.toSpliced(place, 0, moment);
}
