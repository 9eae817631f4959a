import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen, openBetween } from "../calendar/arithmetic.ts";
import { calendarOf } from "../calendar/calendar.ts";
import { HOUR, MINUTE } from "../time/instant.ts";
import type { Instant, Span } from "../time/instant.ts";
import type { Amount } from "../policy/clock-rule.ts";
import { totalOf, union } from "../time/spans.ts";
import { livesOf, RUNS_TIMEOUT } from "../../../test/kit/runs.ts";
import { endOf } from "./term.ts";

const oficina = calendarOf({
  id: "oficina",
  zone: "America/Mexico_City",
  weekly: {
    mon: [["09:00", "18:00"]],
    tue: [["09:00", "18:00"]],
    wed: [["09:00", "18:00"]],
    thu: [["09:00", "18:00"]],
    fri: [["09:00", "18:00"]],
  },
  statutory: ["mx-lft"],
  closedDates: [],
  exceptions: [],
});
const calendars = () => oficina;
const at = (local: string): Instant => Date.parse(`${local}:00-06:00`);
const hours = (n: number): Amount => ({ unit: "hours", ms: n * HOUR, calendar: "oficina" });
const elapsed = (n: number): Amount => ({ unit: "elapsed", ms: n * HOUR });
const dates = (n: number, ends: "same-wall-time" | "at-closing" = "same-wall-time"): Amount => ({
  unit: "dates",
  n,
  calendar: "oficina",
  ends,
});
const pause = (from: string, to: string | null): Span => ({
  from: at(from),
  to: to === null ? null : at(to),
});

describe("the end of a promised amount", () => {
  it.each([
    ["hours", hours(4), "2026-11-20T17:00", [], "2026-11-23T12:00"],
    ["hours over a holiday", hours(4), "2026-11-13T17:00", [], "2026-11-17T12:00"],
    [
      "hours over a pause",
      hours(4),
      "2026-11-20T17:00",
      [pause("2026-11-23T09:00", "2026-11-23T11:00")],
      "2026-11-23T14:00",
    ],
    ["elapsed", elapsed(24), "2026-11-20T16:00", [], "2026-11-21T16:00"],
    [
      "elapsed over a pause at night",
      elapsed(24),
      "2026-11-20T16:00",
      [pause("2026-11-20T22:00", "2026-11-21T01:00")],
      "2026-11-21T19:00",
    ],
    [
      "elapsed from within a pause",
      elapsed(1),
      "2026-11-20T16:00",
      [pause("2026-11-20T15:00", "2026-11-20T17:00")],
      "2026-11-20T18:00",
    ],
    ["dates at the same wall time", dates(2), "2026-11-20T16:00", [], "2026-11-24T16:00"],
    ["dates at closing", dates(2, "at-closing"), "2026-11-20T16:00", [], "2026-11-24T18:00"],
    [
      "dates moved on by the open time that was paused",
      dates(2),
      "2026-11-20T16:00",
      [pause("2026-11-23T10:00", "2026-11-23T13:00")],
      "2026-11-25T10:00",
    ],
    [
      "dates not moved by a pause in the night",
      dates(2),
      "2026-11-20T16:00",
      [pause("2026-11-20T19:00", "2026-11-23T08:00")],
      "2026-11-24T16:00",
    ],
    [
      "dates not moved by a pause after them",
      dates(2),
      "2026-11-20T16:00",
      [pause("2026-11-24T16:00", "2026-11-25T16:00")],
      "2026-11-24T16:00",
    ],
  ] as const)("%s", (...row) => {
    const [, amount, from, closed, expected] = row;
    expect(endOf(amount, at(from), { calendars, closed })).toBe(at(expected));
  });

  it("never comes while a pause goes on", () => {
    const closed = [pause("2026-11-20T16:30", null)];
    for (const amount of [hours(4), elapsed(4), dates(1)]) {
      expect(endOf(amount, at("2026-11-20T16:00"), { calendars, closed })).toMatchObject({
        code: "no-open-time",
      });
    }
  });

  it("paused never breaches: dates that end at an opening inside a pause end with the pause", () => {
    const closed = [pause("2026-11-23T20:00", "2026-11-24T09:30")];
    expect(endOf(dates(2), at("2026-11-20T07:00"), { calendars })).toBe(at("2026-11-24T09:00"));
    expect(endOf(dates(2), at("2026-11-20T07:00"), { calendars, closed })).toBe(
      at("2026-11-24T09:30"),
    );
  });
});

