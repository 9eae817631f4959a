import { segments } from "../calendar/segments.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { PauseReason } from "../policy/clock-rule.ts";
import type { Instant, Millis, Period, Span } from "../time/instant.ts";
import { intersect, subtract, totalOf } from "../time/spans.ts";
import type { Bucket } from "./clock.ts";
import type { Trace } from "./trace.ts";

/** A pause of these reasons fills these buckets; one that the desk chose for itself (`scheduled`) fills none. */
const BUCKET_OF: Readonly<Record<PauseReason, Bucket | null>> = {
  "waiting-for-client": "waiting-for-client",
  "waiting-for-authorisation": "awaiting-approval",
  "waiting-for-third-party": "waiting-for-third-party",
  "awaiting-confirmation": "awaiting-confirmation",
  scheduled: null,
};

/** In the order of precedence: time that is in several belongs to the first. */
const WAITING: readonly Bucket[] = [
  "waiting-for-client",
  "waiting-for-third-party",
  "awaiting-approval",
  "awaiting-confirmation",
];

/**
 * Milliseconds in each bucket, from filing to closing (or to `now`, before that): every one is in
 * exactly one bucket, so that they add up to the wall time. What was held waited for the client
 * until it was received. `calendar` is the resolution clock's; null: it counts the wall clock, so
 * nothing is outside hours. All zero before filing.
 */
export function bucketsOf(
  trace: Trace,
  calendar: Calendar | null,
  now: Instant,
): Record<Bucket, Millis> {
  const buckets = emptyBuckets();
  const life = lifetime(trace, now);
  if (life === null) return buckets;
  let rest: Span[] = [life];
  for (const bucket of WAITING) {
    const spans = spansOf(trace, bucket);
    buckets[bucket] = totalOf(intersect(rest, spans), life.to);
    rest = subtract(rest, spans);
  }
  for (const { from, to } of rest) {
    for (const segment of segmentsOf(calendar, { from, to: to ?? life.to })) {
      buckets[segment.counted ? "desk-working" : "outside-hours"] += segment.to - segment.from;
    }
  }
  return buckets;
}

function emptyBuckets(): Record<Bucket, Millis> {
  return {
    "waiting-for-client": 0,
    "waiting-for-third-party": 0,
    "awaiting-approval": 0,
    "awaiting-confirmation": 0,
    "outside-hours": 0,
    "desk-working": 0,
  };
}

function lifetime(trace: Trace, now: Instant): Period | null {
  const { ended } = trace;
  const from = filedAt(trace);
  if (from === null) return null;
  const to = ended === null ? now : Math.min(ended.at, now);
  return to > from ? { from, to } : null;
}

function receivedAt({ moments }: Trace): Instant | null {
  return moments.find(({ mark }) => mark === "received")?.at ?? null;
}

/** A severity is in force from filing on; a merge may bring an earlier start. */
function filedAt(trace: Trace): Instant | null {
  const filed = Math.min(receivedAt(trace) ?? Infinity, trace.severities[0]?.from ?? Infinity);
  return filed === Infinity ? null : filed;
}

function heldSpans(trace: Trace): Span[] {
  const from = filedAt(trace);
  const to = receivedAt(trace);
  return from === null || from === to ? [] : [{ from, to }];
}

function spansOf(trace: Trace, bucket: Bucket): Span[] {
  const spans: Span[] = trace.pauses.filter(({ reason }) => BUCKET_OF[reason] === bucket);
  if (bucket === "waiting-for-client") return [...spans, ...heldSpans(trace)];
  return bucket === "awaiting-confirmation" ? [...spans, ...solvedSpans(trace.moments)] : spans;
}

/** From each solution to the "not solved" that undid it; the last one still stands. */
function solvedSpans(moments: Trace["moments"]): Span[] {
  const spans: Span[] = [];
  let solved: Instant | null = null;
  for (const { mark, at } of moments) {
    if (mark === "solved") solved ??= at;
    else if (mark === "reopened" && solved !== null) {
      spans.push({ from: solved, to: at });
      solved = null;
    }
  }
  return solved === null ? spans : [...spans, { from: solved, to: null }];
}

function segmentsOf(
  calendar: Calendar | null,
  { from, to }: Period,
): readonly (Period & { readonly counted: boolean })[] {
  return calendar === null ? [{ from, to, counted: true }] : segments(calendar, from, to);
}
