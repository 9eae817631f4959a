import { subtractOpen } from "../calendar/arithmetic.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { HOUR } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";

/** Where the ages of open tickets are parted, in hours of service: the first up to 4, the last from 80 on. */
export const ageBounds = [4, 8, 16, 40, 80] as const;

/**
 * For each bound the instant such that whatever was received later is younger than it: an age in
 * hours of service becomes a comparison of instants. A calendar that has not been open so long gives
 * the beginning of time: nothing is that old.
 */
export function ageInstants(calendar: Calendar, now: Instant): readonly Instant[] {
  return ageBounds.map((hours) => {
    const at = subtractOpen(calendar, now, hours * HOUR);
    return typeof at === "number" ? at : Number.MIN_SAFE_INTEGER;
  });
}
