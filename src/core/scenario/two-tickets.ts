import { isRefusal, refuse } from "../refusal.ts";
import { decide } from "../ticket/decide.ts";
import { noFacts } from "../ticket/facts.ts";
import { commandOf, done, type Outcome } from "./acting.ts";
import type { Doing, Step } from "./scenario.ts";
import type { SplittingSource } from "./schema/verbs.ts";
import { contextAt, grown, lifeOf, perform, type World } from "./world.ts";

interface Of {
  readonly doing: Doing;
  readonly name: string;
}

/** Joins the step's ticket to another, which takes over its start and its contact. */
export function mergeStep(world: World, step: Step, { doing, name }: Of): Outcome {
  const into = String(doing.value);
  const survivor = world.lives.get(into);
  if (survivor === undefined) return [refuse("ticket-unknown")];
  const { trace, folio } = lifeOf(world, name).ticket;
  const act = { do: "merge-into", survivor: survivor.ticket.folio } as const;
  const merging = commandOf(world, step, { doing, name, act });
  const no = perform(world, name, { command: merging, now: step.at });
  if (no !== null) return [no];
  const received = trace.moments.find(({ mark }) => mark === "received")?.at ?? null;
  const contacted = trace.moments.find(({ mark }) => mark === "contacted")?.at ?? null;
  const absorb = { do: "absorb", from: folio, received, contacted } as const;
  const absorbing = commandOf(world, step, { doing, name, act: absorb });
  return done(perform(world, into, { command: absorbing, now: step.at }));
}

/** Makes a ticket of its own of a message of the client: it counts from when that message arrived. */
export function splitStep(world: World, step: Step, { doing, name }: Of): Outcome {
  const { message, as, subject } = doing.value as SplittingSource;
  const parent = lifeOf(world, name);
  const spoken = parent.spoken.find(({ text }) => text === message);
  if (spoken === undefined) return [refuse("message-missing", { field: "message" })];
  const folio = world.binding.policy.policy.desk.folio.replace("{n}", String(world.nextFolio));
  const { form, channel, fields, requester, portal } = parent.ticket;
  const id = `m${world.nextMessage++}`;
  const act = {
    do: "file",
    folio,
    form,
    channel,
    fields,
    requester,
    portal,
    subject,
    flags: [],
    message: { id, channel, files: [] },
    splitFrom: parent.ticket.folio,
  } as const;
  const command = { ...commandOf(world, step, { doing, name, act }), at: spoken.at };
  const child = decide(null, command, contextAt(world, step.at, noFacts));
  if (isRefusal(child)) return [child];
  const split = { do: "split", into: folio, message: spoken.id } as const;
  const splitting = commandOf(world, step, { doing, name, act: split });
  const no = perform(world, name, { command: splitting, now: step.at });
  if (no !== null) return [no];
  const empty = { ticket: child.ticket, events: [], wakesAt: null, told: [], spoken: [] };
  world.lives.set(as, grown(empty, child));
  world.nextFolio += 1;
  return [];
}
