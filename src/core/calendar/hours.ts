import { DAY, HOUR, MINUTE, SECOND } from "../time/instant.ts";
import type { Millis } from "../time/instant.ts";
import type { Hours } from "./source.ts";

const SHAPE = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;

/** Hours as milliseconds since midnight. `to` at or before `from` means that they cross midnight. */
export interface DayHours {
  readonly from: Millis;
  readonly to: Millis;
}

/** Milliseconds since midnight of "09:00", "09:00:30" or "24:00"; null when no clock shows that time. */
export function parseWallTime(text: string): Millis | null {
  const parts = SHAPE.exec(text);
  if (parts === null) return null;
  const minutes = Number(parts[2]);
  const seconds = Number(parts[3] ?? 0);
  const millis =
    Number(parts[1]) * HOUR +
    minutes * MINUTE +
    seconds * SECOND +
    Number((parts[4] ?? "").padEnd(3, "0"));
  return minutes > 59 || seconds > 59 || millis > DAY ? null : millis;
}

/** Reads opening hours; null when either end is impossible, or when they begin at 24:00. */
export function parseHours(hours: Hours): DayHours | null {
  const from = parseWallTime(hours[0]);
  const to = parseWallTime(hours[1]);
  return from === null || to === null || from === DAY ? null : { from, to };
}

/** Reads hours that were checked before; throws on impossible ones. */
export function hoursOf(list: readonly Hours[]): DayHours[] {
  return list.map((hours) => {
    const parsed = parseHours(hours);
    if (parsed === null) throw new RangeError(`impossible hours: ${hours[0]}-${hours[1]}`);
    return parsed;
  });
}

/** Whether the hours end on the next civil date. */
export function crossesMidnight(hours: DayHours): boolean {
  return hours.to <= hours.from;
}
