import type { Fact } from "../ticket/event.ts";

/**
 * What other systems can be told of, each with the events of a ticket that it is made of. Names are of
 * lower-case words joined by full stops and underscores (Standard Webhooks 1.0, "Event types").
 */
export const hookTypes = {
  "ticket.filed": ["filed"],
  "ticket.held": ["held"],
  "ticket.admitted": ["admitted"],
  "ticket.client_wrote": ["added", "completed"],
  "ticket.replied": ["contacted"],
  "ticket.noted": ["noted"],
  "ticket.classified": ["classified"],
  "ticket.assigned": ["assigned"],
  "ticket.routed": ["routed", "handed-back", "level-asked", "level-answered"],
  "ticket.paused": ["paused"],
  "ticket.resumed": ["resumed"],
  "ticket.solved": ["solved"],
  "ticket.confirmed": ["confirmed"],
  "ticket.reopened": ["reopened"],
  "ticket.closed": ["closed"],
  "ticket.merged": ["merged"],
  "clock.warned": ["warned"],
  "clock.breached": ["breached"],
  "clock.limit_moved": ["limit-moved"],
  "clock.revised": ["revised"],
} as const satisfies Readonly<Record<string, readonly Fact["type"][]>>;

/** The type of a notice about what happened. */
export type HookType = keyof typeof hookTypes;

/** Every type, in the order in which they are shown. */
export const hookTypeNames = Object.keys(hookTypes) as HookType[];

/** The type of a trial, which is told of nothing. */
export const trialType = "webhook.trial";

const byFact = new Map<string, HookType>(
  hookTypeNames.flatMap((type) => hookTypes[type].map((fact) => [fact, type] as const)),
);

/** The types of events of which what was chosen is made. */
export function factsOfHooks(types: readonly HookType[]): readonly Fact["type"][] {
  return [...new Set(types.flatMap((type) => hookTypes[type]))];
}

/** The type under which an event is told; null: nobody is told of it. */
export function hookTypeOf(fact: string): HookType | null {
  return byFact.get(fact) ?? null;
}
