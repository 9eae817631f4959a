import { refuse } from "../../refusal.ts";
import { deeds } from "../scene.ts";
import { type ActRule, levelOf, missing } from "./rule.ts";

/**
 * Moves the ticket, with all its clocks, to another version of the policy: only by this explicit
 * act, with its reason. Refuses a version that is not at hand or is in force already, and one that
 * does not know the ticket's severity or level.
 */
export const rebind: ActRule<"rebind"> = (ticket, act, { by, context }) => {
  const { next } = context;
  if (next?.policy.number !== act.policy || act.policy === ticket.policy) {
    return refuse("policy-unknown", { field: "policy", facts: { policy: act.policy } });
  }
  const { severities, levels } = next.policy.policy;
  if (!severities.some(({ id }) => id === ticket.severity)) {
    return refuse("severity-unknown", { facts: { severity: ticket.severity } });
  }
  if (levels.length > 0 && levelOf(next.policy, ticket.level) === null) {
    return refuse("level-unknown", { facts: { level: ticket.level } });
  }
  const { policy, reason } = act;
  return missing({ reason }) ?? deeds(by, { type: "rebound", policy, reason });
};
