import { describe, expect, it } from "vitest";
import { HOUR } from "../../core/time/instant.ts";
import { laterInstants, numbered, takenBy } from "./quick-choices.ts";

describe("the small menu under a key", () => {
  it("takes a choice by its digit at once, and waits for letters", () => {
    const choices = numbered([
      { id: "a", label: "Ana", body: { to: "a" } },
      { id: "b", label: "Bruno", body: { to: "b" } },
    ]);
    expect(takenBy("2", choices)?.id).toBe("b");
    expect(takenBy("3", choices)).toBeNull();
    expect(takenBy("br", choices)).toBeNull();
  });

  it("offers later instants in order, those of openings among them, none in the past", () => {
    const now = 10 * HOUR + 1;
    const opens = { from: 20 * HOUR, to: 28 * HOUR };
    const later = laterInstants(now, [{ from: 0, to: 9 * HOUR }, opens]);
    expect(later).toEqual([11.25 * HOUR, 14.25 * HOUR, 20 * HOUR]);
  });
});
