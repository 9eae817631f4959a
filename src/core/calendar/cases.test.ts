import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CaseFile } from "./case-file.ts";
import { runCases } from "./cases.ts";

const FIXTURE = new URL("../../../test/fixtures/business-time.json", import.meta.url);
const FILE = CaseFile.parse(JSON.parse(readFileSync(FIXTURE, "utf8")));
const RESULTS = runCases(FILE);

const weekly = { mon: [["09:00", "17:00"]] };
const schedules: Record<string, unknown> = {
  mondays: { timeZone: "Etc/UTC", weekly },
  never: { timeZone: "Etc/UTC", weekly: {} },
  overlaps: {
    timeZone: "Etc/UTC",
    weekly: {
      mon: [
        ["09:00", "13:00"],
        ["12:00", "17:00"],
      ],
    },
    holidays: ["2026-11-16"],
    overrides: { "2026-11-16": [["10:00", "12:00"]], "2026-11-24": [["10:00", "12:00"]] },
  },
  impossible: { timeZone: "Etc/UTC", weekly: { mon: [["09:00", "25:00"]] } },
  nowhere: { timeZone: "Mars/Olympus", weekly },
  february: { timeZone: "Etc/UTC", weekly, holidays: ["2026-02-30"] },
  unknownKey: { timeZone: "Etc/UTC", weekly, weekends: [] },
};

function run(item: object): { passed: boolean; problem?: string; got: unknown } {
  const [result] = runCases({ schedules, cases: [{ id: 1, ...item }] });
  if (result === undefined) throw new Error("no result");
  return result;
}

const MONDAY = "2026-11-23T10:00:00Z";
const HOUR = { at: MONDAY, amount: "PT1H", amountMs: 3_600_000 };
const added = { at: "2026-11-23T11:00:00+00:00", epochMs: 1_795_431_600_000 };

describe("the file of business-time cases", () => {
  it("has a result for every case", () => {
    expect(RESULTS).toHaveLength(155);
  });

  it.each(RESULTS.map((result) => [result.id, result.op, result] as const))(
    "%s (%s) is as expected",
    (_id, _op, { passed, expected, got, problem }) => {
      expect({ passed, got, problem }, JSON.stringify({ expected, got })).toMatchObject({
        passed: true,
      });
    },
  );
});

