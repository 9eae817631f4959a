import type { TicketRow } from "../../contract/ticket.ts";
import { HOUR } from "../../core/time/instant.ts";
import type { Instant, Millis, Period } from "../../core/time/instant.ts";
import { intersect, totalOf } from "../../core/time/spans.ts";

/** Whom a ticket that stands still waits for, as its row says it. */
export type WaitsFor =
  | "client"
  | "authorisation"
  | "third-party"
  | "scheduled"
  | "confirmation"
  | "other";

/**
 * What a row's clock shows: `left`, the time that remains, in the clock's own time; `at`, a deadline
 * so far off that its date says more; `shut`, the calendar is closed at this moment; `late`, past it.
 */
export type ClockState =
  | { readonly is: "left"; readonly left: Millis; readonly clock: string; readonly near: boolean }
  | { readonly is: "at"; readonly at: Instant; readonly clock: string }
  | { readonly is: "shut"; readonly at: Instant; readonly clock: string }
  | { readonly is: "late"; readonly by: Millis; readonly clock: string }
  | { readonly is: "paused"; readonly waitsFor: WaitsFor }
  | { readonly is: "none" }
  | { readonly is: "closed" };

/** A deadline that is nearer than this, in the clock's own time, is near. */
const NEAR = HOUR;

/** Above this much remaining time the date says more than the length. */
const FAR = 8 * HOUR;

/**
 * The clock of a row at `now`. `hours`: when the clock's calendar is open; `null`: it counts the
 * wall clock, or its calendar is not known. Time past a deadline is wall time.
 */
export function clockState(
  row: Pick<TicketRow, "due" | "progress">,
  hours: readonly Period[] | null,
  now: Instant,
): ClockState {
  const { due, progress } = row;
  if (progress === "closed") return { is: "closed" };
  if (due === null) return { is: "none" };
  if (due.kind === "paused") return { is: "paused", waitsFor: waitsFor(progress) };
  const { at, clock } = due;
  if (at <= now) return { is: "late", by: now - at, clock };
  if (hours !== null && !hours.some(({ from, to }) => from <= now && now < to)) {
    return { is: "shut", at, clock };
  }
  const left = hours === null ? at - now : remaining(hours, now, at);
  return left >= FAR ? { is: "at", at, clock } : { is: "left", left, clock, near: left <= NEAR };
}

/** Open time between two instants; the wall clock's beyond the known hours, so that nothing far looks near. */
function remaining(hours: readonly Period[], from: Instant, to: Instant): Millis {
  const end = hours.at(-1)?.to ?? from;
  const open = totalOf(intersect(hours, [{ from, to }]), to);
  return open + Math.max(0, to - Math.max(from, end));
}

function waitsFor(progress: TicketRow["progress"]): WaitsFor {
  switch (progress) {
    case "waiting-for-client":
      return "client";
    case "waiting-for-authorisation":
      return "authorisation";
    case "waiting-for-third-party":
      return "third-party";
    case "scheduled":
      return "scheduled";
    case "solved":
      return "confirmation";
    case "unattended":
    case "working":
    case "routed":
    case "close-the-loop":
    case "closed":
      return "other";
  }
}
