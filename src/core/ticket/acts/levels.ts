import { holds } from "../../policy/holds.ts";
import { refuse } from "../../refusal.ts";
import type { Instant } from "../../time/instant.ts";
import type { Binding } from "../scene.ts";
import { deeds, type No } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import { viewOf } from "../view.ts";
import { type ActRule, levelOf, withoutMessage } from "./rule.ts";
import { routesFrom } from "./work.ts";

/**
 * A level asks another for details (CC-9, CC-10): that one has the ticket until it answers. Refuses a
 * level that the policy does not let this one ask, and a second question before the first is answered.
 */
export const askLevel: ActRule<"ask-level"> = (ticket, { to, message }, { by, context }) => {
  const no = withoutMessage(message) ?? cannotAskLevel(ticket, context);
  if (no !== null) return no;
  const { level: from } = ticket;
  const level = levelOf(context.policy, from);
  if (level === null || !level.asks.includes(to)) {
    const facts = { to, from, asks: level?.asks ?? [] };
    return refuse("level-not-asked", { field: "to", clause: level?.clause ?? [], facts });
  }
  return deeds(by, { type: "level-asked", to, from, message });
};

/** Refuses to ask from a level that asks none, and while an answer is waited for; null: it may ask. */
export function cannotAskLevel(ticket: Ticket, { policy }: Binding): No | null {
  if ((ticket.consultation ?? null) !== null) return refuse("level-was-asked");
  const level = levelOf(policy, ticket.level);
  if (level !== null && level.asks.length > 0) return null;
  return refuse("level-not-asked", { facts: { to: null, from: ticket.level, asks: [] } });
}

/** The details that were asked for: the ticket goes back to the level that asked, into the same hands. */
export const answerLevel: ActRule<"answer-level"> = (ticket, { message }, { by }) => {
  const no = withoutMessage(message) ?? cannotAnswerLevel(ticket);
  if (no !== null) return no;
  const to = ticket.consultation?.level ?? ticket.level;
  return deeds(by, { type: "level-answered", to, from: ticket.level, message });
};

/** Refuses to answer what no level asked; null: one did. */
export function cannotAnswerLevel({ consultation }: Ticket): No | null {
  return (consultation ?? null) === null ? refuse("level-asked-nothing") : null;
}

/**
 * The level to which the ticket goes next by its severity and kind (CC-8, CC-18), one step of the way;
 * null: it is there, its solution is known, or the policy does not say who takes what. Of several that
 * take it the highest does: an improvement goes to development, whatever its severity.
 */
export function nextLevel(
  ticket: Ticket,
  { policy, calendars }: Binding,
  at: Instant,
): string | null {
  const { levels } = policy.policy;
  if (ticket.solution !== null || (ticket.consultation ?? null) !== null || ticket.closed !== null)
    return null;
  const view = viewOf(ticket, calendars, at);
  const taker = levels.findLastIndex(({ takes }) => takes.is !== "always" && holds(takes, view));
  const here = levels.findIndex(({ id }) => id === ticket.level);
  const routes = routesFrom(ticket, policy);
  for (let goal = levels[taker]; goal !== undefined && taker > here;) {
    if (routes.includes(goal.id)) return goal.id;
    const [through] = goal.through;
    goal = levels.find(({ id }) => id === through && id !== goal?.id);
    if (goal?.id === ticket.level) return null;
  }
  return null;
}
