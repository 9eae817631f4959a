import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../../time/instant.ts";
import { z } from "zod";
import { Length, Promised } from "../schema/words.ts";
import { readLength } from "./length.ts";

describe("a length of time", () => {
  it.each([
    ["4h", { unit: "hours", ms: 4 * HOUR, calendar: null }],
    ["30min", { unit: "hours", ms: 30 * MINUTE, calendar: null }],
    ["1h 30min", { unit: "hours", ms: 90 * MINUTE, calendar: null }],
    ["1h30min of oficina", { unit: "hours", ms: 90 * MINUTE, calendar: "oficina" }],
    ["24h elapsed", { unit: "elapsed", ms: 24 * HOUR }],
    ["2 dates", { unit: "dates", n: 2, calendar: null, atClosing: false }],
    ["1 date of oficina", { unit: "dates", n: 1, calendar: "oficina", atClosing: false }],
    [
      "2 dates of oficina at closing",
      { unit: "dates", n: 2, calendar: "oficina", atClosing: true },
    ],
    ["1 day", { unit: "days", n: 1, calendar: null }],
    ["3d", { unit: "days", n: 3, calendar: null }],
    ["2 días of oficina", { unit: "days", n: 2, calendar: "oficina" }],
  ])("%s is one unit, never mixed", (text, expected) => expect(readLength(text)).toEqual(expected));

  it.each([
    "",
    "h",
    "4",
    "4 horas",
    "-4h",
    "4h elapsed of oficina",
    "1w",
    "2 dates elapsed",
    "4h of",
    "1.5h",
    "4hh",
    "elapsed",
  ])("%j is none", (text) => expect(readLength(text)).toBeNull());
});

describe("the pattern that editors get", () => {
  const patternOf = (schema: z.ZodType): RegExp =>
    new RegExp(String(z.toJSONSchema(schema, { io: "input" })["pattern"]), "u");

  it.each([
    ["4h", "1h 30min", "1h30min", "45s", "4h of guardia", "24h elapsed", "2 dates", "1 date"],
    ["2 dates of oficina at closing", "3 days", "3 días", "1d of oficina", "0h"],
  ])("takes every length that is read: %s, %s…", (...lengths) => {
    for (const text of lengths) {
      expect(readLength(text)).not.toBeNull();
      expect(text).toMatch(patternOf(Length));
      expect(`${text}..${text}`).toMatch(patternOf(Promised));
    }
  });

  it.each(["4 horas", "h", "", "four hours", "4h of", "2 dates closing"])(
    "refuses “%s”",
    (text) => {
      expect(text).not.toMatch(patternOf(Length));
      expect(text).not.toMatch(patternOf(Promised));
    },
  );
});
