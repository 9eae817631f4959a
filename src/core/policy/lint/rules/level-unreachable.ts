import type { LintRule } from "../linted.ts";

/** Levels that no ticket can be routed to: reached only through others that no ticket reaches (CC-10). */
export const levelUnreachable: LintRule = ({ policy, find }) => {
  const reached = new Set(
    policy.levels.filter(({ through }, i) => i === 0 || through.length === 0).map(({ id }) => id),
  );
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { id, through } of policy.levels)
      if (through.some((level) => reached.has(level))) reached.add(id);
  }
  return policy.levels
    .filter(({ id }) => !reached.has(id))
    .map(({ id, through }) =>
      find(
        "level-unreachable",
        [
          { path: ["levels", id, "through"], of: "key" },
          { path: ["levels", through.find((one) => one !== id) ?? id], of: "key" },
        ],
        { level: id },
      ),
    );
};
