import type { Refusal } from "../refusal.ts";
import type { Actor } from "../ticket/actor.ts";
import type { Command } from "../ticket/command.ts";
import type { Doing, Step } from "./scenario.ts";
import { lifeOf, type World } from "./world.ts";

/** What a step's act came to: refusals (several, of a form), or nothing, which is that it was done. */
export type Outcome = readonly Refusal[];

/** One refusal, or none, as a list. */
export function done(no: Refusal | null): Outcome {
  return no === null ? [] : [no];
}

/** A command by whoever the step says, at the time at which it happened. */
export function commandOf(
  world: World,
  step: Step,
  of: { readonly doing: Doing; readonly name: string; readonly act: Command["act"] },
): Command {
  const by = actorOf(world, of.doing.who, of.name);
  return { by, act: of.act, ...(step.happened === null ? {} : { at: step.happened }) };
}

/** Who acts: the requester of the ticket, a contact, the desk itself, or a person of the desk. */
export function actorOf(world: World, who: string, ticket: string | null): Actor {
  const { contacts, staff } = world.scenario.given;
  if (who === "desk") return { kind: "desk" };
  const contact = contacts[who];
  if (contact !== undefined)
    return { kind: "client", name: contact.name, address: contact.address, contact: who };
  if (who === "client") return requesterOf(world, ticket);
  return staffActor(world, who, staff[who]?.level);
}

function requesterOf(world: World, ticket: string | null): Actor {
  if (ticket === null) return { kind: "client", name: null, address: null, contact: null };
  const { name, address, contact } = lifeOf(world, ticket).ticket.requester;
  return { kind: "client", name, address, contact };
}

function staffActor(world: World, who: string, level: string | null | undefined): Actor {
  const known = world.scenario.given.staff[who];
  const isLevel = world.binding.policy.policy.levels.some(({ id }) => id === who);
  return {
    kind: "staff",
    id: who,
    name: known?.name ?? who,
    level: level ?? (isLevel ? who : null),
  };
}
