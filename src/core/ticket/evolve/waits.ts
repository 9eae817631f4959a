import type { Pause } from "../../clock/trace.ts";
import type { PauseReason } from "../../policy/clock-rule.ts";
import type { Awaited } from "../../policy/condition.ts";
import type { Instant } from "../../time/instant.ts";
import type { Change, Changes } from "./change.ts";
import { awaits, awaitsNothing } from "./turns.ts";

const AWAITED: Readonly<Record<Exclude<PauseReason, "scheduled">, Awaited>> = {
  "waiting-for-client": "client",
  "waiting-for-authorisation": "authorisation",
  "waiting-for-third-party": "third-party",
  "awaiting-confirmation": "confirmation",
};

/** A wait opened by the desk; one that is scheduled ends by itself at its instant. */
export const paused: Changes<"paused"> = (ticket, event) => {
  const { reason, until } = event.fact;
  if (reason !== "scheduled") return awaits(ticket, event, AWAITED[reason]);
  const others = cut(ticket.trace.pauses, event.at);
  const pauses = [...others, { reason, from: event.at, to: until }];
  return { scheduledUntil: until, trace: { ...ticket.trace, pauses } };
};

/** A wait that the desk ends itself. */
export const resumed: Changes<"resumed"> = (ticket, event): Change => {
  if (event.fact.reason !== "scheduled") return awaitsNothing(ticket, event);
  const pauses = cut(ticket.trace.pauses, event.at);
  return { scheduledUntil: null, trace: { ...ticket.trace, pauses } };
};

/** A schedule that is resumed, or made anew, ends there. */
function cut(pauses: readonly Pause[], at: Instant): readonly Pause[] {
  return pauses
    .filter((pause) => pause.reason !== "scheduled" || pause.from < at)
    .map((pause) =>
      pause.reason === "scheduled" && (pause.to === null || pause.to > at)
        ? { ...pause, to: at }
        : pause,
    );
}
