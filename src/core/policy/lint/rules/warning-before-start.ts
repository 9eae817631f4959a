import { isAlwaysLonger, termPlace } from "../amounts.ts";
import type { LintRule } from "../linted.ts";

/** A warning that would come before its clock starts, from whichever opening it starts. */
export const warningBeforeStart: LintRule = (linted) => {
  const { policy, pack, find } = linted;
  return policy.clocks.flatMap((rule) =>
    Object.entries(rule.within).flatMap(([severity, { limit }]) => {
      const early = rule.warn.findIndex(
        (warning) =>
          "before" in warning &&
          warning.before.unit !== limit.unit &&
          isAlwaysLonger(linted, warning.before, limit),
      );
      if (early < 0) return [];
      const isList = Array.isArray(pack.clocks?.[rule.id]?.warn);
      const path = ["clocks", rule.id, "warn", ...(isList ? [early] : [])];
      return find("warning-before-start", [{ path }, termPlace(linted, rule.id, severity)], {
        clock: rule.id,
      });
    }),
  );
};
