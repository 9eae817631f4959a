import type { PauseReason } from "../../policy/clock-rule.ts";
import type { Awaited } from "../../policy/condition.ts";
import { refuse } from "../../refusal.ts";
import { deeds } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import type { ActRule } from "./rule.ts";

/** Waits for somebody who is neither the desk nor the client. */
export const wait: ActRule<"wait"> = (ticket, act, { by }) => {
  if (ticket.awaiting === "third-party") return [];
  const reason = "waiting-for-third-party";
  return deeds(by, { type: "paused", reason, note: act.note ?? null, until: null });
};

/** Set aside until an instant, when it comes back by itself. */
export const schedule: ActRule<"schedule"> = (_ticket, act, { by, context }) => {
  const { until } = act;
  if (until <= context.now) return refuse("until-past", { field: "until", facts: { until } });
  return deeds(by, { type: "paused", reason: "scheduled", note: act.note ?? null, until });
};

/** Taken up again: what it was scheduled for, or what it waited for. A solution to confirm is the client's. */
export const resume: ActRule<"resume"> = (ticket, _act, { by, at }) => {
  const reason = pausedBy(ticket, at);
  return reason === null ? refuse("nothing-to-resume") : deeds(by, { type: "resumed", reason });
};

const REASON: Readonly<Record<Exclude<Awaited, "confirmation">, PauseReason>> = {
  client: "waiting-for-client",
  authorisation: "waiting-for-authorisation",
  "third-party": "waiting-for-third-party",
};

/** Why the ticket stands still and the desk may take it up again; null: there is nothing to resume. */
export function pausedBy({ scheduledUntil, awaiting }: Ticket, at: number): PauseReason | null {
  if (scheduledUntil !== null && scheduledUntil > at) return "scheduled";
  return awaiting === null || awaiting === "confirmation" ? null : REASON[awaiting];
}
