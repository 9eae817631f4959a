import type { Calendar } from "../../calendar/calendar.ts";
import { openPeriods } from "../../calendar/arithmetic.ts";
import { dayNumberOf } from "../../time/civil.ts";
import { DAY } from "../../time/instant.ts";
import type { Instant, Period } from "../../time/instant.ts";

/**
 * The years that promises are tried on: a whole cycle of week-days and leap years, with a first of
 * October of the sixth year in it (LFT art. 74 fr. IX). A manual promises for ever, so which ones they
 * are matters little; that they are always the same does, for a check must not change by itself.
 */
const FROM: Instant = dayNumberOf(2026, 1, 1) * DAY;
const TO: Instant = dayNumberOf(2033, 1, 1) * DAY;

/** The stretches during which a calendar is closed, each from a closing to the next opening. */
export function closedRuns(calendar: Calendar): Period[] {
  const open = openPeriods(calendar, FROM, TO);
  return open.flatMap((period, i) => {
    const next = open[i + 1];
    return next === undefined || next.from === period.to
      ? []
      : [{ from: period.to, to: next.from }];
  });
}

/** Instants at which something may start: the openings of half a year, with long weekends among them. */
export function openings(calendar: Calendar): Instant[] {
  return openPeriods(calendar, FROM, FROM + 182 * DAY).map(({ from }) => from);
}
