import type { Calendar } from "../calendar/calendar.ts";
import type { Instant, Millis } from "../time/instant.ts";
import type { Bucket } from "./clock.ts";
import type { Trace } from "./trace.ts";

/** Milliseconds in each bucket, from filing to closing (or to `now`). `calendar`: the resolution clock's; null: always open. */
export function bucketsOf(
  _trace: Trace,
  _calendar: Calendar | null,
  _now: Instant,
): Record<Bucket, Millis> {
  throw new Error("being written");
}
