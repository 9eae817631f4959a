import { describe, expect, it } from "vitest";
import { countAttempts } from "./attempts.ts";

describe("attempts to sign in", () => {
  it("are refused after the limit, and allowed again when the window of the first has passed", () => {
    const attempts = countAttempts({ limit: 3, within: 1_000, most: 10 });
    for (const at of [0, 100, 200]) {
      expect(attempts.mayTry("a", at)).toBe(true);
      attempts.failed("a", at);
    }
    expect(attempts.mayTry("a", 999)).toBe(false);
    expect(attempts.mayTry("b", 999)).toBe(true);
    expect(attempts.mayTry("a", 1_000)).toBe(true);
  });

  it("start anew after a success", () => {
    const attempts = countAttempts({ limit: 1, within: 1_000, most: 10 });
    attempts.failed("a", 0);
    expect(attempts.mayTry("a", 1)).toBe(false);
    attempts.succeeded("a");
    expect(attempts.mayTry("a", 2)).toBe(true);
  });

  it("never hold more keys than they may, however many are tried", () => {
    const attempts = countAttempts({ limit: 1, within: 1_000, most: 2 });
    for (const key of ["a", "b", "c"]) attempts.failed(key, 0);
    expect(attempts.mayTry("a", 1)).toBe(true);
    expect(attempts.mayTry("c", 1)).toBe(false);
  });
});
