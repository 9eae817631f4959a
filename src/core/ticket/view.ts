import { isOpen } from "../calendar/arithmetic.ts";
import type { Calendars } from "../clock/clock.ts";
import type { Watched } from "../clock/watched.ts";
import type { ConditionView } from "../policy/holds.ts";
import type { Instant } from "../time/instant.ts";
import type { Binding } from "./scene.ts";
import type { Ticket } from "./ticket.ts";

/** A ticket as conditions see it at an instant. `solved`: the client has been told the solution. */
export function viewOf(ticket: Ticket, calendars: Calendars, at: Instant): ConditionView {
  return {
    fields: ticket.fields,
    severity: ticket.severity,
    level: ticket.level,
    channel: ticket.channel,
    kind: ticket.kind,
    awaiting: ticket.awaiting,
    confirmed: ticket.confirmed,
    solved: ticket.solution?.told ?? false,
    closed: ticket.closed !== null,
    urgency: ticket.urgency,
    ticket: true,
    passed: (clock) => hasPassed(ticket, clock),
    open: (calendar) => isOpen(calendars(calendar), at),
  };
}

/** Everything that a ticket's clocks depend on, under the version that binds it. */
export function watched(ticket: Ticket, { policy, calendars }: Binding, at: Instant): Watched {
  return {
    rules: policy.policy.clocks,
    trace: ticket.trace,
    calendars,
    view: viewOf(ticket, calendars, at),
  };
}

/** Whether time has recorded that this clock's limit passed unmet. */
function hasPassed(ticket: Ticket, clock: string): boolean {
  return (
    ticket.recordedPasses.some((pass) => pass.clock === clock) ||
    ticket.recordedBreaches.some((breach) => breach.clock === clock && !breach.withdrawn)
  );
}
