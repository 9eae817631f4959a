import { expect, test } from "vitest";
import { countFile, countReport, plus, tallyLine, type Report } from "./tally.ts";

const report: Report = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: "passed", assertionResults: [{ status: "passed" }] }],
};

test("the line names what passed and what failed, and what was skipped only when something was", () => {
  expect(tallyLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(tallyLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});

test("a file that could not be loaded is a failure", () => {
  const broken = { status: "failed", assertionResults: [] };
  expect(countReport({ ...report, success: false, testResults: [broken] })).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
  });
});

test("a file with failing tests is not counted once more for itself", () => {
  const failing = { status: "failed", assertionResults: [{ status: "failed" }] };
  const counted = countReport({
    ...report,
    success: false,
    numFailedTests: 1,
    testResults: [failing],
  });
  expect(counted.failed).toBe(1);
});

test("a run that failed though no test did is a failure", () => {
  expect(countReport({ ...report, success: false }).failed).toBe(1);
});

test("tests put off are skipped, not passed", () => {
  expect(countReport({ ...report, numPendingTests: 2, numTodoTests: 1 }).skipped).toBe(3);
});

test("a report that was never written is a failure", () => {
  expect(countFile("/nowhere/report.json")).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("tallies add up", () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(plus(one, one)).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
