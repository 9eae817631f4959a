import type { Awaited } from "../../policy/condition.ts";
import { refuse } from "../../refusal.ts";
import { isOfClient } from "../evolve/turns.ts";
import { deeds, type No, type Scene } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import { type ActRule, levelOf, withoutMessage } from "./rule.ts";

/**
 * A public word of a person of the desk: it stops first contact and, while something is asked of the
 * client, asks it anew. Once there is a solution it tells it, unless it only reports progress.
 * Refused at a level that may not tell the client (CC-9).
 */
export const contact: ActRule<"contact"> = (ticket, act, scene) => {
  const { message, how, progress = false } = act;
  const no = withoutMessage(message) ?? mayNotTell(ticket, "status", scene);
  const asks = stillAsked(ticket, progress, scene);
  return no ?? deeds(scene.by, { type: "contacted", message, how, asks, progress });
};

/** Something put to the client that wants an answer: the ticket waits for them from here. */
export const ask: ActRule<"ask"> = (ticket, act, scene) => {
  const no = withoutMessage(act.message) ?? mayNotTell(ticket, "question", scene);
  const { message } = act;
  const fact = {
    type: "contacted",
    message,
    how: "reply",
    asks: act.for,
    progress: false,
  } as const;
  return no ?? deeds(scene.by, fact);
};

/** A word among the desk's own people: moves no clock and tells nobody. */
export const note: ActRule<"note"> = (_ticket, { message }, { by }) =>
  withoutMessage(message) ?? deeds(by, { type: "noted", message });

/** A call that was not answered: told of, never a contact. */
export const logAttempt: ActRule<"log-attempt"> = (_ticket, act, { by }) =>
  deeds(by, { type: "call-attempted", outcome: act.outcome, note: act.note ?? null });

/** A quote for help by time, which waits for the client's authorisation (FI-14, RD-1). */
export const proposeCharge: ActRule<"propose-charge"> = (ticket, act, scene) => {
  const { minutes, amount } = act;
  if (!Number.isInteger(minutes) || minutes <= 0 || amount.trim() === "") {
    return refuse("quote-invalid", { facts: { minutes, amount } });
  }
  const no = mayNotTell(ticket, "question", scene);
  return no ?? deeds(scene.by, { type: "charge-proposed", minutes, amount });
};

/** Whether the level that speaks tells the client, or may tell them this. Staff of no level speak for the ticket's. */
export function mayNotTell(ticket: Ticket, what: "status" | "question", scene: Scene): No | null {
  const level = speakingLevel(ticket, scene);
  if (level === null || level.tells === "client" || level.mayTellClient.includes(what)) return null;
  return refuse("level-may-not-tell", {
    clause: level.clause,
    facts: { level: level.id, tells: level.tells },
  });
}

function speakingLevel(ticket: Ticket, { by, context }: Scene) {
  const own = by.kind === "staff" ? levelOf(context.policy, by.level) : null;
  return own ?? levelOf(context.policy, ticket.level);
}

function stillAsked(ticket: Ticket, progress: boolean, scene: Scene): Awaited | null {
  const { solution, awaiting } = ticket;
  if (solution !== null && (solution.told || (!progress && isBack(ticket, scene))))
    return "confirmation";
  return isOfClient(awaiting) ? awaiting : null;
}

/** The solution has travelled back to a level that tells the client. */
function isBack(ticket: Ticket, { context }: Scene): boolean {
  const level = levelOf(context.policy, ticket.level);
  return level === null || level.tells === "client";
}
