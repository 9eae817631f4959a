import { calendarOf } from "../calendar/calendar.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { CalendarSource, DatedException } from "../calendar/source.ts";
import type { Calendars } from "../clock/clock.ts";
import type { Policy } from "./policy.ts";

/** A date that a desk published after its policy took effect: of that calendar, known from `published` on. */
export type PublishedException = DatedException & { readonly calendar: string };

const NONE: readonly PublishedException[] = [];

/** Compiled calendars by policy, and then by the list of exceptions, both by identity. */
const compiled = new WeakMap<Policy, WeakMap<readonly PublishedException[], Calendars>>();

function withPublished(
  source: CalendarSource,
  exceptions: readonly PublishedException[],
): CalendarSource {
  const own = exceptions
    .filter((one) => one.calendar === source.id)
    .map(({ calendar: _calendar, ...exception }): DatedException => exception);
  return own.length === 0 ? source : { ...source, exceptions: [...source.exceptions, ...own] };
}

function compile(policy: Policy, exceptions: readonly PublishedException[]): Calendars {
  const calendars = new Map<string, Calendar>();
  return (id) => {
    const known = calendars.get(id);
    if (known !== undefined) return known;
    const source = Object.hasOwn(policy.calendars, id) ? policy.calendars[id] : undefined;
    if (source === undefined) throw new RangeError(`the policy has no calendar ${id}`);
    const calendar = calendarOf(withPublished(source, exceptions));
    calendars.set(id, calendar);
    return calendar;
  };
}

/**
 * The compiled calendars of a policy, with the desk's dated exceptions that were published later laid
 * over them. The same policy and the same list of exceptions (both by identity) give the same compiled
 * calendars, so that a year is compiled once; keep the list and do not build it anew for each question.
 * Throws for a name that the policy does not have: a compiled policy never asks for one.
 */
export function calendarsOf(
  policy: Policy,
  exceptions: readonly PublishedException[] = NONE,
): Calendars {
  let lists = compiled.get(policy);
  if (lists === undefined) {
    lists = new WeakMap();
    compiled.set(policy, lists);
  }
  let calendars = lists.get(exceptions);
  if (calendars === undefined) {
    calendars = compile(policy, exceptions);
    lists.set(exceptions, calendars);
  }
  return calendars;
}
