import type { Condition } from "../../condition.ts";
import { implies } from "../implies.ts";
import type { Finding } from "../finding.ts";
import type { At, Linted, LintRule } from "../linted.ts";
import { neverHolds } from "../possible.ts";

interface Ordered {
  readonly what: "state" | "classify";
  readonly name: string;
  readonly when: Condition;
  readonly at: At;
}

/** The first that holds counts: one that never holds, or before which another always does, says nothing. */
function outOfReach(linted: Linted, rules: readonly Ordered[]): Finding[] {
  const { policy, find } = linted;
  return rules.flatMap(({ what, name, when, at }, i): Finding[] => {
    if (neverHolds(policy, when)) return [find("rule-never-holds", [at], { what, name })];
    const earlier = rules.slice(0, i);
    if (!implies(when, { is: "any", of: earlier.map((rule) => rule.when) })) return [];
    const one = earlier.find((rule) => implies(when, rule.when)) ?? earlier[0];
    return [find("rule-shadowed", one === undefined ? [at] : [at, one.at], { what, name })];
  });
}

/** Published states that no ticket is ever in. */
export const stateOutOfReach: LintRule = (linted) =>
  outOfReach(
    linted,
    linted.policy.states.map(({ id, when }) => ({
      what: "state",
      name: id,
      when,
      at: { path: ["states", id], of: "key" },
    })),
  );

/** Rules of classification that never give their severity. */
export const classifyOutOfReach: LintRule = (linted) =>
  linted.pack.classify === undefined
    ? []
    : outOfReach(
        linted,
        linted.policy.classify.map(({ severity, when }, i) => ({
          what: "classify",
          name: severity,
          when,
          at: { path: ["classify", i] },
        })),
      );
