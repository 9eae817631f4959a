import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant, parseWall } from "./iso.ts";

const MINUTE = 60_000;

describe("an instant in ISO 8601", () => {
  it("is read and written as Temporal does", () => {
    const at = fc.integer({ min: -2e12, max: 4e12 });
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(at, offset, (millis, minutes) => {
        const text = formatInstant(millis, minutes * MINUTE);
        expect(Temporal.Instant.from(text).epochMilliseconds).toBe(millis);
        expect(parseInstant(text)).toEqual({ at: millis, offset: minutes * MINUTE });
      }),
      { numRuns: 2_000 },
    );
  });

  it("shows milliseconds only where there are some", () => {
    expect(formatInstant(1_425_027_600_255, 0)).toBe("2015-02-27T09:00:00.255+00:00");
    expect(formatInstant(1_794_938_400_000, -6 * 60 * MINUTE)).toBe("2026-11-17T12:00:00-06:00");
  });

  it("is read with Z, without seconds, and with finer fractions cut", () => {
    const half = Temporal.Instant.from("2026-01-05T01:30:00Z").epochMilliseconds;
    expect(parseInstant("2026-01-05T01:30Z")?.at).toBe(half);
    expect(parseInstant("2026-01-05T01:30:00.1239Z")?.at).toBe(half + 123);
    expect(parseInstant("2026-01-05T24:00:00Z")?.at).toBe(half + 81_000_000);
  });

  it.each(["2026-01-05T01:30:00", "2026-02-30T00:00:00Z", "2026-01-05T25:00:00Z", "", "now"])(
    "is not %j",
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );

  it("has a wall-time sister without offset", () => {
    expect(parseWall("1970-01-02T02:30:00")).toEqual({ day: 1, millis: 9_000_000 });
    expect(parseWall("1970-01-02 02:30")).toEqual({ day: 1, millis: 9_000_000 });
    expect(parseWall("1970-01-02T02:30:00Z")).toBeNull();
    expect(parseWall("1970-01-02T02:61:00")).toBeNull();
  });
});
