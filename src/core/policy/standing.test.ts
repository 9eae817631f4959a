import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingsOf } from "./standing.ts";

const at = (number: number, effective: number, withdrawn: unknown = null) => ({
  number,
  effective,
  withdrawn,
});

describe("how the versions of a policy stand", () => {
  const versions = [at(3, 300), at(1, 100), at(2, 200)];

  it("one holds from its instant until the next takes effect", () => {
    expect(Object.fromEntries(standingsOf(versions, 250))).toEqual({
      1: { is: "superseded", until: 200 },
      2: { is: "in-force", until: 300 },
      3: { is: "scheduled", until: null },
    });
  });

  it("one holds at the very instant that it takes effect", () => {
    expect(standingsOf(versions, 300).get(3)).toEqual({ is: "in-force", until: null });
  });

  it("one that was withdrawn never held, and ends no other", () => {
    const withdrawn = [at(1, 100), at(2, 200, { at: 150 })];
    expect([...standingsOf(withdrawn, 250)]).toEqual([[1, { is: "in-force", until: null }]]);
  });

  it("before the first takes effect none is in force", () => {
    expect([...standingsOf(versions, 50).values()].map(({ is }) => is)).toEqual([
      "scheduled",
      "scheduled",
      "scheduled",
    ]);
  });

  it("at every instant after the first took effect exactly one is in force, whatever was withdrawn", () => {
    const history = fc.array(fc.tuple(fc.nat(50), fc.boolean()), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(history, fc.nat(700), (steps, now) => {
        let effective = 0;
        const list = steps.map(([wait, gone], i) => {
          effective += wait;
          return at(i + 1, effective, gone ? {} : null);
        });
        const all = [...standingsOf(list, now).values()];
        const begun = list.some((one) => one.withdrawn === null && one.effective <= now);
        expect(all.filter(({ is }) => is === "in-force")).toHaveLength(begun ? 1 : 0);
      }),
    );
  });
});
