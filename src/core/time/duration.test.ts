import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDuration, formatIsoDuration, parseDuration } from "./duration.ts";

describe("a duration", () => {
  it.each([
    ["4h", 14_400_000],
    ["30min", 1_800_000],
    ["1h30min", 5_400_000],
    ["2d", 172_800_000],
    ["1w", 604_800_000],
    ["45s", 45_000],
    ["250ms", 250],
    ["0min", 0],
    ["-4h", -14_400_000],
    ["PT1H30M", 5_400_000],
    ["PT600M", 36_000_000],
    ["-PT90S", -90_000],
    ["PT0.555S", 555],
    ["PT0.5S", 500],
    ["PT0S", 0],
    ["P2D", 172_800_000],
    ["P1DT2H", 93_600_000],
  ])("is read from %s", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each([
    "",
    "-",
    "4",
    "h",
    "4 h",
    "1.5h",
    "4m",
    "30min1h",
    "P",
    "PT",
    "P1DT",
    "-P",
    "four hours",
  ])("is refused from %j", (text) => {
    expect(parseDuration(text)).toEqual({ code: "unreadable-duration", text });
  });

  it("that no number can hold is refused", () => {
    const text = "9999999999999999h";
    expect(parseDuration(text)).toEqual({ code: "unreadable-duration", text });
  });

  it("is written with hours as its largest unit", () => {
    expect(formatDuration(5_400_000)).toBe("1h30min");
    expect(formatDuration(172_800_000)).toBe("48h");
    expect(formatDuration(0)).toBe("0min");
    expect(formatIsoDuration(142_200_000)).toBe("PT39H30M");
    expect(formatIsoDuration(-81_000_000)).toBe("-PT22H30M");
    expect(formatIsoDuration(53_805_000)).toBe("PT14H56M45S");
    expect(formatIsoDuration(550)).toBe("PT0.55S");
    expect(formatIsoDuration(0)).toBe("PT0S");
  });

  it("is the same after being written and read", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (ms) => {
        expect(parseDuration(formatDuration(ms))).toBe(ms);
        expect(parseDuration(formatIsoDuration(ms))).toBe(ms);
      }),
    );
  });
});
