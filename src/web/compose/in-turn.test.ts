import { describe, expect, test } from "vitest";
import { inTurn } from "./in-turn.ts";

/** Works that end when told, and the order in which they began and ended. */
function works(): {
  readonly said: readonly string[];
  readonly work: (name: string) => () => Promise<void>;
  readonly end: () => Promise<void>;
} {
  const said: string[] = [];
  const ends: (() => void)[] = [];
  return {
    said,
    work: (name) => async () => {
      said.push(`${name} begins`);
      await new Promise<void>((done) => ends.push(done));
      said.push(`${name} ends`);
    },
    end: async () => {
      ends.shift()?.();
      await new Promise((done) => setTimeout(done));
    },
  };
}

describe("what is kept is kept in turn", () => {
  test("asked while it is under way, it is done once more afterwards, as asked last", async () => {
    const { said, work, end } = works();
    const turn = inTurn();
    const all = Promise.all([turn(work("a")), turn(work("b")), turn(work("c"))]);
    expect(said).toEqual(["a begins"]);
    await end();
    expect(said).toEqual(["a begins", "a ends", "c begins"]);
    await end();
    await all;
    expect(said).toEqual(["a begins", "a ends", "c begins", "c ends"]);
  });

  test("asked again when it has ended, it is done again", async () => {
    const { said, work, end } = works();
    const turn = inTurn();
    for (const name of ["a", "b"]) {
      const done = turn(work(name));
      await end();
      await done;
    }
    expect(said).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  test("one that fails says so, and keeps no other back", async () => {
    const { said, work, end } = works();
    const turn = inTurn();
    await expect(turn(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    const done = turn(work("a"));
    await end();
    await done;
    expect(said).toEqual(["a begins", "a ends"]);
  });
});
