import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyAgenda } from "./agenda.ts";

describe("a demonstration's agenda", () => {
  it("gives entries in the order of their instants, and those of one instant as they were planned", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (instants) => {
        const agenda = emptyAgenda();
        const happened: string[] = [];
        instants.forEach((at, index) =>
          agenda.plan(at, () => Promise.resolve(void happened.push(`${at}/${index}`))),
        );
        const given: number[] = [];
        for (let entry = agenda.next(); entry !== undefined; entry = agenda.next()) {
          given.push(entry.at);
          void entry.happen();
        }
        expect(given).toEqual(instants.toSorted((a, b) => a - b));
        const expected = instants
          .map((at, index) => ({ at, index }))
          .toSorted((a, b) => a.at - b.at || a.index - b.index)
          .map(({ at, index }) => `${at}/${index}`);
        expect(happened).toEqual(expected);
      }),
    );
  });
});
