import type { CalendarChange } from "./calendar-change.ts";
import type { Calendars } from "../clock/clock.ts";
import type { PolicyVersion } from "../policy/policy.ts";
import type { Refusal } from "../refusal.ts";
import type { RefusalCode } from "../refusal-codes.ts";
import type { Instant } from "../time/instant.ts";
import type { Actor } from "./actor.ts";
import type { Fact } from "./event.ts";
import type { Facts } from "./facts.ts";

/** A version of the policy with its calendars compiled. */
export interface Binding {
  readonly policy: PolicyVersion;
  readonly calendars: Calendars;
}

/** Everything that a decision depends on, besides the ticket and the command. */
export interface Context extends Binding {
  readonly facts: Facts;
  /** UTC milliseconds, read once the ticket is locked. */
  readonly now: Instant;
  /**
   * The channels that could carry a client's answer have been read up to this instant; null: all of
   * them up to `now`. Instants hostile to the client wait for it.
   */
  readonly readUpTo: Instant | null;
  /** The version that a `rebind` moves the ticket to. */
  readonly next?: Binding;
  /** Exceptions of calendars that were published since the ticket was last decided on, in order. */
  readonly changes?: readonly CalendarChange[];
}

/** Who acts, when it happened, and the context. */
export interface Scene {
  readonly by: Actor;
  readonly at: Instant;
  readonly context: Context;
}

/** A refusal of the core, by a code that the catalogue words. */
export type No = Refusal<RefusalCode>;

/** A fact to be recorded, and who it is of. */
export interface Deed {
  readonly fact: Fact;
  readonly by: Actor;
}

/** What an act comes to: facts in order, or a refusal. */
export type Outcome = readonly Deed[] | No;

/** The facts of one actor. */
export function deeds(by: Actor, ...facts: readonly Fact[]): readonly Deed[] {
  return facts.map((fact) => ({ fact, by }));
}
