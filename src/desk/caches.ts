import type { Calendars } from "../core/clock/clock.ts";
import type { PolicyVersion } from "../core/policy/policy.ts";

/** A version of a policy with its calendars compiled. */
export interface BoundPolicy {
  readonly version: PolicyVersion;
  readonly calendars: Calendars;
  /** The number of the newest calendar exception that the calendars know. */
  readonly exceptions: number;
}

/** What is kept in memory. Versions never change, so an entry is right for as long as its key is. */
export interface Caches {
  /** By desk and number. */
  readonly versions: Map<string, PolicyVersion>;
  /** By desk, number and newest exception. */
  readonly bound: Map<string, BoundPolicy>;
  /** The number that was in force when last looked at, by desk: a hint, checked where it matters. */
  readonly current: Map<string, number>;
}

/** Empty caches. */
export function emptyCaches(): Caches {
  return { versions: new Map(), bound: new Map(), current: new Map() };
}
