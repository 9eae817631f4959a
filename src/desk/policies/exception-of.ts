import { checkCalendar } from "../../core/calendar/check.ts";
import { civilDateOf } from "../../core/calendar/dates.ts";
import type { PublishedException } from "../../core/policy/bind.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { isCivilDate } from "../../core/time/civil.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { BoundPolicy } from "../caches.ts";

/** A dated exception that somebody wants to publish: these hours replace that date's; none: closed. */
export type WishedException = Omit<PublishedException, "published">;

/** Why an exception cannot be published. */
export type ExceptionRefusal = Refusal<
  "no-such-calendar" | "no-such-date" | "date-over" | "hours-impossible"
>;

/**
 * What stands against publishing an exception at `now`; null: nothing. Refuses `no-such-date`,
 * `no-such-calendar`, `hours-impossible` (hours that end before they begin where they may not, or
 * that overlap) and `date-over`: an exception holds from its publication, so one of a date that is
 * over would change nothing.
 */
export function cannotPublish(
  exception: WishedException,
  { policy, calendars }: BoundPolicy,
  now: Instant,
): ExceptionRefusal | null {
  const { calendar, date, open } = exception;
  if (!isCivilDate(date)) return refuse("no-such-date", { field: "date", facts: { date } });
  if (!Object.hasOwn(policy.policy.calendars, calendar)) {
    return refuse("no-such-calendar", { field: "calendar", facts: { calendar } });
  }
  const compiled = calendars(calendar);
  const alone = { ...compiled.source, exceptions: [{ date, open }] };
  const isWrong = checkCalendar(alone).some(({ path }) => path[0] === "exceptions");
  if (isWrong) return refuse("hours-impossible", { field: "open" });
  return date < civilDateOf(compiled, now)
    ? refuse("date-over", { field: "date", facts: { date } })
    : null;
}
