import { parseWallTime } from "../../../calendar/hours.ts";
import type { Hours } from "../../../calendar/source.ts";
import { WEEKDAYS } from "../../../time/civil.ts";
import { DAY, HOUR } from "../../../time/instant.ts";
import type { Millis } from "../../../time/instant.ts";
import type { LintRule } from "../linted.ts";

/** How long some opening hours of a day are together; an end at or before its start crosses midnight. */
export function lengthOf(hours: readonly Hours[]): Millis {
  return hours.reduce((sum, [open, close]) => {
    const from = parseWallTime(open) ?? 0;
    const to = parseWallTime(close) ?? 0;
    return sum + (to > from ? to - from : to + DAY - from);
  }, 0);
}

/**
 * "5x8" is five days of eight hours: a calendar whose weekly hours are others contradicts it (CC-15).
 */
export const statedWeek: LintRule = ({ policy, find }) =>
  Object.entries(policy.statedWeek ?? {}).flatMap(([id, says]) => {
    const [days = 0, hours = 0] = says.split("x").map(Number);
    const weekly = policy.calendars[id]?.weekly ?? {};
    const open = WEEKDAYS.map((day) => lengthOf(weekly[day] ?? [])).filter((ms) => ms > 0);
    if (open.length === days && open.every((ms) => ms === hours * HOUR)) return [];
    const facts = { calendar: id, says, days: open.length, hours: [...new Set(open)] };
    const path = ["calendars", id];
    return find(
      "week-says-otherwise",
      [
        { path: [...path, "says"], of: "key" },
        { path: [...path, "open"], of: "key", isContext: true },
      ],
      facts,
    );
  });
