import { refuse } from "../../refusal.ts";
import { theDesk } from "../actor.ts";
import { closedChannel, notContracted } from "../channels.ts";
import { deeds, type No, type Scene } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import { type ActRule, withoutMessage } from "./rule.ts";

/** A message of the client. An automatic one (an out-of-office) is kept whatever the state, and moves nothing. */
export const add: ActRule<"add"> = (ticket, act, scene) => {
  const { message, automatic = false } = act;
  const no =
    withoutMessage(message) ?? (automatic ? null : closedTo(message.channel, ticket, scene));
  return no ?? deeds(scene.by, { type: "added", message, automatic });
};

function closedTo(channel: string, ticket: Ticket, scene: Scene): No | null {
  const known = scene.context.policy.policy.channels.some(({ id }) => id === channel);
  if (!known) return null;
  return notContracted(channel, scene.context) ?? closedChannel(channel, { ...scene, ticket });
}

/**
 * "It is solved" closes; "it is not" reopens the same ticket with the same clocks, while it is solved
 * and not closed (RD-8, FI-11). Staff may only record what an unanswered message of the client says.
 */
export const confirm: ActRule<"confirm"> = (ticket, act, scene) => {
  const { by } = scene;
  const { message, solved } = act;
  const no = solved ? cannotConfirm(ticket, scene) : cannotReopen(ticket, scene);
  if (no !== null) return no;
  if (solved) {
    return deeds(
      by,
      { type: "confirmed", message },
      { type: "closed", reason: "confirmed", note: null },
    );
  }
  return deeds(by, { type: "reopened", message });
};

/** Refuses to confirm what the client was not told, and staff where the client has not written; null: it may be. */
export function cannotConfirm(ticket: Ticket, { by }: Scene): No | null {
  if (by.kind !== "client" && ticket.unansweredSince === null) {
    return refuse("who-may-not", { facts: { act: "confirm" } });
  }
  return ticket.solution?.told === true ? null : refuse("nothing-to-confirm");
}

/** The same for "it is not solved", which a policy may not take (RD-14). */
export function cannotReopen(ticket: Ticket, scene: Scene): No | null {
  const no = cannotConfirm(ticket, scene);
  if (no !== null) return no;
  const { whileSolved, clause } = scene.context.policy.policy.reopen;
  if (whileSolved) return null;
  return refuse("reopening-refused", { clause, facts: { folio: ticket.folio } });
}

/** The client takes the request back: its clocks end without measure. */
export const withdraw: ActRule<"withdraw"> = (_ticket, _act, { by }) =>
  deeds(by, { type: "closed", reason: "withdrawn", note: null });

/** The requester says that they are there (RD-2); said again, nothing happens. */
export const arrive: ActRule<"arrive"> = (ticket, _act, { by }) =>
  ticket.present === true ? [] : deeds(by, { type: "arrived" });

/**
 * The requester says that they are leaving (RD-12); said again, nothing happens. Where the policy says
 * so, whoever has the ticket is freed for those who are there: it goes back to the queue.
 */
export const leave: ActRule<"leave"> = (ticket, _act, { by, context }) => {
  if (ticket.present === false) return [];
  const frees = context.policy.policy.presence?.freesAgent === true && ticket.assignee !== null;
  const freed = frees ? deeds(theDesk, { type: "assigned", to: null }) : [];
  return [...deeds(by, { type: "left" }), ...freed];
};
