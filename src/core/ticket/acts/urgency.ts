import { refuse } from "../../refusal.ts";
import { theDesk } from "../actor.ts";
import type { Fact } from "../event.ts";
import type { Ticket } from "../ticket.ts";
import type { Ground } from "../../policy/policy.ts";
import { type Context, deeds, type Deed, type No, type Scene } from "../scene.ts";
import { type ActRule, missing } from "./rule.ts";

/**
 * A ground of urgency is claimed (RD-15). Refuses a ground that the policy does not have, one whose
 * process is not going on (RD-15c), and a second claim of what is claimed or was refused.
 */
export const claimUrgency: ActRule<"claim-urgency"> = (ticket, act, { by, context }) => {
  const ground = context.policy.policy.grounds.find(({ id }) => id === act.ground);
  if (ground === undefined)
    return refuse("ground-unknown", { field: "ground", facts: { ground: act.ground } });
  return cannotClaimOn(ground, ticket, context) ?? deeds(by, claimed(ground));
};

/** A claim made while filing (RD-15): its fact, or why the ground is not open. */
export function claimAtFiling(id: string, context: Context): No | Fact {
  const ground = context.policy.policy.grounds.find((known) => known.id === id);
  if (ground === undefined)
    return refuse("ground-unknown", { field: "ground", facts: { ground: id } });
  return closedGround(ground, context.facts.announcements) ?? claimed(ground);
}

function claimed({ id, during }: Ground): Fact {
  return { type: "urgency-claimed", ground: id, ...(during === null ? {} : { during }) };
}

/** Refuses a ground whose process is not among those that are going on (RD-15c); null: it is open. */
export function closedGround(ground: Ground, goingOn: readonly string[]): No | null {
  const { id, during, clause } = ground;
  if (during === null || goingOn.includes(during)) return null;
  return refuse("ground-closed", { field: "ground", clause, facts: { ground: id, during } });
}

function cannotClaimOn(ground: Ground, ticket: Ticket, { facts }: Context): No | null {
  const { id, clause } = ground;
  const no = closedGround(ground, facts.announcements);
  if (no !== null) return no;
  return isClaimed(ticket, id)
    ? refuse("claimed-already", { clause, facts: { ground: id } })
    : null;
}

/** Whether urgency may be claimed on some ground of the policy. */
export function mayClaim(ticket: Ticket, { context }: Scene): boolean {
  return claimableGrounds(ticket, context).length > 0;
}

/** The grounds that may be claimed, by id, in the order of the policy. */
export function claimableGrounds(ticket: Ticket, context: Context): readonly string[] {
  return context.policy.policy.grounds
    .filter((ground) => cannotClaimOn(ground, ticket, context) === null)
    .map(({ id }) => id);
}

function isClaimed({ urgency }: Ticket, ground: string): boolean {
  return urgency !== null && (urgency.state !== "refused" || urgency.ground === ground);
}

/** An agent agrees: the ground's severity, where it has a graver one, is in force. */
export const confirmUrgency: ActRule<"confirm-urgency"> = (ticket, _act, scene) => {
  const ground = claimedGround(ticket);
  if (ground === null) return refuse("nothing-claimed");
  return [
    ...deeds(scene.by, { type: "urgency-confirmed", ground }),
    ...graver(ticket, ground, scene),
  ];
};

/** The ground that is claimed and neither confirmed nor refused yet; null: none. */
export function claimedGround({ urgency }: Ticket): string | null {
  return urgency?.state === "claimed" ? urgency.ground : null;
}

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
  const ground = claimedGround(ticket);
  if (ground === null) return refuse("nothing-claimed");
  return missing({ reason }) ?? deeds(by, { type: "urgency-refused", ground, reason });
};
