import { refuse } from "../../refusal.ts";
import { theDesk } from "../actor.ts";
import type { Ticket } from "../ticket.ts";
import { deeds, type Deed, type Scene } from "../scene.ts";
import { type ActRule, missing } from "./rule.ts";

/**
 * A ground of urgency is claimed (RD-15). Refuses a ground that the policy does not have, one whose
 * process is not going on (RD-15c), and a second claim of what is claimed or was refused.
 */
export const claimUrgency: ActRule<"claim-urgency"> = (ticket, act, { by, context }) => {
  const ground = context.policy.policy.grounds.find(({ id }) => id === act.ground);
  if (ground === undefined)
    return refuse("ground-unknown", { field: "ground", facts: { ground: act.ground } });
  const { during, clause } = ground;
  if (during !== null && !context.facts.announcements.includes(during)) {
    return refuse("ground-closed", { clause, facts: { ground: ground.id, during } });
  }
  if (isClaimed(ticket, ground.id))
    return refuse("claimed-already", { clause, facts: { ground: ground.id } });
  return deeds(by, { type: "urgency-claimed", ground: ground.id });
};

function isClaimed({ urgency }: Ticket, ground: string): boolean {
  return urgency !== null && (urgency.state !== "refused" || urgency.ground === ground);
}

/** An agent agrees: the ground's severity, where it has a graver one, is in force. */
export const confirmUrgency: ActRule<"confirm-urgency"> = (ticket, _act, scene) => {
  if (ticket.urgency?.state !== "claimed") return refuse("nothing-claimed");
  const { ground } = ticket.urgency;
  return [
    ...deeds(scene.by, { type: "urgency-confirmed", ground }),
    ...graver(ticket, ground, scene),
  ];
};

function graver(ticket: Ticket, id: string, { context }: Scene): readonly Deed[] {
  const { grounds, severities } = context.policy.policy;
  const severity = grounds.find((ground) => ground.id === id)?.severity ?? null;
  const gravity = (name: string) => severities.findIndex((known) => known.id === name);
  if (severity === null || gravity(severity) <= gravity(ticket.severity)) return [];
  return deeds(theDesk, {
    type: "classified",
    severity,
    from: ticket.severity,
    reason: `ground:${id}`,
  });
}

/** An agent does not agree, and says why: what the claim opened is closed again. */
export const refuseUrgency: ActRule<"refuse-urgency"> = (ticket, { reason }, { by }) => {
  if (ticket.urgency?.state !== "claimed") return refuse("nothing-claimed");
  const { ground } = ticket.urgency;
  return missing({ reason }) ?? deeds(by, { type: "urgency-refused", ground, reason });
};
