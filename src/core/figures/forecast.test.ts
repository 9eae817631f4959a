import fc from "fast-check";
import { expect, test } from "vitest";
import { calendars, wall } from "../../../test/kit/rules.ts";
import { HOUR } from "../time/instant.ts";
import { fewestRates, forecastOf, notReached } from "./forecast.ts";

test("what cannot be reached takes nobody's time", () => {
  expect(notReached([1, 1, 1, 4], 1)).toBe(2);
  expect(notReached([0.5, 2, 3], 1)).toBe(1);
  expect(notReached([], 3)).toBe(0);
  expect(notReached([5, 6], 0)).toBe(2);
});

test("as many are reached as the best choice of them could", () => {
  const hours = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 9 });
  fc.assert(
    fc.property(hours, fc.integer({ min: 1, max: 3 }), (given, rate) => {
      const sorted = given.toSorted((a, b) => a - b);
      // Every subset, in the order of its deadlines: the largest that is reached whole.
      let best = 0;
      for (let chosen = 0; chosen < 2 ** sorted.length; chosen += 1) {
        const own = sorted.filter((_, i) => ((chosen >> i) & 1) === 1);
        if (own.every((left, i) => i + 1 <= left * rate)) best = Math.max(best, own.length);
      }
      expect(notReached(sorted, rate)).toBe(sorted.length - best);
    }),
  );
});

const oficina = calendars("oficina");
const days = (...kept: number[]) => kept.map((n) => ({ kept: n, open: 9 * HOUR }));

test("a forecast is the middle of what each past day's rate gives, with eight in ten of them around it", () => {
  const now = wall("2026-11-24 09:00");
  const deadlines = [10, 11, 12, 13].map((hour) => wall(`2026-11-24 ${hour}:00`));
  const past = days(0, 9, 9, 9, 9, 9, 9, 9, 18, 4);
  expect(forecastOf({ deadlines, past, calendar: oficina, now })).toEqual({
    ...{ due: 4, days: 10, known: true },
    ...{ low: 0, likely: 0, high: 3 },
  });
});

test("with less than five days of history nothing is foretold, and days without hours are none", () => {
  const now = wall("2026-11-24 09:00");
  const deadlines = [wall("2026-11-24 12:00")];
  const past = [...days(9, 9, 9, 9), { kept: 3, open: 0 }];
  const forecast = forecastOf({ deadlines, past, calendar: oficina, now });
  expect(forecast).toEqual({ due: 1, days: fewestRates - 1, known: false });
});

test("only hours of service are time left", () => {
  const now = wall("2026-11-24 17:00");
  const deadlines = [wall("2026-11-24 18:00"), wall("2026-11-24 23:00")];
  const forecast = forecastOf({ deadlines, past: days(9, 9, 9, 9, 9), calendar: oficina, now });
  expect(forecast).toMatchObject({ due: 2, likely: 1 });
});
