import { describe, expect, it } from "vitest";
import {
  clock,
  dates,
  elapsed,
  hours,
  range,
  traceOf,
  wall,
  wallOf,
  watch,
} from "../../../test/kit/rules.ts";
import { DAY, MINUTE } from "../time/instant.ts";
import { downtimeAllowed } from "./availability.ts";
import type { Amount } from "../policy/clock-rule.ts";
import { readClocks } from "./readings.ts";

function limitOf(limit: Amount, filed: string): string | null {
  const rule = clock({ within: { "*": { limit } } });
  const trace = traceOf([["received", filed]]);
  return wallOf(readClocks(watch(rule, trace), wall(filed))[0]?.limit);
}

const BY_SEVERITY = clock({
  from: ["contacted"],
  to: ["solved"],
  within: { bajo: range(8, 32), critico: range(1, 6) },
});

function solvedBy(severity: string, contacted: string): string | null {
  const trace = traceOf([["contacted", contacted]], { severities: [[severity, contacted]] });
  return wallOf(readClocks(watch(BY_SEVERITY, trace), wall(contacted))[0]?.limit);
}

describe("worked examples of the manuals", () => {
  it.each([
    ["Friday 17:00 + 4 h", "2026-11-20 17:00", hours(4), "2026-11-23 12:00"],
    ["Friday 17:00 + 4 h, Monday a holiday", "2026-11-13 17:00", hours(4), "2026-11-17 12:00"],
    ["Friday 17:00 + 1 h ends at closing", "2026-11-20 17:00", hours(1), "2026-11-20 18:00"],
    ["Friday 20:00 + 4 h", "2026-11-20 20:00", hours(4), "2026-11-23 13:00"],
    ["Sunday 10:00 + 1 h", "2026-11-22 10:00", hours(1), "2026-11-23 10:00"],
    ["Monday 07:00 + 4 h", "2026-11-23 07:00", hours(4), "2026-11-23 13:00"],
    ["9-19: Friday 18:30 + 2 h", "2026-11-20 18:30", hours(2, "hasta-19"), "2026-11-23 10:30"],
    [
      "9-19: Friday 18:30 + 8 h from receipt",
      "2026-11-20 18:30",
      hours(8, "hasta-19"),
      "2026-11-23 16:30",
    ],
    ["9-17: Friday 16:00 + 24 h elapsed", "2026-11-20 16:00", elapsed(24), "2026-11-21 16:00"],
    [
      "9-17: Friday 16:00 + 24 h of service",
      "2026-11-20 16:00",
      hours(24, "hasta-17"),
      "2026-11-25 16:00",
    ],
    ["Friday 11:00 + 2 open dates", "2026-11-13 11:00", dates(2), "2026-11-18 11:00"],
    [
      "Friday 11:00 + 2 open dates, at closing",
      "2026-11-13 11:00",
      dates(2, "at-closing"),
      "2026-11-18 18:00",
    ],
  ] as const)("%s", (...[, filed, amount, limit]) => {
    expect(limitOf(amount, filed)).toBe(limit);
  });

  it("contact Monday 12:00, Crítico: 6 h end Monday 18:00", () => {
    expect(solvedBy("critico", "2026-11-23 12:00")).toBe("2026-11-23 18:00");
  });

  it("contact Monday 12:00, Bajo: 32 h end Thursday 17:00", () => {
    expect(solvedBy("bajo", "2026-11-23 12:00")).toBe("2026-11-26 17:00");
  });

  it("99.3 % availability leaves 302.4 minutes in 30 days", () => {
    expect(downtimeAllowed(99.3, 30 * DAY)).toBe(302.4 * MINUTE);
    expect(() => downtimeAllowed(99.30001, 30 * DAY)).toThrow(RangeError);
    expect(() => downtimeAllowed(101, 30 * DAY)).toThrow(RangeError);
  });
});
