import { whoMay } from "../../access/heard.ts";
import { refuse } from "../../refusal.ts";
import type { ActOf } from "../command.ts";
import { isOfClient } from "../evolve/turns.ts";
import { deeds, type No, type Scene } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import { type ActRule, levelOf, withoutMessage } from "./rule.ts";
import { stepsOfTelling, toldTooEarly } from "./steps.ts";
import { afterAttempt } from "./turns.ts";

/**
 * A public word of a person of the desk: it stops first contact and, while something is asked of the
 * client, asks it anew. Once there is a solution it tells it, unless it only reports progress.
 * Refused at a level that may not tell the client (CC-9), and in writing to somebody who is not known
 * to be the client (FI-2).
 */
export const contact: ActRule<"contact"> = (ticket, act, scene) => {
  const { message, how, progress = false } = act;
  const no =
    withoutMessage(message) ??
    mayNotTell(ticket, "status", scene) ??
    (how === "call" ? null : notAnswered(ticket, scene));
  if (no !== null) return no;
  const tells = tellsSolution(ticket, act, scene);
  const { awaiting, solution } = ticket;
  const asks =
    tells || solution?.told === true ? "confirmation" : isOfClient(awaiting) ? awaiting : null;
  const said = deeds(scene.by, { type: "contacted", message, how, asks, progress });
  return tells ? [...said, ...stepsOfTelling(ticket, "client", scene)] : said;
};

/**
 * Refuses to answer in writing who is not known to be the client (FI-2): they are asked what shows who
 * they are, and answered once they are admitted. null: they may be answered.
 */
export function notAnswered(ticket: Ticket, { context }: Scene): No | null {
  if (ticket.held !== "unverified") return null;
  const { policy } = context.policy;
  const form = policy.forms.find(({ id }) => id === ticket.form);
  const clause = form === undefined ? [] : (whoMay(policy, form)?.clause ?? []);
  return refuse("requester-unverified", clause.length > 0 ? { clause } : {});
}

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
export const note: ActRule<"note"> = (_ticket, { message, mentions = [] }, { by }) =>
  withoutMessage(message) ??
  deeds(by, { type: "noted", message, ...(mentions.length === 0 ? {} : { mentions }) });

/** A call that was not answered: told of, never a contact. Where the client is told in turn, the next way falls due (CC-11). */
export const logAttempt: ActRule<"log-attempt"> = (ticket, act, scene) => [
  ...deeds(scene.by, { type: "call-attempted", outcome: act.outcome, note: act.note ?? null }),
  ...afterAttempt(ticket, scene),
];

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

/**
 * Whether these words tell the solution: it has travelled back to a level that tells the client, no step
 * of a procedure comes before that, and where it is told in turn, the turn is the telephone's (CC-11).
 */
function tellsSolution(ticket: Ticket, act: ActOf<"contact">, scene: Scene): boolean {
  const { solution, turn } = ticket;
  if (solution === null || solution.told || act.progress === true) return false;
  if ((turn ?? null) !== null && act.how !== "call") return false;
  const level = levelOf(scene.context.policy, ticket.level);
  const isBack = level === null || level.tells === "client";
  return isBack && toldTooEarly(ticket, "client", scene) === null;
}
