import type { LintRule } from "../linted.ts";

/** A promise that no clause of the manual makes: the desk would be held to what it never published. */
export const clockWithoutClause: LintRule = ({ policy, isOwn, find }) =>
  policy.clocks
    .filter(({ id, clause }) => clause.length === 0 && isOwn(["clocks", id]))
    .map(({ id }) =>
      find("clock-without-clause", [{ path: ["clocks", id], of: "key" }], { clock: id }),
    );

/** An example of a clause that its clock does not keep: the clause has no clock. */
export const exampleOfAnotherClause: LintRule = ({ policy, find }) =>
  policy.examples.flatMap((example, i) => {
    const rule = policy.clocks.find(({ id }) => id === example.clock);
    const [clause] = example.clause;
    if (rule === undefined || clause === undefined) return [];
    if (example.clause.some((one) => rule.clause.includes(one))) return [];
    return find(
      "example-of-another-clause",
      [{ path: ["examples", i, "clause"] }, { path: ["clocks", rule.id, "clause"] }],
      { clock: rule.id, clause },
    );
  });
