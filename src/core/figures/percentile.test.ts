import fc from "fast-check";
import { expect, test } from "vitest";
import { few, percentile, spreadOf } from "./percentile.ts";

const minutes = fc.array(fc.nat(500), { minLength: 1, maxLength: 60 });

function counted(values: readonly number[]): { minutes: number; n: number }[] {
  return [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({
    minutes: value,
    n: all.length,
  }));
}

/** The definition itself, value by value. */
function slowly(values: readonly number[], percent: number): number {
  const enough = values.filter(
    (value) => values.filter((other) => other <= value).length * 100 >= percent * values.length,
  );
  return Math.min(...enough);
}

test("a percentile is the least value that so many do not exceed", () => {
  fc.assert(
    fc.property(minutes, fc.constantFrom(50, 90, 95), (values, percent) => {
      expect(percentile(counted(values), percent)).toBe(slowly(values, percent));
    }),
  );
});

test("fewer than five are said one by one, in order; five have percentiles with their n", () => {
  expect(spreadOf(counted([30, 10, 20, 10]))).toEqual({ n: 4, values: [10, 10, 20, 30] });
  expect(spreadOf(counted([5, 1, 2, 3, 4]))).toEqual({ n: few, p50: 3, p90: 5, p95: 5 });
  expect(spreadOf([])).toEqual({ n: 0, values: [] });
});

test("a percentile of nothing is a fault", () => {
  expect(() => percentile([], 50)).toThrow("nothing");
});
