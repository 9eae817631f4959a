import { describe, expect, it } from "vitest";
import { skewAfter } from "./skew.ts";

const read = 1_000_000;

describe("the server's time in a browser", () => {
  it("is an answer's where the clocks differ, and not for what the network takes", () => {
    expect(skewAfter(0, { now: read + 60_000, readAt: read })).toBe(60_000);
    expect(skewAfter(60_000, { now: read + 59_000, readAt: read })).toBe(60_000);
  });

  it("does not go back where an answer that was read ahead is shown minutes later", () => {
    const skewNow = skewAfter(0, { now: read + 400, readAt: read });
    // It is shown when this browser's clock is at read + 240,000.
    expect(skewAfter(skewNow, { now: read + 400, readAt: read })).toBe(0);
  });

  it("is said by no answer that only stands in for another", () => {
    expect(skewAfter(5_000, { now: read, readAt: 0 })).toBe(5_000);
  });
});
