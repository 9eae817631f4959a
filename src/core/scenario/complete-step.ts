import { takeInRest } from "../intake/waits-for.ts";
import { refuse } from "../refusal.ts";
import { lackingFields } from "../ticket/acts/held.ts";
import { commandOf, done, type Outcome } from "./acting.ts";
import type { Doing, Step } from "./scenario.ts";
import type { AnswersSource } from "./schema/verbs.ts";
import { lifeOf, perform, type World } from "./world.ts";

/** Completes a form that waits for something, by the form's own rules. */
export function completeStep(
  world: World,
  step: Step,
  { doing, name }: { readonly doing: Doing; readonly name: string },
): Outcome {
  const { ticket } = lifeOf(world, name);
  const form = world.binding.policy.policy.forms.find(({ id }) => id === ticket.form);
  if (form === undefined) return [refuse("form-unknown", { field: "form" })];
  const rest = takeInRest(form, {
    lacks: lackingFields(ticket),
    submitted: doing.value as AnswersSource,
    language: step.language,
  });
  if (rest.problems.length > 0) return rest.problems;
  const files = Object.values(rest.files).flat();
  const message = { id: `m${world.nextMessage++}`, channel: step.by ?? ticket.channel, files };
  const act = { do: "complete", fields: rest.fields, message, lacks: rest.lacks } as const;
  const command = commandOf(world, step, { doing, name, act });
  return done(perform(world, name, { command, now: step.at }));
}
