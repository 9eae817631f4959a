import type { Undertaking } from "../ticket.ts";
import type { Changes } from "./change.ts";
import { withMarks } from "./moments.ts";
import { awaits, waitsWith } from "./turns.ts";

/** Ordered steps begin; begun again, they begin from the first. */
export const procedureStarted: Changes<"procedure-started"> = (ticket, { at, fact }) => {
  const { procedure } = fact;
  const others = (ticket.undertakings ?? []).filter((one) => one.procedure !== procedure);
  return { undertakings: [...others, { procedure, at, done: [] }] };
};

/** One step more is done, and by whom. */
export const stepDone: Changes<"step-done"> = (ticket, { at, by, fact }) => {
  const name = by.kind === "desk" ? null : by.name;
  const grown = (one: Undertaking): Undertaking =>
    one.procedure === fact.procedure && one.done.length === fact.step
      ? { ...one, done: [...one.done, { at, by: name }] }
      : one;
  return { undertakings: (ticket.undertakings ?? []).map(grown) };
};

/** How the client is told next, and when that is due. */
export const turnSet: Changes<"turn-set"> = (_, { fact }) => {
  const { turn, channel, due } = fact;
  return { turn: { turn, channel, due, fell: false } };
};

/** The call is due: that is recorded once. */
export const callDue: Changes<"call-due"> = ({ turn }) =>
  turn === null || turn === undefined ? {} : { turn: { ...turn, fell: true } };

/** The desk itself told the solution: no contact of a person, but the client is asked to confirm it. */
export const solutionSent: Changes<"solution-sent"> = (ticket, event) => {
  if (ticket.solution === null) return { turn: null };
  const trace = withMarks(ticket.trace, event, ["told", "told.solved", "asked"]);
  return {
    ...awaits(waitsWith(ticket, trace), event, "confirmation"),
    solution: { ...ticket.solution, told: true },
    turn: null,
  };
};
