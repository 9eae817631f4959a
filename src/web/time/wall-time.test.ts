import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MINUTE } from "../../core/time/instant.ts";
import { instantOfWall, wallOf } from "./wall-time.ts";

const zones = [
  "America/Mexico_City",
  "America/Tijuana",
  "America/Santiago",
  "America/Caracas",
  "Europe/Madrid",
  "Asia/Kathmandu",
  "UTC",
];

describe("a wall time in a zone", () => {
  test("is the instant at which that zone's clocks show it", () => {
    expect(instantOfWall("2026-11-23T12:00", "America/Mexico_City")).toBe(
      Date.UTC(2026, 10, 23, 18),
    );
    expect(instantOfWall("2026-07-01T12:00", "Europe/Madrid")).toBe(Date.UTC(2026, 6, 1, 10));
  });

  test("that is repeated is the first, one that is skipped moves on by the change", () => {
    // Tijuana 2026: clocks go on at 02:00 of 8 March and back at 02:00 of 1 November.
    expect(instantOfWall("2026-11-01T01:30", "America/Tijuana")).toBe(Date.UTC(2026, 10, 1, 8, 30));
    expect(instantOfWall("2026-03-08T02:30", "America/Tijuana")).toBe(Date.UTC(2026, 2, 8, 10, 30));
  });

  test("that does not exist or is not written as one is none", () => {
    expect(instantOfWall("2026-02-30T12:00", "UTC")).toBeNull();
    expect(instantOfWall("2026-13-01T12:00", "UTC")).toBeNull();
    expect(instantOfWall("2026-11-23T24:30", "UTC")).toBeNull();
    expect(instantOfWall("", "UTC")).toBeNull();
    expect(instantOfWall("mañana", "UTC")).toBeNull();
  });

  test("goes there and back, whatever the zone", () => {
    const minutes = fc.integer({
      min: Date.UTC(2024, 0, 1) / MINUTE,
      max: Date.UTC(2032, 0, 1) / MINUTE,
    });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const wall = wallOf(minute * MINUTE, zone);
        const again = instantOfWall(wall, zone);
        expect(again).not.toBeNull();
        expect(wallOf(again ?? 0, zone)).toBe(wall);
        expect(again).toBeLessThanOrEqual(minute * MINUTE);
      }),
    );
  });
});
