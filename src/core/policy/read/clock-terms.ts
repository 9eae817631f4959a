import type { Amount, Term } from "../clock-rule.ts";
import type { Path } from "../problem.ts";
import { comparable, sizeOf } from "./length.ts";

import type { Reading } from "./reading.ts";

/** A graver severity that is promised later than a lighter one is most often a slip: a warning. */
function checkGravity(reading: Reading, within: Readonly<Record<string, Term>>, path: Path): void {
  const ordered = reading.names.severities.flatMap((id) =>
    Object.hasOwn(within, id) && within[id] ? [{ id, limit: within[id].limit }] : [],
  );
  for (const [i, graver] of ordered.entries()) {
    const lighter = ordered[i - 1];
    if (lighter === undefined || !comparable(lighter.limit, graver.limit)) continue;
    if (sizeOf(graver.limit) > sizeOf(lighter.limit)) {
      reading.say(
        "promise-against-gravity",
        { path: [...path, graver.id], of: "key" },
        { graver: graver.id, lighter: lighter.id },
      );
      return;
    }
  }
}

/** Weekly hours come back for ever; a calendar that opens on single dates alone may not have enough. */
function opensWeekly(reading: Reading, id: string): boolean {
  const calendar = reading.pack.calendars?.[id];
  if (calendar === undefined || calendar.dates === undefined) return true;
  return Object.values(calendar.open).some((hours) => hours.length > 0);
}

function checkReachable(reading: Reading, limit: Amount, path: Path): boolean {
  if (limit.unit === "elapsed" || opensWeekly(reading, limit.calendar)) return true;
  reading.say("limit-never-open", { path }, { calendar: limit.calendar });
  return false;
}

/** Checks promises against each other, and against the hours in which they must be kept. */
export function checkTerms(
  reading: Reading,
  within: Readonly<Record<string, Term>>,
  at: { path: Path; against: string },
): void {
  if (at.against === "desk") checkGravity(reading, within, at.path);
  Object.values(within).every((term) => checkReachable(reading, term.limit, at.path));
}
