import {
  addDates,
  civilDateOf,
  closingOf,
  instantOn,
  isOpenDate,
  openingOf,
} from "../calendar/dates.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { DigestRule } from "../policy/tracker-rule.ts";
import { addDays, dayNumber, weekdayIndex } from "../time/civil.ts";
import type { CivilDate } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";

/** The instant of a digest on an open date of its calendar; null on a date that has no hours of its own. */
function instantFor(
  { at }: Pick<DigestRule, "at">,
  calendar: Calendar,
  date: CivilDate,
): Instant | null {
  if (!isOpenDate(calendar, date)) return null;
  if (at === "opening") return openingOf(calendar, date);
  return at === "closing" ? closingOf(calendar, date) : instantOn(calendar, date, at);
}

/** Whether no date before it in its week (from Monday on) is open. */
function isFirstOfWeek(calendar: Calendar, date: CivilDate): boolean {
  const since = weekdayIndex(dayNumber(date));
  return !Array.from({ length: since }, (_, i) => addDays(date, -1 - i)).some((day) =>
    isOpenDate(calendar, day),
  );
}

/** The first digest after an instant: on open dates alone, none on a holiday; null where the calendar never opens again. */
export function nextDigest(
  rule: Pick<DigestRule, "every" | "at">,
  calendar: Calendar,
  after: Instant,
): Instant | null {
  // The closing of a night's hours is on the morning after: the search begins a date before.
  let date: CivilDate = addDays(civilDateOf(calendar, after), -2);
  for (;;) {
    const next = addDates(calendar, date, 1);
    if (typeof next !== "string") return null;
    date = next;
    const at = instantFor(rule, calendar, date);
    if (at === null || at <= after) continue;
    if (rule.every === "day" || isFirstOfWeek(calendar, date)) return at;
  }
}

/**
 * Whether a digest is due at `now` for whoever was told all up to `told`, and if not when to look
 * again (null: never). One that was missed, however many were, leaves as one: at its hour of the first
 * date that is open, never on a holiday or in the night because a machine slept.
 */
export function digestDue(
  rule: Pick<DigestRule, "every" | "at">,
  calendar: Calendar,
  { told, now }: { readonly told: Instant; readonly now: Instant },
): { readonly due: true } | { readonly due: false; readonly next: Instant | null } {
  const first = nextDigest(rule, calendar, told);
  if (first === null || first > now) return { due: false, next: first };
  const today = civilDateOf(calendar, now);
  const isTime = [addDays(today, -1), today].some((date) => {
    const at = instantFor(rule, calendar, date);
    return at !== null && at <= now && civilDateOf(calendar, at) === today;
  });
  return isTime
    ? { due: true }
    : { due: false, next: nextDigest({ ...rule, every: "day" }, calendar, now) };
}
