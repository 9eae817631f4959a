import { expect, test } from "vitest";
import { DAY } from "../time/instant.ts";
import { answeredWithin, askedAbout, mayAnswer } from "./satisfaction.ts";

const solution = { at: 1_000, cause: "a", remedy: "b", told: true };
const closed = { at: 2_000, reason: "silence" } as const;

test("is asked about what was closed with its solution told, since the desk asks", () => {
  expect(askedAbout({ closed, solution }, 2_000)).toEqual({ solution: 1_000, at: 2_000 });
  expect(askedAbout({ closed, solution }, 2_001)).toBeNull();
  expect(askedAbout({ closed, solution }, null)).toBeNull();
  expect(askedAbout({ closed: null, solution }, 0)).toBeNull();
  expect(askedAbout({ closed, solution: { ...solution, told: false } }, 0)).toBeNull();
});

test.each(["withdrawn", "out-of-scope", "spam", "duplicate", "merged"] as const)(
  "is not asked about what ended as %s",
  (reason) => {
    expect(askedAbout({ closed: { at: 2_000, reason }, solution }, 0)).toBeNull();
  },
);

test("a first answer is taken for thirty days, and may be changed for fourteen after it", () => {
  expect(mayAnswer({ asked: 0, answered: null }, answeredWithin - 1)).toBe(true);
  expect(mayAnswer({ asked: 0, answered: null }, answeredWithin)).toBe(false);
  expect(mayAnswer({ asked: 0, answered: 29 * DAY }, 43 * DAY - 1)).toBe(true);
  expect(mayAnswer({ asked: 0, answered: 29 * DAY }, 43 * DAY)).toBe(false);
});
