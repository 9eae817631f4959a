import type { ClockRule } from "../../clock-rule.ts";
import { termPlace } from "../amounts.ts";
import type { LintRule } from "../linted.ts";

const marks = (rule: ClockRule): string =>
  JSON.stringify([rule.from, rule.to, rule.against, rule.when]);

/** One clause that two clocks of the same start and end keep with different lengths (RD-11). */
export const clauseReadTwice: LintRule = (linted) => {
  const { policy, find } = linted;
  return policy.clocks.flatMap((rule, i) =>
    policy.clocks.slice(0, i).flatMap((other) => {
      const clause = rule.clause.find((one) => other.clause.includes(one));
      if (clause === undefined || marks(rule) !== marks(other)) return [];
      const severity = Object.keys(rule.within).find(
        (one) =>
          other.within[one] !== undefined &&
          JSON.stringify(other.within[one].limit) !== JSON.stringify(rule.within[one]?.limit),
      );
      if (severity === undefined) return [];
      return find(
        "clause-read-twice",
        [termPlace(linted, rule.id, severity), termPlace(linted, other.id, severity)],
        { clock: rule.id, other: other.id, clause },
      );
    }),
  );
};
