import type { Instant } from "../../core/time/instant.ts";
import { MINUTE } from "../../core/time/instant.ts";

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/u;

/**
 * The instant of a wall time "2026-11-23T12:00", as a date field gives it, in an IANA zone; `null`
 * where it is none. Of a wall time that a change of clocks repeats, the first; one that it skips
 * is moved on by the change.
 */
export function instantOfWall(wall: string, zone: string): Instant | null {
  const parts = SHAPE.exec(wall);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  if (wallOf(asUtc, "UTC") !== wall) return null;
  const around = [asUtc - 15 * 60 * MINUTE, asUtc + 15 * 60 * MINUTE];
  const offsets = around.map((at) => offsetAt(at, zone));
  const hits = offsets.map((offset) => asUtc - offset).filter((at) => wallOf(at, zone) === wall);
  return hits.length > 0 ? Math.min(...hits) : asUtc - (offsets[0] ?? 0);
}

/** The wall time of an instant in an IANA zone, to the minute: "2026-11-23T12:00". */
export function wallOf(at: Instant, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it: a timeline asks for hundreds of instants of one zone. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}

const offsets = new Map<string, number>();
const keptAtMost = 4_000;

/** Milliseconds that a zone is ahead of UTC at an instant. In this century it changes at quarters of an hour alone, and many instants share one. */
function offsetAt(at: Instant, zone: string): number {
  const key = `${Math.floor(at / (15 * MINUTE))} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const made = offsetOf(at, zone);
  if (offsets.size >= keptAtMost) offsets.clear();
  offsets.set(key, made);
  return made;
}

function offsetOf(at: Instant, zone: string): number {
  const parts = formatOf(zone).formatToParts(at);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second"),
  );
  return wall - Math.floor(at / 1000) * 1000;
}
