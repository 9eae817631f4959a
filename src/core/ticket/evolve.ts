import type { Fact, TicketEvent } from "./event.ts";
import * as charge from "./evolve/charge.ts";
import type { Change, Changes } from "./evolve/change.ts";
import { closed, confirmed, merged, reopened, solved } from "./evolve/ending.ts";
import { absorbed, admitted, completed, filed, held, proved, verified } from "./evolve/filing.ts";
import { breached, limitMoved, opened, passed, revised, warned } from "./evolve/passing.ts";
import * as talk from "./evolve/talk.ts";
import { paused, resumed } from "./evolve/waits.ts";
import * as follow from "./evolve/follow-through.ts";
import * as work from "./evolve/work.ts";
import type { Ticket } from "./ticket.ts";

type Later = Exclude<Fact["type"], "filed">;

const changes: { readonly [Type in Later]: Changes<Type> } = {
  held,
  admitted,
  proved,
  verified,
  completed,
  arrived: talk.arrived,
  left: talk.left,
  added: talk.added,
  contacted: talk.contacted,
  noted: () => ({}),
  classified: work.classified,
  assigned: work.assigned,
  routed: work.routed,
  "handed-back": work.handedBack,
  "level-asked": work.levelAsked,
  "level-answered": work.levelAnswered,
  "procedure-started": follow.procedureStarted,
  "step-done": follow.stepDone,
  "turn-set": follow.turnSet,
  "call-due": follow.callDue,
  "solution-sent": follow.solutionSent,
  "account-requested": () => ({ account: "pending" }),
  "account-accepted": () => ({ account: "accepted" }),
  "account-refused": () => ({ account: "refused" }),
  "call-attempted": talk.callAttempted,
  paused,
  resumed,
  "urgency-claimed": work.urgencyClaimed,
  "urgency-confirmed": work.urgencyConfirmed,
  "urgency-refused": work.urgencyRefused,
  "charge-proposed": charge.chargeProposed,
  "charge-accepted": charge.chargeAccepted,
  "charge-refused": charge.chargeRefused,
  "time-logged": charge.timeLogged,
  solved,
  confirmed,
  reopened,
  closed,
  merged,
  absorbed,
  split: work.split,
  linked: work.linked,
  unlinked: work.unlinked,
  "participant-added": work.participantAdded,
  rebound: work.rebound,
  "limit-moved": limitMoved,
  warned,
  breached,
  passed,
  opened,
  revised,
};

/**
 * The ticket after one more event. `ticket` is null before its first event, `filed`. An event that
 * the ticket already holds (its `seq` is not greater) changes nothing, so that replay is idempotent.
 * Throws where the first event is not `filed`, a second one is, or a `seq` is skipped: that is a
 * damaged record, not a request.
 */
export function evolve(ticket: Ticket | null, event: TicketEvent): Ticket {
  if (ticket === null) return begun(event);
  return event.seq <= ticket.seq ? ticket : advanced({ ...ticket }, event);
}

/** The ticket that all these events make, in the order of `seq`. Throws where there are none. */
export function fold(events: Iterable<TicketEvent>): Ticket {
  let ticket: Ticket | null = null;
  for (const event of events) {
    // Only this function has seen the ticket so far: it may be written on instead of copied.
    if (ticket === null) ticket = begun(event);
    else if (event.seq > ticket.seq) ticket = advanced(ticket, event);
  }
  if (ticket === null) throw new Error("a ticket has at least one event");
  return ticket;
}

type Draft = { -readonly [Name in keyof Ticket]: Ticket[Name] };

/** Writes on the draft itself. */
function advanced(draft: Draft, event: TicketEvent): Ticket {
  if (event.seq !== draft.seq + 1) {
    throw new Error(`event ${event.seq} of ${draft.folio} follows ${draft.seq}`);
  }
  Object.assign(draft, changeBy(draft, event));
  // Nothing is promised while it is held, so nothing that happens then starts or stops a clock.
  if (draft.held !== null) draft.trace = { ...draft.trace, moments: [] };
  draft.lastAt = Math.max(draft.lastAt, event.at);
  draft.lastRecorded = event.recorded;
  draft.seq = event.seq;
  return draft;
}

function begun(event: TicketEvent): Ticket {
  const { fact } = event;
  if (fact.type !== "filed" || event.seq !== 1) throw new Error("a ticket begins with filed");
  return filed({ ...event, fact });
}

function changeBy(ticket: Ticket, event: TicketEvent): Change {
  const { type } = event.fact;
  if (type === "filed") throw new Error(`${ticket.folio} was filed already`);
  // The table is typed entry by entry; the compiler cannot follow that the event is of the same type.
  return (changes[type] as Changes<Later>)(ticket, event as never);
}
