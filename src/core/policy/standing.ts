import type { Instant } from "../time/instant.ts";

/** Whether a version of a policy holds at an instant, held before it, or will hold; until when, where an end is known. */
export interface Standing {
  readonly is: "in-force" | "superseded" | "scheduled";
  readonly until: Instant | null;
}

/** A version as it was published; one that was withdrawn before it took effect never holds. */
export interface Published {
  readonly number: number;
  readonly effective: Instant;
  readonly withdrawn: unknown;
}

/**
 * How each version stands at `now`, by its number. Versions take effect in the order of their numbers,
 * each until the next does; the one in force is the last that has. Withdrawn versions are left out.
 */
export function standingsOf(
  versions: readonly Published[],
  now: Instant,
): ReadonlyMap<number, Standing> {
  const held = versions
    .filter(({ withdrawn }) => withdrawn === null)
    .toSorted((a, b) => a.number - b.number);
  const inForce = held.findLast(({ effective }) => effective <= now)?.number ?? 0;
  return new Map(
    held.map(({ number }, i): [number, Standing] => {
      const until = held[i + 1]?.effective ?? null;
      const is = number === inForce ? "in-force" : number < inForce ? "superseded" : "scheduled";
      return [number, { is, until }];
    }),
  );
}
