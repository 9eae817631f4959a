import { nextOpen } from "../calendar/arithmetic.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { Instant } from "../time/instant.ts";

/** A warning or a breach to be told now, the deadline that it is of, and the hours of those it is for. */
export interface Delivery {
  readonly now: Instant;
  readonly deadline: Instant;
  readonly calendar: Calendar;
}

/**
 * When the desk's people are told of a deadline: in their working hours, but at once where those
 * come no earlier than the deadline (whoever is on duty hears of it while something can be done), and
 * where it has passed already.
 */
export function deliveryOf({ now, deadline, calendar }: Delivery): Instant {
  if (deadline <= now) return now;
  const opens = nextOpen(calendar, now);
  return typeof opens === "number" && opens < deadline ? opens : now;
}
