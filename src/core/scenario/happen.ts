import { refuse } from "../refusal.ts";
import type { MessageRef } from "../ticket/event.ts";
import { announceStep } from "./announce-step.ts";
import { commandOf, done, type Outcome } from "./acting.ts";
import { completeStep } from "./complete-step.ts";
import { fileStep } from "./file-step.ts";
import { localInstant } from "./moment.ts";
import type { Doing, Step } from "./scenario.ts";
import { mergeStep, splitStep } from "./two-tickets.ts";
import { type SaidSource, type Speaking, type Verb, verbs } from "./schema/verbs.ts";
import { lifeOf, perform, type World } from "./world.ts";

/** Does what a step says that somebody does. */
export function happen(world: World, step: Step, doing: Doing): Outcome {
  if (doing.verb === "files") return fileStep(world, step, doing);
  if (doing.verb === "announces") return announceStep(world, step, doing);
  const name = step.ticket ?? world.current;
  // One that was to be filed above, and was refused, is no ticket.
  if (name === null || !world.lives.has(name)) return [refuse("ticket-unknown")];
  world.current = name;
  if (doing.verb === "completes") return completeStep(world, step, { doing, name });
  if (doing.verb === "merges into") return mergeStep(world, step, { doing, name });
  if (doing.verb === "splits") return splitStep(world, step, { doing, name });
  const verb = verbs[doing.verb] as Verb;
  const act = verb.act(doing.value as never, speakingOf(world, step, name));
  const command = commandOf(world, step, { doing, name, act });
  return done(perform(world, name, { command, now: step.at }));
}

function speakingOf(world: World, step: Step, name: string): Speaking {
  const { zone } = world.binding.policy.policy.desk;
  return {
    message: (said, channel) => messageOf(world, step, { said, channel, name }),
    instant: (moment) => localInstant(moment, zone) ?? step.at,
    folio: (ticket) => lifeOf(world, ticket).ticket.folio,
    member: (id) => ({ id, name: world.scenario.given.staff[id]?.name ?? id }),
  };
}

function messageOf(
  world: World,
  step: Step,
  of: { readonly said: SaidSource; readonly channel: string | undefined; readonly name: string },
): MessageRef {
  const life = lifeOf(world, of.name);
  const id = `m${world.nextMessage++}`;
  const text = typeof of.said === "string" ? of.said : of.said.says;
  const at = step.happened ?? step.at;
  world.lives.set(of.name, { ...life, spoken: [...life.spoken, { id, at, text }] });
  const files = typeof of.said === "string" ? [] : [of.said.files ?? []].flat();
  return { id, channel: step.by ?? of.channel ?? life.ticket.channel, files };
}
