import { depart, departuresDue, stopDeparture } from "../desk/compositions/depart.ts";
import type { Plazo } from "../desk/plazo.ts";
import { settle } from "../store/settle.ts";

/** What became of the words that were to leave, and where the worker itself failed. */
export interface Departures {
  readonly said: number;
  readonly stopped: number;
  readonly faults: readonly Error[];
}

/**
 * Says what people sent and nobody called back in time, in the order in which it was to leave. At one
 * that fails the others do not wait: it is its author's draft again, and they are told.
 */
export async function sendDepartures(
  plazo: Plazo,
  limits: { readonly batch: number; readonly stopped: () => boolean },
): Promise<Departures> {
  const ends = { said: 0, stopped: 0 };
  const faults: Error[] = [];
  for (const due of await departuresDue(plazo, limits.batch)) {
    if (limits.stopped()) break;
    const done = await settle(depart(plazo, due));
    if ("value" in done) {
      if (done.value !== undefined) ends[done.value] += 1;
      continue;
    }
    faults.push(done.fault);
    // Where the database itself is away this fails as well, and it is tried again in the next round.
    const stopped = await settle(stopDeparture(plazo, due));
    if ("value" in stopped) ends.stopped += 1;
  }
  return { ...ends, faults };
}
