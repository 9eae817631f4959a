import type { DemoScript } from "./script.ts";

/** A desk of the demonstration with its script, where its pack has one. */
export interface Furnishing {
  readonly desk: string;
  readonly script: DemoScript | undefined;
}

/**
 * Who works at each desk of the demonstration: the people of its own script; at a desk without one,
 * those of the first desk that has, at no level of their own, so that a ticket filed at any desk
 * can be seen and answered. Empty where no desk has a script.
 */
export function peopleOf(desks: readonly Furnishing[]): ReadonlyMap<string, DemoScript["staff"]> {
  const first = desks.find(({ script }) => script !== undefined)?.script;
  const guests = (first?.staff ?? []).map((person) => ({ ...person, level: null }));
  return new Map(desks.map(({ desk, script }) => [desk, script?.staff ?? guests]));
}
