import type { Policy, StateRule } from "../policy/policy.ts";
import { holds } from "../policy/holds.ts";
import type { Instant } from "../time/instant.ts";
import type { Binding } from "./scene.ts";
import type { Progress, Ticket } from "./ticket.ts";
import { viewOf } from "./view.ts";

/**
 * The working state that agents see at an instant, derived from the ticket. `close-the-loop`: there
 * is a solution at a level that tells the client, and the client has not been told. A solved ticket
 * to which the client wrote without saying "not solved" is being worked on again.
 */
export function progressOf(ticket: Ticket, policy: Policy, now: Instant): Progress {
  if (ticket.closed !== null) return "closed";
  if (ticket.scheduledUntil !== null && ticket.scheduledUntil > now) return "scheduled";
  if (ticket.held !== null) return "waiting-for-client";
  if (ticket.awaiting !== null) return waitingFor(ticket.awaiting);
  if (ticket.solution !== null) return solutionProgress(ticket, policy);
  if (!isFirstLevel(ticket, policy)) return "routed";
  return isUnattended(ticket) ? "unattended" : "working";
}

/** The published state: the first of the policy's rules that holds; null where none does. */
export function stateOf(
  ticket: Ticket,
  { policy, calendars }: Binding,
  now: Instant,
): StateRule | null {
  const view = viewOf(ticket, calendars, now);
  return policy.policy.states.find(({ when }) => holds(when, view)) ?? null;
}

function waitingFor(awaiting: NonNullable<Ticket["awaiting"]>): Progress {
  switch (awaiting) {
    case "client":
      return "waiting-for-client";
    case "authorisation":
      return "waiting-for-authorisation";
    case "third-party":
      return "waiting-for-third-party";
    case "confirmation":
      return "solved";
  }
}

function solutionProgress(ticket: Ticket, policy: Policy): Progress {
  if (ticket.solution?.told === true) return ticket.unansweredSince === null ? "solved" : "working";
  const level = policy.levels.find(({ id }) => id === ticket.level);
  return level === undefined || level.tells === "client" ? "close-the-loop" : "routed";
}

function isFirstLevel(ticket: Ticket, { levels }: Policy): boolean {
  return levels.length === 0 || ticket.level === levels[0]?.id;
}

function isUnattended({ assignee, trace }: Ticket): boolean {
  return assignee === null && !trace.moments.some(({ mark }) => mark === "contacted");
}
