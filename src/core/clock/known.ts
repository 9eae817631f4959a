import type { Instant } from "../time/instant.ts";
import type { Breach } from "./course.ts";
import type { Round } from "./round.ts";
import type { Recorded } from "./watched.ts";

/** What time has recorded of a ticket, to be asked for each of its rounds, however many there are. */
export interface Known {
  readonly isBreached: (round: Round, breach: Breach) => boolean;
  readonly hasPassed: (round: Round, breach: Breach) => boolean;
  readonly timesWarned: (round: Round, index: number) => number;
}

/** Reads the records once: a rhythm that slept a year has thousands of rounds and as many records. */
export function knownOf({ recordedBreaches, recordedPasses, recordedWarnings }: Recorded): Known {
  const breaches = placesOf(recordedBreaches);
  const passes = placesOf(recordedPasses);
  const warnings = new Map<string, number>();
  for (const { clock, round, index } of recordedWarnings) {
    const key = `${clock} ${round} ${index}`;
    warnings.set(key, (warnings.get(key) ?? 0) + 1);
  }
  return {
    isBreached: ({ rule }, breach) => breaches.has(placeOf(rule, breach)),
    hasPassed: ({ rule }, breach) => passes.has(placeOf(rule, breach)),
    timesWarned: ({ rule, number }, index) => warnings.get(`${rule.id} ${number} ${index}`) ?? 0,
  };
}

/**
 * A clock of one round is late once, whatever its deadline became; of many rounds, each is known by
 * its deadline, for a late fact may change their numbers.
 */
function placeOf({ id, rounds }: Round["rule"], { deadline }: Breach): string {
  return rounds === "once" ? id : `${id} ${deadline}`;
}

function placesOf(
  list: readonly {
    readonly clock: string;
    readonly deadline: Instant;
    readonly withdrawn?: boolean;
  }[],
): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { clock, deadline, withdrawn } of list) {
    if (withdrawn !== true) places.add(clock).add(`${clock} ${deadline}`);
  }
  return places;
}
