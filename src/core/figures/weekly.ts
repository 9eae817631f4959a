import type { Calendar } from "../calendar/calendar.ts";
import { civilDateOf, instantOn } from "../calendar/dates.ts";
import { digestDue, nextDigest } from "../tracker/digest-time.ts";
import { addDays } from "../time/civil.ts";
import type { CivilDate } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { weekOf } from "./period.ts";

/** As the desk opens on the first date of the week that has hours. */
const rule = { every: "week", at: "opening" } as const;

/** Since when somebody wants the week's figures, and the Monday of the newest week they were told. */
export interface WeeklyReader {
  readonly since: Instant;
  readonly told: CivilDate | null;
}

/** A week is told in the one after it: nothing more is due before that one is over. */
function toldUpTo({ since, told }: WeeklyReader, calendar: Calendar): Instant {
  return told === null ? since : Math.max(since, instantOn(calendar, addDays(told, 14), 0) - 1);
}

/**
 * Whether a week's figures are due at `now`, and of which week (its Monday); else when to look again
 * (null: never). However many were missed, one is told: the week just over, at the opening of an open date.
 */
export function weekDue(
  reader: WeeklyReader,
  calendar: Calendar,
  now: Instant,
): { readonly week: CivilDate } | { readonly next: Instant | null } {
  const due = digestDue(rule, calendar, { told: toldUpTo(reader, calendar), now });
  if (!due.due) return { next: due.next };
  return { week: addDays(weekOf(civilDateOf(calendar, now)), -7) };
}

/** When the next one is due after an instant; null: the calendar never opens again. */
export function nextWeekly(reader: WeeklyReader, calendar: Calendar): Instant | null {
  return nextDigest(rule, calendar, toldUpTo(reader, calendar));
}
