import type { Condition } from "./condition.ts";
import type { ChannelRule, Policy } from "./policy.ts";

/** The ways to reach the desk that open when a ground of urgency is claimed (RD-15), in the policy's order. */
export function openedByClaim({ channels }: Pick<Policy, "channels">): readonly ChannelRule[] {
  return channels.filter(({ needs }) => needs.some(isOpenedByClaim));
}

function isOpenedByClaim(condition: Condition): boolean {
  if (condition.is === "ground") return condition.state === "claimed";
  return (condition.is === "any" || condition.is === "all") && condition.of.some(isOpenedByClaim);
}
