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

describe("the units of a duration", () => {
  it.each([
    ["1w", 7 * 86_400_000],
    ["1d", 86_400_000],
    ["1h", 3_600_000],
    ["1min", 60_000],
    ["1s", 1_000],
    ["1ms", 1],
    ["1w1d1h1min1s1ms", 694_861_001],
    ["P1W", 7 * 86_400_000],
    ["P1W1DT1H1M1.001S", 694_861_001],
    ["+PT1H", 3_600_000],
    ["PT1,5S", 1_500],
    ["PT0.05S", 50],
    ["PT0.005S", 5],
  ])("%s", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
    expect(parseDuration(`-${text.replace("+", "")}`)).toBe(-ms);
  });

  it("read nothing less than nothing: no zero has a sign", () => {
    expect(parseDuration("-0min")).toBe(0);
    expect(parseDuration("-PT0S")).toBe(0);
  });

  it.each([
    "4h\n",
    " 4h",
    "--4h",
    "+4h",
    "٤h",
    "4H",
    "1e3h",
    "1h1d",
    "PT1.S",
    "PT.5S",
    "PT1.2345S",
    "P1H",
    "PT1D",
    "P1Y",
    "P1M",
    "pt1h",
    "-",
    "ms",
  ])("are not %j", (text) => {
    expect(parseDuration(text)).toEqual({ code: "unreadable-duration", text });
  });

  it("are all written, each only where there is some of it, and the sign of what is owed", () => {
    expect(formatDuration(3_661_001)).toBe("1h1min1s1ms");
    expect(formatDuration(-3_600_001)).toBe("-1h1ms");
    expect(formatDuration(60_000)).toBe("1min");
    expect(formatDuration(1_000)).toBe("1s");
    expect(formatIsoDuration(3_600_001)).toBe("PT1H0.001S");
    expect(formatIsoDuration(1_010)).toBe("PT1.01S");
    expect(formatIsoDuration(-60_000)).toBe("-PT1M");
  });

  it("hold up to the last whole number, and are refused beyond it", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(parseDuration(`${most}ms`)).toBe(most);
    expect(parseDuration(`${most}ms`.replace(/1ms$/, "3ms"))).toMatchObject({
      code: "unreadable-duration",
    });
  });

  it("add up: what is written in parts is the sum of the parts", () => {
    const part = fc.nat(5_000);
    fc.assert(
      fc.property(part, part, part, (hours, minutes, seconds) => {
        const whole = parseDuration(`${hours}h${minutes}min${seconds}s`);
        const parts = [`${hours}h`, `${minutes}min`, `${seconds}s`].map(parseDuration);
        expect(whole).toBe(parts.reduce((sum: number, ms) => sum + Number(ms), 0));
        expect(parseDuration(`PT${hours}H${minutes}M${seconds}S`)).toBe(whole);
      }),
    );
  });
});
