import { refuse } from "../../refusal.ts";
import type { Level, PolicyVersion } from "../../policy/policy.ts";
import { type Context, deeds, type No, type Scene } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import { type ActRule, levelOf, missing } from "./rule.ts";
import { nextSteps, startedAt, stepFirst, stepsOfTelling, toldTooEarly } from "./steps.ts";
import { firstTurn, turnsOf } from "./turns.ts";

/** An agent fixes the severity; said again of one that is fixed already, nothing happens. */
export const classify: ActRule<"classify"> = (ticket, { severity, reason }, { by, context }) => {
  if (!context.policy.policy.severities.some(({ id }) => id === severity)) {
    return refuse("severity-unknown", { field: "severity", facts: { severity } });
  }
  if (severity === ticket.severity && !ticket.provisional) return [];
  return deeds(by, { type: "classified", severity, from: ticket.severity, reason: reason ?? null });
};

/** Gives the ticket to somebody, or to nobody; to whoever has it already, nothing happens. */
export const assign: ActRule<"assign"> = (ticket, { to }, { by }) =>
  (to?.id ?? null) === (ticket.assignee?.id ?? null) ? [] : deeds(by, { type: "assigned", to });

/**
 * To another level: one reached only through some (CC-10) from those alone; back down along the way
 * it came at any time. Refuses an unknown level, the one it is at, and a ticket whose solution the
 * client was told.
 */
export const route: ActRule<"route"> = (ticket, act, { by, context }) => {
  const { to } = act;
  const level = levelOf(context.policy, to);
  if (level === null) return refuse("level-unknown", { field: "to", facts: { level: to } });
  const no = alreadyTold(ticket);
  if (no !== null) return no;
  const from = ticket.level;
  if (ticket.path.includes(to)) {
    const [next] = nextSteps(ticket, context.policy);
    if (next !== undefined) return stepFirst(next.procedure, next.step);
  }
  if (!isReached(level, ticket)) {
    return refuse("level-not-next", {
      clause: level.clause,
      facts: { to, from, through: level.through },
    });
  }
  return deeds(by, { type: "routed", to, from, reason: act.reason ?? null });
};

function alreadyTold({ solution, folio }: Ticket): No | null {
  return solution?.told === true ? refuse("already-solved", { facts: { folio } }) : null;
}

function isReached({ id, through }: Level, { level, path }: Ticket): boolean {
  if (id === level) return false;
  return through.length === 0 || through.includes(level) || path.includes(id);
}

/** The levels that the ticket may be routed to, by id, in the order of the policy. */
export function routesFrom(ticket: Ticket, { policy }: PolicyVersion): string[] {
  if (alreadyTold(ticket) !== null) return [];
  return policy.levels.filter((level) => isReached(level, ticket)).map(({ id }) => id);
}

/** Cause and remedy travel back to the level that this one tells (CC-9, CC-10). */
export const handBack: ActRule<"hand-back"> = (ticket, { cause, remedy }, scene) => {
  const { by, context } = scene;
  const level = handsBack(ticket, context);
  if (level === null) return nothingToHandBack(ticket);
  const no = cannotHandBack(ticket, scene) ?? missing({ cause, remedy }, level.clause);
  if (no !== null) return no;
  const { level: from } = ticket;
  const to = level.tells;
  const isLast = levelOf(context.policy, to)?.tells === "client";
  return [
    ...deeds(by, { type: "handed-back", to, from, cause, remedy }),
    ...stepsOfTelling(ticket, to, scene),
    ...startedAt(from, context),
    ...(isLast && !isFollowed(from, scene) ? firstTurn(ticket, scene) : []),
  ];
};

/** Refuses to hand back from a level that tells the client itself, or before the steps that come first (IF-8); null: it may. */
export function cannotHandBack(ticket: Ticket, scene: Scene): No | null {
  const level = handsBack(ticket, scene.context);
  if (level === null) return nothingToHandBack(ticket);
  return toldTooEarly(ticket, level.tells, scene);
}

/** Whether a solution stated at that level is followed through steps before the client is told. */
function isFollowed(level: string, { context }: Scene): boolean {
  return startedAt(level, context).length > 0;
}

function handsBack(ticket: Ticket, { policy }: Context): Level | null {
  const level = levelOf(policy, ticket.level);
  return level?.tells === "client" ? null : level;
}

function nothingToHandBack({ level }: Ticket): No {
  return refuse("nothing-to-hand-back", { facts: { level } });
}

/**
 * Cause and remedy are stated; with a message, the client is told and asked to confirm. Refused
 * where the level does not tell the client (it hands back instead), while the ticket is held, and
 * while the client has a solution to confirm already.
 */
export const solve: ActRule<"solve"> = (ticket, act, scene) => {
  const { cause, remedy } = act;
  const inTurn = turnsOf(ticket, scene) !== null;
  const message = inTurn && act.made === true ? null : act.message;
  const no =
    cannotSolve(ticket, scene) ??
    missing({ cause, remedy }) ??
    (message === null ? null : cannotTellNow(ticket, inTurn, scene));
  if (no !== null) return no;
  const told = message === null ? [] : stepsOfTelling(ticket, "client", scene);
  return [
    ...deeds(scene.by, { type: "solved", cause, remedy, message }),
    ...told,
    ...(message === null ? firstTurn(ticket, scene) : []),
  ];
};

/** Refuses to write the solution to a client who is called first (CC-11), or before its steps are done (IF-8). */
function cannotTellNow(ticket: Ticket, inTurn: boolean, scene: Scene): No | null {
  const no = toldTooEarly(ticket, "client", scene);
  return no ?? (inTurn ? refuse("told-in-turn", { field: "text" }) : null);
}

/** Refuses to solve what is held, at such a level, or what the client has to confirm already; null: it may be solved. */
export function cannotSolve(ticket: Ticket, { context }: Scene): No | null {
  if (ticket.held !== null) return refuse("still-held", { facts: { why: ticket.held } });
  const level = levelOf(context.policy, ticket.level);
  if (level !== null && level.tells !== "client" && !level.mayTellClient.includes("solution")) {
    const facts = { level: level.id, tells: level.tells };
    return refuse("cannot-solve-at-level", { clause: level.clause, facts });
  }
  const waits = ticket.solution?.told === true && ticket.awaiting === "confirmation";
  return waits ? refuse("already-solved", { facts: { folio: ticket.folio } }) : null;
}