const start = at("2026-11-02T00:00");
const instant = fc
  .integer({ min: 0, max: 30 * 24 * 60 })
  .map((minutes) => start + minutes * MINUTE);
const span = fc
  .tuple(instant, fc.integer({ min: 1, max: 3000 }))
  .map(([from, minutes]): Span => ({ from, to: from + minutes * MINUTE }));
const pauses = fc.array(span, { maxLength: 5 });
const amount = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map(hours),
  fc.integer({ min: 1, max: 200 }).map(elapsed),
  fc.integer({ min: 1, max: 8 }).map((n) => dates(n)),
  fc.integer({ min: 1, max: 8 }).map((n) => dates(n, "at-closing")),
);
const ended = (of: Amount, from: Instant, closed: readonly Span[]): Instant => {
  const end = endOf(of, from, { calendars, closed });
  if (typeof end !== "number") throw new Error("never ends");
  return end;
};

describe("the end of any amount", () => {
  it("at closing, a pause on the date of the start takes nothing away, one on a later date does", () => {
    const sameDate = [pause("2026-11-20T16:30", "2026-11-20T17:30")];
    const later = [pause("2026-11-23T16:30", "2026-11-23T17:30")];
    const from = at("2026-11-20T16:00");
    expect(ended(dates(1, "at-closing"), from, sameDate)).toBe(at("2026-11-23T18:00"));
    expect(ended(dates(1, "at-closing"), from, later)).toBe(at("2026-11-24T10:00"));
  });

  const runs = { numRuns: livesOf(20_000) };

  it(
    "counted back, hours and elapsed time are exactly what was promised, pauses left out",
    () => {
      fc.assert(
        fc.property(amount, instant, pauses, (of, from, closed) => {
          const end = ended(of, from, closed);
          if (of.unit === "hours") expect(openBetween(oficina, from, end, closed)).toBe(of.ms);
          if (of.unit === "elapsed") {
            const inside = closed.map((one) => ({ from: Math.max(one.from, from), to: one.to }));
            expect(end - from - totalOf(inside, end)).toBe(of.ms);
          }
        }),
        runs,
      );
    },
    RUNS_TIMEOUT,
  );

  it(
    "dates keep the open time that they had without pauses, once the open part of a pause is given back",
    () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 8 }), instant, pauses, (n, from, closed) => {
          const free = ended(dates(n), from, []);
          const end = ended(dates(n), from, closed);
          expect(openBetween(oficina, from, end, closed)).toBe(openBetween(oficina, from, free));
        }),
        runs,
      );
    },
    RUNS_TIMEOUT,
  );

  it(
    "never lies inside a pause, so that a paused clock cannot breach",
    () => {
      fc.assert(
        fc.property(amount, instant, pauses, (of, from, closed) => {
          const end = ended(of, from, closed);
          expect(union(closed).some((one) => one.from < end && (one.to ?? Infinity) > end)).toBe(
            false,
          );
        }),
        runs,
      );
    },
    RUNS_TIMEOUT,
  );

  it(
    "never comes earlier for a pause more, nor for a later start in open hours",
    () => {
      fc.assert(
        fc.property(amount, instant, fc.tuple(pauses, span), (of, from, [closed, more]) => {
          expect(ended(of, from, [...closed, more])).toBeGreaterThanOrEqual(
            ended(of, from, closed),
          );
          const later = from + 17 * MINUTE;
          if (isOpen(oficina, from) && isOpen(oficina, later)) {
            expect(ended(of, later, closed)).toBeGreaterThanOrEqual(ended(of, from, closed));
          }
        }),
        runs,
      );
    },
    RUNS_TIMEOUT,
  );
});
