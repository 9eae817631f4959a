import type { Mark } from "../../policy/clock-rule.ts";
import type { CloseReason } from "../event.ts";
import type { Changes } from "./change.ts";
import { withMarks } from "./moments.ts";
import { said, spoke } from "./talk.ts";
import { awaits, awaitsNothing, waitsWith } from "./turns.ts";

/** Cause and remedy stated; with a message, told to the client, who is asked to confirm. */
export const solved: Changes<"solved"> = (ticket, event) => {
  const { cause, remedy, message } = event.fact;
  const told = message !== null;
  const marks: readonly Mark[] = told
    ? ["contacted", "told", "solved", "told.solved", "asked"]
    : ["solved"];
  const solution = { at: event.at, cause, remedy, told };
  const settled = { solution, consultation: null };
  if (!told) return { ...settled, trace: withMarks(ticket.trace, event, marks) };
  const spoken = spoke(ticket, event, marks);
  const waits = awaits(waitsWith(ticket, spoken.trace), event, "confirmation");
  return { ...spoken, ...waits, ...settled, turn: null };
};

/** "It is solved", in the client's own word. */
export const confirmed: Changes<"confirmed"> = (ticket, event) => ({
  ...said(ticket, event, ["client-said", "confirmed"]),
  confirmed: true,
  unansweredSince: null,
});

/** "Not solved", in time: the same ticket, the same clocks. */
export const reopened: Changes<"reopened"> = (ticket, event) => ({
  ...said(ticket, event, ["client-said", "reopened"]),
  solution: null,
  confirmed: false,
  undertakings: [],
  turn: null,
});

/** Withdrawn and spam end clocks without measure. */
export const closed: Changes<"closed"> = (ticket, event) => {
  const { reason, scope } = event.fact;
  const waits = awaitsNothing(ticket, event);
  const trace = withMarks(waits.trace, event, ["closed"]);
  return {
    ...waits,
    closed: { at: event.at, reason, ...(scope === undefined ? {} : { scope }) },
    scheduledUntil: null,
    unansweredSince: null,
    trace: { ...trace, ended: { at: event.at, how: endOf(reason) } },
  };
};

/** The clocks of a ticket that joined another end as merged. */
export const merged: Changes<"merged"> = (ticket, event) => {
  const waits = awaitsNothing(ticket, event);
  const { trace } = waits;
  return {
    ...waits,
    closed: { at: event.at, reason: "merged" },
    scheduledUntil: null,
    unansweredSince: null,
    links: [...ticket.links, { to: event.fact.into, as: "merged-into" }],
    trace: { ...trace, ended: { at: event.at, how: "merged" } },
  };
};

function endOf(reason: CloseReason): "closed" | "cancelled" {
  return reason === "withdrawn" || reason === "spam" ? "cancelled" : "closed";
}
