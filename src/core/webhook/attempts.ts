import type { Instant } from "../time/instant.ts";
import { DAY } from "../time/instant.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds after each attempt that failed, some three days in all (Standard Webhooks 1.0, "Deliverability and reliability"). */
export const waits: readonly number[] = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  DAY,
];

/** An endpoint that has answered nothing good for so long is switched off. */
export const failingFor = 3 * DAY;

/**
 * Milliseconds from an attempt that failed, the `attempts`th, to the next; null: there is none. Up to a
 * quarter less by `share`, from 0 to 1, so that what failed together does not come back together.
 */
export function nextAttempt(attempts: number, share: number): number | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : Math.round(wait * (1 - share / 4));
}

/** What an attempt came to: any status of 200 to 299 is good, 410 ends the endpoint, all else is tried again. */
export function outcomeOf(status: number): "sent" | "gone" | "again" {
  if (status >= 200 && status < 300) return "sent";
  return status === 410 ? "gone" : "again";
}

/** Whether an endpoint that has failed since an instant is to be switched off. */
export function hasFailedTooLong(since: Instant, now: Instant): boolean {
  return now - since >= failingFor;
}
