import { DAY, HOUR } from "../../../time/instant.ts";
import { termPlace } from "../amounts.ts";
import type { LintRule } from "../linted.ts";
import { lengthOf } from "./stated-week.ts";

/**
 * "24 hours" counted in hours of service is several days, not one (RD-11): whole days' worth of hours
 * on a calendar that does not open day and night can be read both ways.
 */
export const hoursCouldBeDays: LintRule = (linted) => {
  const { policy, find } = linted;
  return policy.clocks.flatMap((rule) =>
    Object.entries(rule.within).flatMap(([severity, { limit }]) => {
      if (limit.unit !== "hours" || limit.ms % DAY !== 0) return [];
      const weekly = Object.values(policy.calendars[limit.calendar]?.weekly ?? {});
      if (weekly.some((hours) => lengthOf(hours) === DAY)) return [];
      const open = {
        path: ["calendars", limit.calendar, "open"],
        of: "key",
        isContext: true,
      } as const;
      return find("hours-could-be-days", [termPlace(linted, rule.id, severity), open], {
        clock: rule.id,
        hours: limit.ms / HOUR,
        calendar: limit.calendar,
      });
    }),
  );
};
