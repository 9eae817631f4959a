import { calendarsOf } from "../policy/bind.ts";
import type { Policy, PolicyVersion } from "../policy/policy.ts";
import { isRefusal } from "../refusal.ts";
import { theDesk } from "../ticket/actor.ts";
import type { Command } from "../ticket/command.ts";
import { type Decided, decide } from "../ticket/decide.ts";
import type { Facts } from "../ticket/facts.ts";
import type { Binding, Context, No } from "../ticket/scene.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { Instant } from "../time/instant.ts";
import { factsFor } from "./facts-for.ts";
import type { Life } from "./life.ts";
import type { KnownAnnouncement, Scenario } from "./scenario.ts";

/** A desk of which nothing is kept but these days: its tickets by the names that the scenario gives them. */
export interface World {
  readonly scenario: Scenario;
  readonly binding: Binding;
  readonly lives: Map<string, Life>;
  /** The ticket that a step is about where it names none. */
  current: string | null;
  nextFolio: number;
  /** Processes that were announced, before these days or in them. */
  announced: readonly KnownAnnouncement[];
  nextMessage: number;
}

/** The desk before the first day. */
export function worldOf(scenario: Scenario, policy: Policy): World {
  const version: PolicyVersion = {
    desk: policy.desk.id,
    number: 1,
    effective: scenario.steps[0]?.at ?? 0,
    policy,
    hash: "",
  };
  return {
    scenario,
    binding: { policy: version, calendars: calendarsOf(policy) },
    lives: new Map(),
    current: null,
    announced: scenario.given.announcements,
    nextFolio: scenario.given.nextFolio,
    nextMessage: 1,
  };
}

/** Everything that a decision depends on, at an instant; all channels have been read. */
export function contextAt(world: World, now: Instant, facts: Facts): Context {
  return { ...world.binding, facts, now, readUpTo: null };
}

/** The context of a ticket that exists. */
export function contextOf(world: World, ticket: Ticket, now: Instant): Context {
  return contextAt(world, now, factsFor(world.scenario.given, { world, ticket, now }));
}

/** Does a command to a ticket of the world and keeps what came of it; a refusal changes nothing. */
export function perform(
  world: World,
  name: string,
  { command, now }: { readonly command: Command; readonly now: Instant },
): No | null {
  const life = lifeOf(world, name);
  const decided = decide(life.ticket, command, contextOf(world, life.ticket, now));
  if (isRefusal(decided)) return decided;
  world.lives.set(name, grown(life, decided));
  return null;
}

/** A life with what was decided. */
export function grown(life: Life, { ticket, events, wakesAt, told }: Decided): Life {
  return {
    ...life,
    ticket,
    wakesAt,
    events: [...life.events, ...events],
    told: [...life.told, ...told],
  };
}

/** The ticket of that name. Throws where there is none: names are known before the days begin. */
export function lifeOf(world: World, name: string): Life {
  const life = world.lives.get(name);
  if (life === undefined) throw new Error(`the scenario has no ticket ${name} yet`);
  return life;
}

/**
 * Lets time pass: every ticket wakes at each of its instants before `now`, as the desk's worker would
 * wake it. What falls due at `now` itself comes after what people do then.
 */
export function passBefore(world: World, now: Instant): void {
  for (const name of world.lives.keys()) wake(world, name, now - 1);
}

/** Lets one ticket's time pass up to and with an instant. */
export function passTo(world: World, name: string, now: Instant): void {
  wake(world, name, now);
}

function wake(world: World, name: string, until: Instant): void {
  for (;;) {
    const { wakesAt } = lifeOf(world, name);
    if (wakesAt === null || wakesAt > until) return;
    perform(world, name, { command: { by: theDesk, act: { do: "pass" } }, now: wakesAt });
  }
}
