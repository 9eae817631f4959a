import type { ClockRule, Mark } from "../../clock-rule.ts";
import type { At, LintRule } from "../linted.ts";
import { canHappen, neverHolds } from "../possible.ts";

/** What the pack lacks so that a mark could be made. */
const NEEDS: Readonly<Partial<Record<Mark, At>>> = {
  reopened: { path: ["reopen", "while-solved"], of: "key" },
  routed: { path: ["levels"], of: "key" },
  "handed-back": { path: ["levels"], of: "key" },
  "call-attempted": { path: ["channels"], of: "key" },
};

/**
 * A clock whose start, or whose end, can never happen at this desk: a claim of urgency without grounds, a
 * hand-back where every level tells the client itself, a reopening that the desk does not do.
 */
export const clockNeverRuns: LintRule = ({ policy, find }) => {
  const dead = (marks: readonly Mark[]): Mark | null =>
    marks.some((mark) => canHappen(policy, mark)) ? null : (marks[0] ?? null);
  const places = (rule: ClockRule, key: "from" | "to", mark: Mark): readonly [At, ...At[]] => {
    const needs = NEEDS[mark];
    const own = { path: ["clocks", rule.id, key] };
    return needs === undefined ? [own] : [own, needs];
  };
  return policy.clocks.flatMap((rule) => {
    if (neverHolds(policy, rule.when)) {
      const when = { path: ["clocks", rule.id, "when"], of: "key" } as const;
      return find("rule-never-holds", [when], { what: "clock", name: rule.id });
    }
    const from = dead(rule.from);
    if (from !== null)
      return find("clock-never-starts", places(rule, "from", from), { clock: rule.id, mark: from });
    const to = dead(rule.to);
    if (to === null) return [];
    return find("clock-never-stops", places(rule, "to", to), { clock: rule.id, mark: to });
  });
};
