import { describe, expect, it } from "vitest";
import { countAttempts } from "./attempts.ts";

describe("attempts to sign in", () => {
  it("are refused after the limit, and allowed again when the window of the first has passed", () => {
    const attempts = countAttempts({ limit: 3, within: 1_000, most: 10 });
    for (const at of [0, 100, 200]) expect(attempts.take("a", at)).toBe(true);
    expect(attempts.take("a", 999)).toBe(false);
    expect(attempts.take("b", 999)).toBe(true);
    expect(attempts.take("a", 1_000)).toBe(true);
  });

  it("start anew after a success, and those given back do not count", () => {
    const attempts = countAttempts({ limit: 2, within: 1_000, most: 10 });
    for (const key of ["a", "a", "b", "b"]) attempts.take(key, 0);
    expect([attempts.take("a", 1), attempts.take("b", 1)]).toEqual([false, false]);
    attempts.forget("a");
    attempts.giveBack("b");
    expect([1, 2, 3].map((at) => attempts.take("a", at))).toEqual([true, true, false]);
    expect([1, 2].map((at) => attempts.take("b", at))).toEqual([true, false]);
  });

  it("never hold more keys than they may, however many are tried", () => {
    const attempts = countAttempts({ limit: 1, within: 1_000, most: 2 });
    for (const key of ["a", "b", "c"]) attempts.take(key, 0);
    expect(attempts.take("c", 1)).toBe(false);
    expect(attempts.take("a", 1)).toBe(true);
  });
});
