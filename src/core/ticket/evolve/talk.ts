import type { Mark } from "../../policy/clock-rule.ts";
import type { TicketEvent } from "../event.ts";
import type { Ticket } from "../ticket.ts";
import type { Change, Changes } from "./change.ts";
import { withMarks } from "./moments.ts";
import { awaits, clientSaid, waitsWith } from "./turns.ts";

/** A message of the client ends what was awaited of them; an automatic one moves nothing. */
export const added: Changes<"added"> = (ticket, event) =>
  event.fact.automatic ? {} : said(ticket, event, ["client-said"]);

/** A public word of the desk; it may report progress, ask, or tell the solution (asks to confirm). */
export const contacted: Changes<"contacted"> = (ticket, event) => {
  const { asks, progress } = event.fact;
  const tells = asks === "confirmation" && ticket.solution !== null && !ticket.solution.told;
  const marks: Mark[] = ["contacted", "told"];
  if (progress) marks.push("told.progress");
  if (tells) marks.push("told.solved");
  if (asks !== null) marks.push("asked");
  const spoken = spoke(ticket, event, marks);
  const told =
    tells && ticket.solution !== null
      ? { solution: { ...ticket.solution, told: true }, turn: null }
      : {};
  if (asks === null) return { ...spoken, ...told };
  return { ...spoken, ...told, ...awaits(waitsWith(ticket, spoken.trace), event, asks) };
};

/** An unanswered call attempt: a mark, never a contact. */
export const callAttempted: Changes<"call-attempted"> = (ticket, event) => ({
  trace: withMarks(ticket.trace, event, ["call-attempted"]),
});

/** The requester is there (RD-2). */
export const arrived: Changes<"arrived"> = () => ({ present: true });

/** The requester has left (RD-12). */
export const left: Changes<"left"> = () => ({ present: false });

/** What changes when the client speaks, with these marks. */
export function said(ticket: Ticket, event: TicketEvent, marks: readonly Mark[]): Change {
  const trace = withMarks(ticket.trace, event, marks);
  return {
    ...clientSaid(waitsWith(ticket, trace), event),
    unansweredSince: waitingSince(ticket, event),
  };
}

/** What a public word of the desk always changes. */
type Spoken = Pick<Ticket, "trace" | "unansweredSince">;

/** What changes when the desk speaks in public, with these marks. */
export function spoke(ticket: Ticket, event: TicketEvent, marks: readonly Mark[]): Spoken {
  return {
    trace: withMarks(ticket.trace, event, marks),
    unansweredSince: stillUnanswered(ticket, event),
  };
}

/** A client's word that the desk has answered since (it arrived late) waits for nothing. */
function waitingSince(ticket: Ticket, event: TicketEvent): number | null {
  const answered = ticket.trace.moments.some(
    (moment) => moment.mark === "contacted" && moment.at > event.at,
  );
  if (answered) return ticket.unansweredSince;
  return Math.min(ticket.unansweredSince ?? event.at, event.at);
}

/** A contact logged late answers only what the client had said by then. */
function stillUnanswered(ticket: Ticket, event: TicketEvent): number | null {
  const since = ticket.unansweredSince;
  if (since === null || event.at >= ticket.lastAt) return null;
  const later = ticket.trace.moments.find(
    (moment) => moment.mark === "client-said" && moment.at > event.at && moment.at >= since,
  );
  return later?.at ?? null;
}
