import type { ClockRule, Mark } from "../clock-rule.ts";
import type { Condition } from "../condition.ts";
import type { Policy } from "../policy.ts";
import { excludes } from "./implies.ts";

/** Whether a mark can ever be made in a ticket's life under this policy. */
export function canHappen(policy: Policy, mark: Mark): boolean {
  switch (mark) {
    case "urgency-claimed":
      return policy.grounds.length > 0;
    case "routed":
      return policy.levels.length > 1;
    case "handed-back":
      return policy.levels.some(({ tells }) => tells !== "client");
    case "reopened":
      return policy.reopen.whileSolved;
    case "call-attempted":
      return policy.channels.some(({ id }) => id === "phone");
    default:
      return true;
  }
}

/** Whether a clock can ever start: one of its starts can happen, and its condition can hold. */
function canStart(policy: Policy, rule: ClockRule): boolean {
  return rule.from.some((mark) => canHappen(policy, mark)) && !neverHolds(policy, rule.when);
}

/**
 * Whether a condition can hold of no ticket of this policy: it contradicts itself, or waits for a
 * clock that never starts or for a ground of urgency where there is none.
 */
export function neverHolds(policy: Policy, condition: Condition): boolean {
  switch (condition.is) {
    case "any":
      return condition.of.every((part) => neverHolds(policy, part));
    case "all":
      return (
        condition.of.some((part) => neverHolds(policy, part)) ||
        condition.of.some((part, i) => condition.of.slice(i + 1).some((one) => excludes(part, one)))
      );
    case "not":
      return condition.of.is === "always";
    case "ground":
      return policy.grounds.length === 0;
    case "passed": {
      const rule = policy.clocks.find(({ id }) => id === condition.clock);
      return rule !== undefined && !canStart(policy, rule);
    }
    default:
      return false;
  }
}

/** The clock that a condition waits for and that never starts; null: it waits for none. */
export function deadClockIn(policy: Policy, condition: Condition): ClockRule | null {
  if (condition.is === "all" || condition.is === "any") {
    for (const part of condition.of) {
      const found = deadClockIn(policy, part);
      if (found !== null) return found;
    }
    return null;
  }
  if (condition.is === "not") return deadClockIn(policy, condition.of);
  if (condition.is !== "passed" || !neverHolds(policy, condition)) return null;
  return policy.clocks.find(({ id }) => id === condition.clock) ?? null;
}
