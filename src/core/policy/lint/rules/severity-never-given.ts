import type { LintRule } from "../linted.ts";

/**
 * A severity that no rule and no ground gives, at a desk none of whose rules is provisional: nothing asks
 * an agent to classify, so nobody is ever promised what it promises.
 */
export const severityNeverGiven: LintRule = ({ policy, pack, find }) => {
  if (policy.classify.some(({ provisional }) => provisional)) return [];
  const given = new Set<string | null>([
    ...policy.classify.map(({ severity }) => severity),
    ...policy.grounds.map(({ severity }) => severity),
  ]);
  return policy.severities
    .filter(({ id }) => !given.has(id))
    .map(({ id }) =>
      find(
        "severity-never-given",
        [
          { path: ["severities", id], of: "key" },
          ...(pack.classify === undefined ? [] : [{ path: ["classify"], of: "key" } as const]),
        ],
        { severity: id },
      ),
    );
};
