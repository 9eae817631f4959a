import { withPromised } from "../../clock/promised.ts";
import type { RecordedBreach, Ticket } from "../ticket.ts";
import type { Change, Changes, EventOf } from "./change.ts";
import { withoutMark } from "./moments.ts";

/** A warning that was given, so that it is given once. */
export const warned: Changes<"warned"> = (ticket, event) => {
  const { clock, round, index, deadline } = event.fact;
  return { recordedWarnings: [...ticket.recordedWarnings, { clock, round, index, deadline }] };
};

/** A breach, at the deadline that it is of. */
export const breached: Changes<"breached"> = (ticket, event) => {
  const { clock, round, deadline, how } = event.fact;
  const breach = { clock, round, deadline, at: event.at, how, withdrawn: false };
  return { recordedBreaches: [...ticket.recordedBreaches, breach] };
};

/** A limit that an exception of a calendar moved: what the client was told is kept. */
export const limitMoved: Changes<"limit-moved"> = (ticket, { at, fact }) => {
  const { clock, round, promised: limit } = fact;
  const promised = withPromised(ticket.trace.promised ?? [], { clock, round, limit, at });
  return { trace: { ...ticket.trace, promised } };
};

/** A limit that passed, with what followed from it done. */
export const passed: Changes<"passed"> = (ticket, event) => {
  const { clock, round, deadline } = event.fact;
  return { recordedPasses: [...ticket.recordedPasses, { clock, round, deadline }] };
};

/** A channel that a passed clock opened stays open (RD-13). */
export const opened: Changes<"opened"> = (ticket, event) =>
  ticket.opened.includes(event.fact.channel)
    ? {}
    : { opened: [...ticket.opened, event.fact.channel] };

/** What a fact that arrived late takes back or adds; nothing that was written is changed. */
export const revised: Changes<"revised"> = (ticket, event) => {
  if (event.fact.what === "closing-withdrawn") return unclosed(ticket);
  return event.fact.what === "breach-added"
    ? breachAdded(ticket, event)
    : { recordedBreaches: ticket.recordedBreaches.map((breach) => withdrawn(breach, event)) };
};

function unclosed(ticket: Ticket): Change {
  return { closed: null, trace: { ...withoutMark(ticket.trace, "closed"), ended: null } };
}

function breachAdded(ticket: Ticket, event: EventOf<"revised">): Change {
  const { clock, round, deadline, breachedAt, how = "late" } = event.fact;
  if (clock === null || round === null || deadline === null) return {};
  const at = breachedAt ?? deadline;
  const breach: RecordedBreach = { clock, round, deadline, at, how, withdrawn: false };
  return { recordedBreaches: [...ticket.recordedBreaches, breach] };
}

function withdrawn(breach: RecordedBreach, event: EventOf<"revised">): RecordedBreach {
  const { clock, round, deadline } = event.fact;
  const same = breach.clock === clock && breach.round === round;
  const dated = deadline === null || breach.deadline === deadline;
  return same && dated ? { ...breach, withdrawn: true } : breach;
}
