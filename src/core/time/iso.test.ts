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

describe("an instant at the edges of what can be written", () => {
  const at = (text: string): number | undefined => parseInstant(text)?.at;
  const noon = Date.UTC(2026, 10, 20, 12);

  it("is the same in every offset and in every way to write it", () => {
    for (const text of [
      "2026-11-20T12:00:00Z",
      "2026-11-20t12:00z",
      "2026-11-20 12:00:00.000Z",
      "2026-11-20T12:00:00,0+00:00",
      "2026-11-20T06:00:00-06:00",
      "2026-11-20T06:00-06",
      "2026-11-20T17:30:00+0530",
      "2026-11-20T11:30:00-00:30",
      "2026-11-21T11:59:00+23:59",
    ]) {
      expect([text, at(text)]).toEqual([text, noon]);
    }
    expect(parseInstant("2026-11-20T11:30:00-00:30")?.offset).toBe(-30 * MINUTE);
    expect(Object.is(parseInstant("2026-11-20T12:00:00Z")?.offset, 0)).toBe(true);
  });

  it.each([
    "2026-11-20T12:60:00Z",
    "2026-11-20T12:00:60Z",
    "2026-11-20T24:00:00.001Z",
    "2026-11-20T24:00:01Z",
    "2026-11-20T12:00:00+24:00",
    "2026-11-20T12:00:00+05:60",
    "2026-11-20T12:00:00+5",
    "2026-11-20T12:00:00.Z",
    "2026-11-20T12Z",
    "2026-11-20T1:00Z",
    "2026-11-31T12:00Z",
    "x2026-11-20T12:00Z",
    "2026-11-20T12:00Z ",
    "2026-11-20T12:00Z\n",
  ])("is not %j", (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it("has the last seconds of an hour and of a day", () => {
    expect(at("2026-11-20T23:59:59.999Z")).toBe(Date.UTC(2026, 10, 20, 23, 59, 59, 999));
    expect(at("2026-11-20T24:00Z")).toBe(Date.UTC(2026, 10, 21));
    expect(parseWall("2026-11-20T24:00")?.millis).toBe(86_400_000);
    expect(parseWall("2026-11-20T24:00:00.5")).toBeNull();
    expect(parseWall("2026-11-20t09:00")).toMatchObject({ millis: 32_400_000 });
    expect(parseWall("2026-02-30T09:00")).toBeNull();
  });

  it("is written before the first of all days, and in zones that once had seconds", () => {
    expect(formatInstant(-1, 0)).toBe("1969-12-31T23:59:59.999+00:00");
    expect(formatInstant(0, -23_796_000)).toBe("1969-12-31T17:23:24-06:36:36");
    expect(formatInstant(0, 20_700_000)).toBe("1970-01-01T05:45:00+05:45");
    expect(formatInstant(1, 0)).toBe("1970-01-01T00:00:00.001+00:00");
  });
});
