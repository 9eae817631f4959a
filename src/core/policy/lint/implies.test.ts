import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../condition.ts";
import { emptyView, holds } from "../holds.ts";
import type { ConditionView } from "../holds.ts";
import { excludes, implies } from "./implies.ts";

const names = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 });
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant<Condition>({ is: "always" }),
  names.map((of): Condition => ({ is: "severity", in: of })),
  names.map((of): Condition => ({ is: "field", field: "tipo", in: of })),
  names.map((of): Condition => ({ is: "field", field: "otro", in: of })),
  fc.boolean().map((open): Condition => ({ is: "hours", calendar: "oficina", open })),
  fc.constantFrom<Condition>({ is: "solved" }, { is: "closed" }, { is: "passed", clock: "uno" }),
  fc
    .constantFrom("claimed" as const, "confirmed" as const)
    .map((state): Condition => ({ is: "ground", state })),
  fc
    .tuple(fc.constantFrom("claimed" as const, "refused" as const), fc.constantFrom("a", "b"))
    .map(([state, ground]): Condition => ({ is: "ground", state, ground })),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie("condition"), { maxLength: 3 }).map((of): Condition => ({ is: "all", of })),
    fc.array(tie("condition"), { maxLength: 3 }).map((of): Condition => ({ is: "any", of })),
    tie("condition").map((of): Condition => ({ is: "not", of })),
  ),
}));

const value = fc.constantFrom("", "a", "b", "c");
const view: fc.Arbitrary<ConditionView> = fc
  .record({
    severity: value,
    tipo: value,
    otro: value,
    open: fc.boolean(),
    solved: fc.boolean(),
    closed: fc.boolean(),
    passed: fc.boolean(),
    urgency: fc.option(
      fc.record({
        ground: fc.constantFrom("a", "b"),
        state: fc.constantFrom("claimed" as const, "confirmed" as const, "refused" as const),
      }),
    ),
  })
  .map(({ tipo, otro, open, passed, ...seen }) => ({
    ...emptyView,
    ...seen,
    fields: { tipo, otro },
    open: () => open,
    passed: () => passed,
  }));

describe("what a condition's shape tells", () => {
  it("where one implies another, the other holds wherever the one does", () => {
    let told = 0;
    fc.assert(
      fc.property(
        condition,
        condition,
        fc.array(view, { minLength: 5, maxLength: 5 }),
        (a, b, views) => {
          if (!implies(a, b)) return;
          told++;
          for (const seen of views) if (holds(a, seen)) expect(holds(b, seen)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
    expect(told).toBeGreaterThan(100);
  });

  it("where one excludes another, they never hold together", () => {
    let told = 0;
    fc.assert(
      fc.property(
        condition,
        condition,
        fc.array(view, { minLength: 5, maxLength: 5 }),
        (a, b, views) => {
          if (!excludes(a, b)) return;
          told++;
          for (const seen of views) expect(holds(a, seen) && holds(b, seen)).toBe(false);
        },
      ),
      { numRuns: 3000 },
    );
    expect(told).toBeGreaterThan(50);
  });

  it("takes the values of a list one by one, over several earlier conditions", () => {
    const tipo = (...of: string[]): Condition => ({ is: "field", field: "tipo", in: of });
    expect(implies(tipo("a", "b"), { is: "any", of: [tipo("a"), tipo("b", "c")] })).toBe(true);
    expect(implies(tipo("a", "d"), { is: "any", of: [tipo("a"), tipo("b", "c")] })).toBe(false);
  });
});
