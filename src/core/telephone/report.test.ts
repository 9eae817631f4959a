import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CallReport, type Course, wasMissed, withReport } from "./report.ts";

const told = (...reports: readonly CallReport[]): Course | null =>
  reports.reduce<Course | null>((course, report) => withReport(course, report), null);

describe("what an exchange tells of a call", () => {
  it("is started, answered and ended", () => {
    const reports = [
      { event: "started", at: 10 },
      { event: "answered", at: 14 },
      { event: "ended", at: 90 },
    ] as const;
    expect(told(...reports)).toEqual({ state: "ended", began: 10, answered: 14, ended: 90 });
  });

  it("is missed where it ends without an answer, and not where an answer comes to be known later", () => {
    const started = { event: "started", at: 10 } as const;
    const ended = { event: "ended", at: 40 } as const;
    expect(told(started, ended)?.state).toBe("missed");
    expect(told(started, ended, { event: "answered", at: 12 })?.state).toBe("ended");
  });

  it("is a voicemail whatever end is told after it", () => {
    const left = { event: "voicemail", at: 30 } as const;
    expect(told({ event: "started", at: 1 }, left, { event: "ended", at: 31 })?.state).toBe(
      "voicemail",
    );
    expect(wasMissed("voicemail")).toBe(true);
    expect(wasMissed("ended")).toBe(false);
  });

  it("comes to the same in whatever order and however often it is told", () => {
    const report = fc.record({
      event: fc.constantFrom("started", "answered", "ended", "missed", "voicemail"),
      at: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(
        fc.array(report, { minLength: 1, maxLength: 6 }).chain((reports) =>
          fc.record({
            reports: fc.constant(reports),
            other: fc.shuffledSubarray([...reports, ...reports], {
              minLength: reports.length * 2,
              maxLength: reports.length * 2,
            }),
          }),
        ),
        ({ reports, other }) => {
          expect(told(...other)).toEqual(told(...reports));
        },
      ),
    );
  });

  it.each([
    [["started"], "ringing"],
    [["answered"], "answered"],
    [["started", "answered"], "answered"],
    [["ended"], "missed"],
    [["missed"], "missed"],
    [["voicemail"], "voicemail"],
    [["missed", "voicemail"], "voicemail"],
    [["voicemail", "missed"], "voicemail"],
    [["answered", "missed"], "ended"],
    [["voicemail", "answered"], "ended"],
  ] as const)("%j is %s", (events, state) => {
    const reports = events.map((event, i) => ({ event, at: i }));
    expect(told(...reports)?.state).toBe(state);
    expect(wasMissed(state)).toBe(state === "missed" || state === "voicemail");
  });

  it("began with the first that was told of it, was answered and ended with the first of each", () => {
    const reports = [
      { event: "ended", at: 50 },
      { event: "answered", at: 30 },
      { event: "answered", at: 20 },
      { event: "started", at: 10 },
      { event: "ended", at: 40 },
    ] as const;
    expect(told(...reports)).toEqual({ state: "ended", began: 10, answered: 20, ended: 40 });
    expect(told({ event: "voicemail", at: 7 })).toEqual({
      state: "voicemail",
      began: 7,
      answered: null,
      ended: 7,
    });
  });
});
