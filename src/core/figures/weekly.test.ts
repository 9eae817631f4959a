import fc from "fast-check";
import { expect, test } from "vitest";
import { calendars, wall, wallOf } from "../../../test/kit/rules.ts";
import { isOpenDate, civilDateOf } from "../calendar/dates.ts";
import { addDays } from "../time/civil.ts";
import type { CivilDate } from "../time/civil.ts";
import { DAY, HOUR } from "../time/instant.ts";
import { weekOf } from "./period.ts";
import { nextWeekly, weekDue } from "./weekly.ts";

const oficina = calendars("oficina");

test("the week is told as the desk opens on its first date with hours", () => {
  const reader = { since: wall("2026-11-10 12:00"), told: null };
  // Monday 16 November is a statutory holiday.
  expect(wallOf(nextWeekly(reader, oficina))).toBe("2026-11-17 09:00");
  expect(weekDue(reader, oficina, wall("2026-11-17 08:59"))).toEqual({
    next: wall("2026-11-17 09:00"),
  });
  expect(weekDue(reader, oficina, wall("2026-11-17 09:00"))).toEqual({ week: "2026-11-09" });
});

test("a week that was told is not told again in the week after it", () => {
  const told = { since: wall("2026-11-10 12:00"), told: "2026-11-09" };
  expect(weekDue(told, oficina, wall("2026-11-19 10:00"))).toEqual({
    next: wall("2026-11-23 09:00"),
  });
});

test("after weeks asleep one is told: the one just over, on a date with hours", () => {
  const reader = { since: wall("2026-10-01 12:00"), told: "2026-09-28" };
  expect(weekDue(reader, oficina, wall("2026-11-14 12:00"))).toEqual({
    next: wall("2026-11-17 09:00"),
  });
  expect(weekDue(reader, oficina, wall("2026-11-12 12:00"))).toEqual({ week: "2026-11-02" });
});

test("whenever a worker looks, no week is told twice, and none but on an open date", () => {
  const start = wall("2026-11-02 10:00");
  const looks = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(looks, (gaps) => {
      let told: CivilDate | null = null;
      let now = start;
      const weeks: CivilDate[] = [];
      for (const gap of gaps) {
        now += gap * HOUR;
        const due = weekDue({ since: start, told }, oficina, now);
        if ("next" in due) {
          expect(due.next === null || due.next > now).toBe(true);
          continue;
        }
        const today = civilDateOf(oficina, now);
        expect(isOpenDate(oficina, today)).toBe(true);
        expect(due.week).toBe(addDays(weekOf(today), -7));
        weeks.push(due.week);
        told = due.week;
      }
      expect(new Set(weeks).size).toBe(weeks.length);
      expect(weeks).toEqual(weeks.toSorted());
      const whole = Math.floor((now - start) / (7 * DAY));
      expect(weeks.length).toBeLessThanOrEqual(whole + 1);
    }),
  );
});