describe("a case", () => {
  const add = { op: "add", schedule: "mondays", input: HOUR };

  it("passes only when instant and printed form are as expected", () => {
    expect(run({ ...add, expected: added }).passed).toBe(true);
    expect(run({ ...add, expected: { ...added, at: "2026-11-23T11:00:00.000Z" } }).passed).toBe(
      true,
    );
    expect(run({ ...add, expected: { ...added, epochMs: added.epochMs + 1 } }).passed).toBe(false);
    const elsewhere = { ...added, at: "2026-11-23T12:00:00+01:00" };
    expect(run({ ...add, expected: elsewhere }).passed).toBe(false);
    expect(run({ ...add, expected: { error: "NO_OPEN_TIME" } }).passed).toBe(false);
  });

  it("fails on other periods, durations, dates and openness than expected", () => {
    const span = { from: "2026-11-23T00:00:00Z", to: "2026-11-24T00:00:00Z" };
    const one = [["2026-11-23T09:00:00Z", "2026-11-23T17:00:00Z"]];
    const periods = { op: "periods", schedule: "mondays", input: span };
    expect(run({ ...periods, expected: { periods: one } }).passed).toBe(true);
    expect(run({ ...periods, expected: { periods: [] } }).passed).toBe(false);
    const diff = { op: "diff", schedule: "mondays", input: span };
    expect(run({ ...diff, expected: { duration: "PT8H", ms: 28_800_000 } }).passed).toBe(true);
    expect(run({ ...diff, expected: { duration: "PT7H", ms: 28_800_000 } }).passed).toBe(false);
    const dates = {
      op: "addBusinessDates",
      schedule: "mondays",
      input: { date: "2026-11-23", days: 1 },
    };
    expect(run({ ...dates, expected: { date: "2026-11-30" } }).passed).toBe(true);
    expect(run({ ...dates, expected: { date: "2026-11-24" } }).passed).toBe(false);
    const open = { op: "isOpen", schedule: "mondays", input: { at: MONDAY } };
    expect(run({ ...open, expected: { open: false } }).passed).toBe(false);
  });

  it("expects the error where nothing is ever open", () => {
    const expected = { error: "NO_OPEN_TIME" };
    for (const op of ["add", "subtract"]) {
      expect(run({ op, schedule: "never", input: HOUR, expected }).passed).toBe(true);
    }
    for (const op of ["nextOpen", "prevOpenEnd"]) {
      expect(run({ op, schedule: "never", input: { at: MONDAY }, expected }).passed).toBe(true);
    }
    const dates = { op: "addBusinessDates", input: { date: "2026-11-23", days: -1 } };
    expect(run({ ...dates, schedule: "never", expected }).passed).toBe(true);
  });

  it("merges overlapping hours, and lets a holiday stand above an override", () => {
    const diff = { op: "diff", schedule: "overlaps" };
    const day = (date: string) => ({ from: `${date}T00:00:00Z`, to: `${date}T24:00:00Z` });
    const eight = { duration: "PT8H", ms: 28_800_000 };
    expect(run({ ...diff, input: day("2026-11-23"), expected: eight }).passed).toBe(true);
    const none = { duration: "PT0S", ms: 0 };
    expect(run({ ...diff, input: day("2026-11-16"), expected: none }).passed).toBe(true);
    const two = { duration: "PT2H", ms: 7_200_000 };
    expect(run({ ...diff, input: day("2026-11-24"), expected: two }).passed).toBe(true);
  });

  it.each([
    ["an unknown operation", { op: "multiply" }, /op/],
    ["no operation", { op: undefined }, /op/],
    ["an unknown schedule", { schedule: "sundays" }, /there is no schedule sundays/],
    [
      "a schedule with impossible hours",
      { schedule: "impossible" },
      /weekly\.mon\.0: impossible-hours/,
    ],
    ["a schedule in an unknown zone", { schedule: "nowhere" }, /unknown-zone/],
    ["a schedule with 30 February", { schedule: "february" }, /holidays/],
    ["a schedule with an unknown key", { schedule: "unknownKey" }, /weekends/],
    ["an instant without offset", { input: { ...HOUR, at: "2026-11-23T10:00:00" } }, /input\.at/],
    [
      "an instant of the year 9999",
      { input: { ...HOUR, at: "9999-12-31T23:59:59Z" } },
      /input\.at/,
    ],
    ["no amount", { input: { at: MONDAY } }, /amount/],
    ["an amount that is none", { input: { at: MONDAY, amount: "an hour" } }, /not a duration/],
    ["no input", { input: undefined }, /input/],
    ["an unknown expectation", { expected: { instant: 5 } }, /expected/],
  ])("with %s fails and says so", (_name, change, problem) => {
    const result = run({ op: "add", schedule: "mondays", input: HOUR, expected: added, ...change });
    expect(result.passed).toBe(false);
    expect(result.problem).toMatch(problem);
  });

  it.each([["text"], [null], [7], [[]]])("that is %j fails and has a place for a name", (raw) => {
    const [result] = runCases({ schedules, cases: [raw] });
    expect(result).toMatchObject({ id: "#1", op: "?", passed: false });
  });

  it("on wall times needs a zone and a time that exist", () => {
    const wall = { op: "wallToInstant", expected: { epochMs: 0 } };
    const input = { wall: "1970-01-01T00:00", timeZone: "Etc/UTC" };
    expect(run({ ...wall, input }).passed).toBe(true);
    expect(run({ ...wall, input: { ...input, timeZone: "X" } }).problem).toMatch(/unknown zone X/);
    expect(run({ ...wall, input: { ...input, wall: "1970-01-01" } }).problem).toMatch(/wall/);
  });
});
