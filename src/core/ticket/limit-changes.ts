import type { ClockReading } from "../clock/clock.ts";
import type { Text } from "../policy/text.ts";
import type { Instant } from "../time/instant.ts";

/** What becomes of one promise: its limit before and after, null where it has none. */
export interface LimitChange {
  readonly clock: string;
  readonly label: Text;
  readonly before: Instant | null;
  readonly after: Instant | null;
  /** It was not missed before, and is by the new promise. */
  readonly missed: boolean;
}

/**
 * The promises that go on and that become others, clock by clock: those of which the limit changes,
 * that begin or end to be, or that are missed by the new promise at once. While a clock is paused its
 * limit is as it would be if the pause ended now.
 */
export function limitChanges(
  before: readonly ClockReading[],
  after: readonly ClockReading[],
): readonly LimitChange[] {
  const [was, is] = [goingOn(before), goingOn(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((clock) => {
    const [old, now] = [was.get(clock), is.get(clock)];
    const label = (now ?? old)?.rule.label ?? { es: clock };
    const missed = now?.status === "missed" && old?.status !== "missed";
    const limits = { before: old?.limit ?? null, after: now?.limit ?? null };
    return limits.before === limits.after && !missed ? [] : [{ clock, label, ...limits, missed }];
  });
}

/** The last round of each clock that has started and goes on, late or not. */
function goingOn(readings: readonly ClockReading[]): ReadonlyMap<string, ClockReading> {
  const open = readings.filter(
    ({ status, stopped }) =>
      status === "running" || status === "paused" || (status === "missed" && stopped === null),
  );
  return new Map(open.map((reading) => [reading.rule.id, reading]));
}
