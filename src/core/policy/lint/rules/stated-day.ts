import { WEEKDAYS } from "../../../time/civil.ts";
import type { LintRule } from "../linted.ts";
import { lengthOf } from "./stated-week.ts";

/** "8 hours are a day" in a window of nine: the two give different deadlines (HB-14). */
export const statedDay: LintRule = ({ policy, find }) =>
  Object.entries(policy.dayLength).flatMap(([id, day]) => {
    const weekly = policy.calendars[id]?.weekly ?? {};
    const open = WEEKDAYS.map((one) => lengthOf(weekly[one] ?? [])).filter((ms) => ms > 0);
    const other = open.find((ms) => ms !== day);
    if (other === undefined) return [];
    const path = ["calendars", id];
    return find(
      "day-says-otherwise",
      [
        { path: [...path, "day"], of: "key" },
        { path: [...path, "open"], of: "key", isContext: true },
      ],
      {
        calendar: id,
        day,
        window: other,
      },
    );
  });
