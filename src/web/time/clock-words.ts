import { DAY, HOUR, MINUTE } from "../../core/time/instant.ts";
import type { Instant, Millis } from "../../core/time/instant.ts";
import type { Place } from "../../words/dates.ts";
import { sayTime } from "../../words/dates.ts";
import { sayShortDate, sayShortDuration } from "../../words/short.ts";
import type { WorkspaceWords } from "../../words/workspace/words.ts";
import type { ClockState } from "./clock-state.ts";

/** A length for a row: to the minute, never less than one; from two days on, in days. */
export function sayLength(ms: Millis, words: WorkspaceWords): string {
  if (ms >= 2 * DAY) return words.clock.days(Math.floor(ms / DAY));
  return sayShortDuration(Math.max(MINUTE, Math.floor(ms / MINUTE) * MINUTE));
}

/** "12:00" today, "lun 12:00" within six days, "lun 23 nov 12:00" beyond, in the desk's zone. */
export function sayWhen(at: Instant, now: Instant, place: Place): string {
  const date = sayShortDate(at, place);
  if (date === sayShortDate(now, place) && Math.abs(at - now) < DAY) return sayTime(at, place);
  const isNear = Math.abs(at - now) < 6 * DAY;
  return `${isNear ? (date.split(" ")[0] ?? date) : date} ${sayTime(at, place)}`;
}

/** A row's clock as words: "1 h 12 min · primer contacto", "vencido hace 35 min · resolución". */
export function sayClock(
  state: ClockState,
  labelOf: (clock: string) => string,
  {
    words,
    now,
    place,
  }: { readonly words: WorkspaceWords; readonly now: Instant; readonly place: Place },
): string {
  const { clock } = words;
  switch (state.is) {
    case "left":
      return clock.left(sayLength(state.left, words), labelOf(state.clock));
    case "at":
      return clock.at(sayWhen(state.at, now, place), labelOf(state.clock));
    case "shut":
      return clock.shut(sayWhen(state.at, now, place));
    case "late":
      return clock.late(sayLength(state.by, words), labelOf(state.clock));
    case "paused":
      return clock.paused(clock.by[state.waitsFor]);
    case "none":
      return clock.none;
    case "closed":
      return clock.closed;
  }
}

/** How often the texts of clocks are drawn anew. */
export const TICK: Millis = HOUR / 120;
